import { listOf, type Columns } from "#platform/list-file.ts";
import { contextOf, type Request } from "#web/env.ts";
import { keyOf } from "../item.ts";
import type { Pack } from "../pack/pack.ts";
import { frameworkPath, itemPath } from "../paths.ts";
import { frameworkInForce } from "../queries/framework-in-force.ts";
import { Column, frameworkPage } from "./framework-page.tsx";

export async function bibliographyPage(c: Request): Promise<Response> {
  const framework = await frameworkInForce(contextOf(c), c.req.param("framework")!);
  const { pack } = framework.content;
  const { themes, references } = pack.bibliography;
  return frameworkPage(c, {
    framework,
    tab: "more",
    title: `Evidence and bibliography (${references.length})`,
    list: listOf({ name: `${framework.key}-bibliography`, columns: columnsOf(pack), rows: references }),
    crumbs: [{ text: "More", href: frameworkPath(framework.key, "more") }],
    children: (
      <Column>
        <p>
          What the authors drew on, by theme, and which action or condition cites it. An action that cites
          nothing says so on its page.
        </p>
        {themes.map((theme) => (
          <section key={theme.id} aria-labelledby={keyOf("theme", theme.id)}>
            <h2 id={keyOf("theme", theme.id)} className="nhsuk-heading-m">
              {theme.title}
            </h2>
            <ul className="nhsuk-list tl-references">
              {references
                .filter((reference) => reference.theme === theme.id)
                .map((reference) => (
                  <li key={reference.id} id={keyOf("reference", reference.id)}>
                    {reference.link ? (
                      <a href={reference.link}>{reference.reference}</a>
                    ) : (
                      reference.reference
                    )}
                    {reference.note ? <p className="tl-quiet">{reference.note}</p> : null}
                    <CitedBy id={reference.id} pack={pack} />
                  </li>
                ))}
            </ul>
          </section>
        ))}
      </Column>
    ),
  });
}

function columnsOf(pack: Pack): Columns<Pack["bibliography"]["references"][number]> {
  const themes = new Map(pack.bibliography.themes.map(({ id, title }) => [id, title]));
  return {
    reference: ["Reference", (one) => one.reference],
    year: ["Year", (one) => one.year],
    theme: ["Theme", (one) => themes.get(one.theme)],
    link: ["Link", (one) => one.link],
    citedFor: ["Cited for", (one) => citing(one.id, pack).map(({ name }) => name)],
  };
}

function citing(id: string, pack: Pack) {
  return [
    ...pack.conditions.map((one) => ({
      ...one,
      key: keyOf("condition", one.id),
      name: `condition ${one.id}`,
    })),
    ...pack.actions.map((one) => ({ ...one, key: keyOf("action", one.id), name: `action ${one.id}` })),
  ].filter(({ evidence }) => evidence.includes(id));
}

function CitedBy({ id, pack }: { id: string; pack: Pack }) {
  const cited = citing(id, pack);
  if (cited.length === 0) return null;
  return (
    <p>
      Cited for{" "}
      {cited.map(({ key, name }, index) => (
        <span key={key}>
          {index > 0 ? ", " : null}
          <a href={itemPath(pack.framework.key, key)}>{name}</a>
        </span>
      ))}
    </p>
  );
}
