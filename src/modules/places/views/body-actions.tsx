import type { ReactNode } from "react";
import type { BodyPage } from "../queries/body-page.ts";

/** What this person may change here; the forms ask again. */
export function BodyActions({ page: { body, can } }: { page: BodyPage }): ReactNode {
  const open = body.closedOn === null;
  const links = [
    can.edit && { href: "edit", text: "Change what this page says" },
    can.addTeam && { href: "teams/new", text: "Add a team or ward" },
    can.restructure && open && { href: "rename", text: "Rename it" },
    can.restructure && open && { href: "move", text: "Move it" },
    can.restructure && open && body.tier === "organisation" && { href: "areas", text: "Set its areas" },
    can.restructure && open && { href: "close", text: "Close it" },
    can.restructure && open && { href: "merge", text: "Merge others into it" },
  ].filter((link) => link !== false);
  if (links.length === 0) return null;
  return (
    <section className="tl-aside">
      <h2 className="nhsuk-heading-s">What you can do here</h2>
      <ul className="nhsuk-list">
        {links.map((link) => (
          <li key={link.href}>
            <a href={`/bodies/${body.code}/${link.href}`}>{link.text}</a>
          </li>
        ))}
      </ul>
    </section>
  );
}
