import type { Pack } from "../pack/pack.ts";
import { listOf, type Columns } from "#platform/list-file.ts";
import { contextOf, type Request } from "#web/env.ts";
import { Table } from "#ui/nhs/table.tsx";
import { keyOf } from "../item.ts";
import { frameworkPath, itemPath } from "../paths.ts";
import { horizonName } from "../progress.ts";
import { outcomesPage as ask } from "../queries/outcomes-page.ts";
import { PublishedCharts, TrackingData } from "../views/published-data.tsx";
import { Column, frameworkPage } from "./framework-page.tsx";

/** Nothing new is asked of anybody: each outcome is followed by what is published already, or says that nothing is. */
export async function outcomesPage(c: Request): Promise<Response> {
  const { framework, published } = await ask(contextOf(c), c.req.param("framework")!);
  const { pack } = framework.content;
  return frameworkPage(c, {
    framework,
    tab: "more",
    title: "Outcomes and existing data",
    crumbs: [{ text: "More", href: frameworkPath(framework.key, "more") }],
    list: listOf({ name: `${framework.key}-outcomes`, columns: columnsOf(pack), rows: pack.outcomes }),
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
          classes="tl-sentences"
          caption={{ text: `${pack.outcomes.length} intended outcomes`, size: "m" }}
          head={["Outcome", "Action", "By when", "Existing data that track it"].map((text) => ({ text }))}
          rows={pack.outcomes.map((outcome) => [
            { html: <a href={itemPath(framework.key, keyOf("outcome", outcome.id))}>{outcome.text}</a> },
            { text: `Action ${outcome.action}` },
            { text: horizonName(pack, outcome.horizon) },
            { html: <TrackingData ids={outcome.series} pack={pack} published={published} /> },
          ])}
        />
        <Table
          responsive
          firstCellIsHeader
          caption={{ text: `${pack.series.length} sets of data that exist already`, size: "m" }}
          head={["What it shows", "Who publishes it", "Where it comes from"].map((text) => ({ text }))}
          rows={pack.series.map((one) => [
            {
              html: (
                <>
                  <a href={itemPath(framework.key, keyOf("series", one.id))}>{one.title}</a>
                  <PublishedCharts found={published.get(one.id) ?? []} />
                </>
              ),
            },
            { text: one.publisher },
            { text: one.existing },
          ])}
        />
      </>
    ),
  });
}

function columnsOf(pack: Pack): Columns<Pack["outcomes"][number]> {
  const series = new Map(pack.series.map(({ id, title }) => [id, title]));
  return {
    outcome: ["Outcome", (outcome) => outcome.text],
    action: ["Action", (outcome) => outcome.action],
    horizon: ["By when", (outcome) => horizonName(pack, outcome.horizon)],
    trackedBy: ["Existing data that track it", (outcome) => outcome.series.map((id) => series.get(id) ?? id)],
    address: ["Address", (outcome) => itemPath(pack.framework.key, keyOf("outcome", outcome.id))],
  };
}
