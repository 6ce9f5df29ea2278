import type { ReactNode } from "react";
import { counted } from "#ui/counted.ts";
import { keyOf } from "../item.ts";
import { tierNames, tiers, type NodeLine } from "../line.ts";
import { frameworkPath } from "../paths.ts";
import type { ItemPage } from "../queries/item-page.ts";

/** The local work that is aligned to an item, level by level; a detailed action shares that of its action. */
export function ServingWork({ page }: { page: ItemPage }): ReactNode {
  const { item, line, promised, progress } = page;
  if (!line) return null;
  const isShared = promised !== undefined && line.reference === keyOf("action", promised.action.id);
  const all = line.counts.reduce((sum, one) => sum + one.plans, 0);
  const subject = isShared ? `action ${promised.action.id}, of which this is a part` : "this";
  return (
    <section aria-labelledby="work">
      <h2 id="work" className="nhsuk-heading-m">
        Local work that serves it
      </h2>
      {all === 0 ? (
        <p>No work here says yet that it serves {subject}. Any plan can be aligned to it.</p>
      ) : (
        <>
          <p>
            {counted(all, "plan serves", "plans serve")} {subject}.
          </p>
          <Levels line={line} frameworkKey={progress.framework.key} />
        </>
      )}
      <p>
        <a href={frameworkPath(progress.framework.key, "line")}>
          The line of sight{item.kind === "condition" ? "" : " of the whole framework"}
        </a>
      </p>
    </section>
  );
}

function Levels({ line, frameworkKey }: { line: NodeLine; frameworkKey: string }): ReactNode {
  const known = tiers.flatMap((tier) => line.counts.find((count) => count.tier === tier) ?? []);
  return (
    <ul className="nhsuk-list nhsuk-list--bullet">
      {known.map(({ tier, plans, improving, slipping, tests }) => (
        <li key={tier}>
          <a
            href={frameworkPath(frameworkKey, `line/${encodeURIComponent(line.reference)}`, { tier })}
          >{`${tierNames[tier] ?? tier}: ${counted(plans, "plan")}`}</a>
          {[
            improving > 0 ? `${improving.toLocaleString("en-GB")} with a signal of improvement` : "",
            slipping > 0 ? `${slipping.toLocaleString("en-GB")} with a signal of concern` : "",
            tests > 0 ? counted(tests, "test") : "",
          ]
            .filter((words) => words !== "")
            .map((words) => `, ${words}`)
            .join("")}
        </li>
      ))}
    </ul>
  );
}
