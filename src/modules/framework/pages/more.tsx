import type { Pack } from "../pack/pack.ts";
import { listOf } from "#platform/list-file.ts";
import { contextOf, type Request } from "#web/env.ts";
import { keyOf } from "../item.ts";
import { frameworkPath, itemPath } from "../paths.ts";
import { frameworkInForce } from "../queries/framework-in-force.ts";
import { Column, frameworkPage } from "./framework-page.tsx";

/** What stands behind the framework, what it leaves open, and what this pack had to decide. */
export async function morePage(c: Request): Promise<Response> {
  const framework = await frameworkInForce(contextOf(c), c.req.param("framework")!);
  const { pack } = framework.content;
  const { key } = framework;
  const links = [
    ["outcomes", "Outcomes, and the existing data that track them", pack.outcomes.length],
    ["bibliography", "Evidence and bibliography", pack.bibliography.references.length],
    ["recommendations", "Recommendations behind the framework", pack.recommendations.length],
    ["evaluations", "Evaluations: what is claimed, and how far it can be believed", undefined],
  ] as const;
  return frameworkPage(c, {
    framework,
    tab: "more",
    title: "More about the framework",
    list: listOf<Pack["gaps"][number]>({
      name: `${key}-gaps`,
      columns: {
        title: ["What the authors leave to the next version", (gap) => gap.title],
        text: ["In its words", (gap) => gap.text],
        address: ["Address", (gap) => itemPath(key, keyOf("gap", gap.id))],
      },
      rows: pack.gaps,
    }),
    children: (
      <Column>
        <ul className="nhsuk-list">
          {links.map(([page, text, count]) => (
            <li key={page}>
              <a href={frameworkPath(key, page)}>{text}</a>
              {count === undefined ? null : ` (${count})`}
            </li>
          ))}
          <li>
            <a href="/strategies">Strategies of organisations and places</a>
          </li>
        </ul>
        {pack.gaps.length > 0 ? (
          <section aria-labelledby="gaps">
            <h2 id="gaps" className="nhsuk-heading-m">
              What the authors leave to the next version
            </h2>
            <ul className="nhsuk-list">
              {pack.gaps.map((gap) => (
                <li key={gap.id}>
                  <a href={itemPath(key, keyOf("gap", gap.id))}>{gap.title}</a>
                  <p>{gap.text}</p>
                </li>
              ))}
            </ul>
          </section>
        ) : null}
        <section aria-labelledby="notes">
          <h2 id="notes" className="nhsuk-heading-m">
            What is missing or conflicts in the documents
          </h2>
          <p>{pack.framework.ownWords}</p>
          <ul className="nhsuk-list nhsuk-list--bullet">
            {pack.framework.notes.map((note) => (
              <li key={note.about}>{note.text}</li>
            ))}
          </ul>
        </section>
        <section aria-labelledby="documents">
          <h2 id="documents" className="nhsuk-heading-m">
            The documents
          </h2>
          <ul className="nhsuk-list">
            {pack.sources.map((source) => (
              <li key={source.id}>
                {source.title}
                <p className="tl-quiet">
                  {source.by}, {monthInWords(source.date)}
                </p>
              </li>
            ))}
          </ul>
        </section>
      </Column>
    ),
  });
}

function monthInWords(month: string): string {
  return new Date(`${month}-01T12:00:00Z`).toLocaleDateString("en-GB", {
    month: "long",
    year: "numeric",
    timeZone: "UTC",
  });
}
