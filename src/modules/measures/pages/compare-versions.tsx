import { contextOf, type Request } from "#web/env.ts";
import { renderPage } from "#web/render.tsx";
import { ComparisonTable } from "#ui/comparison-table.tsx";
import { definitionParts, partWords } from "../definition-words.ts";
import { definitionInSight } from "../queries/definition-in-sight.ts";

/** Two versions side by side, with a mark where they differ. */
export async function compareVersionsPage(c: Request): Promise<Response> {
  const context = contextOf(c);
  const id = c.req.param("id")!;
  const asked = (name: string, other: number): number => Number(c.req.query(name) ?? other);
  const newest = await definitionInSight(context, id);
  const [a, b] = await Promise.all([
    definitionInSight(context, id, asked("a", Math.max(1, newest.version - 1))),
    definitionInSight(context, id, asked("b", newest.version)),
  ]);
  const parts = definitionParts
    .map(({ name, label }) => ({ label, values: [partWords(a.text, name), partWords(b.text, name)] }))
    .filter(({ values }) => values.some((value) => value !== ""));
  const differing = parts.filter(({ values }) => values[0] !== values[1]).length;
  return renderPage(c, {
    title: "What changed",
    section: "Measures",
    backLink: { text: "Back", href: `/measures/${id}` },
    children: (
      <>
        <span className="nhsuk-caption-l">{newest.text.name}</span>
        <h1>What changed</h1>
        <p>
          {differing === 0
            ? "The 2 versions say the same."
            : `They differ in ${differing} ${differing === 1 ? "part" : "parts"}.`}{" "}
          {b.versions.find((one) => one.version === b.shown)?.reason}
        </p>
        <ComparisonTable
          id="compared"
          caption="Both versions"
          rowTitle="Part"
          things={[a, b].map(({ shown }) => ({
            text: `Version ${shown}`,
            href: `/measures/${id}?version=${shown}`,
          }))}
          rows={parts}
        />
      </>
    ),
  });
}
