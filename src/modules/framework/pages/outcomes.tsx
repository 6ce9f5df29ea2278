import { contextOf, type Request } from "#web/env.ts";
import { Table } from "#ui/nhs/table.tsx";
import { keyOf } from "../item.ts";
import { frameworkPath, itemPath } from "../paths.ts";
import { horizonName } from "../progress.ts";
import { frameworkInForce } from "../queries/framework-in-force.ts";
import { Column, frameworkPage } from "./framework-page.tsx";

/** Nothing new is asked of anybody: each outcome is followed by what is published already, or says that nothing is. */
export async function outcomesPage(c: Request): Promise<Response> {
  const framework = await frameworkInForce(contextOf(c), c.req.param("framework")!);
  const { pack } = framework.content;
  return frameworkPage(c, {
    framework,
    tab: "more",
    title: "Outcomes and existing data",
    crumbs: [{ text: "More", href: frameworkPath(framework.key, "more") }],
    children: (
      <>
        <Column>
          <p>
            The framework is to be followed with data that are published already, so that it adds nothing to
            anyone’s burden. Where nothing published shows an outcome, that is said.
          </p>
        </Column>
        <Table
          responsive
          firstCellIsHeader
          caption={{ text: `${pack.outcomes.length} intended outcomes`, size: "m" }}
          head={["Outcome", "Action", "By when", "Existing data that track it"].map((text) => ({ text }))}
          rows={pack.outcomes.map((outcome) => [
            { html: <a href={itemPath(framework.key, keyOf("outcome", outcome.id))}>{outcome.text}</a> },
            { text: `Action ${outcome.action}` },
            { text: horizonName(pack, outcome.horizon) },
            { html: seriesWords(outcome.series, pack.series) },
          ])}
        />
        <Table
          responsive
          firstCellIsHeader
          caption={{ text: `${pack.series.length} sets of data that exist already`, size: "m" }}
          head={["What it shows", "Who publishes it", "Where it comes from"].map((text) => ({ text }))}
          rows={pack.series.map((one) => [
            { html: <a href={itemPath(framework.key, keyOf("series", one.id))}>{one.title}</a> },
            { text: one.publisher },
            { text: one.existing },
          ])}
        />
      </>
    ),
  });
}

type Series = readonly { id: string; title: string }[];

function seriesWords(ids: readonly string[], series: Series): string {
  const names = ids.flatMap((id) => series.find((one) => one.id === id)?.title ?? []);
  return names.length === 0 ? "Nothing published shows it" : names.join("; ");
}
