import { NotFound } from "#platform/problem.ts";
import { SummaryList } from "#ui/nhs/summary-list.tsx";
import { contextOf, type Request } from "#web/env.ts";
import { profileSeen, type ProfileSeen } from "../queries/profile-seen.ts";
import { columnPage } from "#web/column-page.tsx";
import { roleWords } from "./body-people.tsx";
import { isId } from "#platform/id.ts";

export async function personPage(c: Request): Promise<Response> {
  const id = c.req.param("id");
  if (!isId(id)) throw new NotFound();
  const person = await profileSeen(contextOf(c), id);
  return columnPage(c, {
    title: person.name.slice(0, 65),
    section: "People",
    breadcrumbs: [{ text: "Home", href: "/" }],
    children: (
      <>
        {person.relation === "self" ? (
          <p>
            This is you, as you see yourself. <a href="/me/profile">Change what is here, and who sees it</a>
          </p>
        ) : null}
        {person.parts.length === 0 ? (
          <p>
            {person.relation === "self" ? "You have" : `${person.name} has`} not filled in anything here yet.
          </p>
        ) : null}
        <SummaryList
          rows={person.parts.map((part) => ({
            key: part.label,
            value: { html: <Lines lines={part.lines} /> },
          }))}
        />
        <Roles person={person} />
      </>
    ),
  });
}

function Lines({ lines }: { lines: string[] }) {
  return lines.map((line) => <p key={line}>{line}</p>);
}

function Roles({ person }: { person: ProfileSeen }) {
  if (person.bodies.length === 0) return null;
  return (
    <>
      <h2>Roles</h2>
      <ul className="nhsuk-list nhsuk-list--bullet">
        {person.bodies.map((body) => (
          <li key={`${body.id} ${body.role}`}>
            {roleWords([body.role])}, <a href={`/bodies/${body.code}`}>{body.name}</a>
          </li>
        ))}
      </ul>
    </>
  );
}
