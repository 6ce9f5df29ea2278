import { longDate } from "#ui/long-date.ts";
import { contextOf, type Request } from "#web/env.ts";
import { frameworkPath } from "../paths.ts";
import { quarterOf } from "../quarter.ts";
import { boardPack } from "../queries/board-pack.ts";
import { standings } from "../standing.ts";
import { CountChart } from "../views/count-chart.tsx";
import { Decisions } from "../views/decisions.tsx";
import { PromisedTable } from "../views/promised-table.tsx";
import { TallyTable } from "../views/tally-table.tsx";
import { frameworkPage } from "./framework-page.tsx";

/** One quarter on paper: what moved, what is late, what to decide. */
export async function boardPackPage(c: Request): Promise<Response> {
  const pack = await boardPack(contextOf(c), c.req.param("framework")!);
  const { page, targets } = pack;
  const { framework, today } = page.progress;
  const { summary } = page;
  const content = framework.content.pack;
  const overdue = summary.promised.filter((one) => one.standing === "overdue");
  const soon = summary.promised.filter(
    (one) =>
      one.due >= today && one.due <= pack.quarter.nextEnd && !["done", "stopped"].includes(one.standing),
  );
  const list = () => frameworkPath(framework.key, "board");
  return frameworkPage(c, {
    framework,
    tab: "board",
    title: `Quarterly pack: ${quarterOf(today).name}`,
    crumbs: [{ text: "Board", href: frameworkPath(framework.key, "board") }],
    children: (
      <div className="tl-pack">
        <p>
          As it stands on {longDate(today)}. Print this page: it is made for A4, tables are never cut, and
          links are left out.
        </p>
        <h2 className="nhsuk-heading-m">In one paragraph</h2>
        <p>
          Of {summary.whole.all} promised actions, {summary.whole.done} are done with evidence,{" "}
          {summary.whole["on-course"]} are on course, {summary.whole.unproven} are unproven,{" "}
          {summary.whole.overdue} are overdue and {summary.whole["not-begun"]} have not begun.{" "}
          {summary.whole.withoutOwner} have no single owner. In this quarter {pack.moved.length} changed their
          stage.
        </p>
        <PromisedTable
          caption={`Changed in this quarter (${pack.moved.length})`}
          captionSize="m"
          promised={pack.moved}
          pack={content}
          withOutcome={false}
        />
        <PromisedTable
          caption={`${standings.overdue} (${overdue.length})`}
          captionSize="m"
          promised={overdue}
          pack={content}
          withOutcome={false}
        />
        <PromisedTable
          caption={`Due by the end of next quarter, ${longDate(pack.quarter.nextEnd)} (${soon.length})`}
          captionSize="m"
          promised={soon}
          pack={content}
          withOutcome={false}
        />
        <TallyTable caption="By condition" first="Condition" rows={summary.byCondition} href={list} />
        <TallyTable caption="By body" first="Body" rows={summary.byBody} href={list} />
        <h2 className="nhsuk-heading-m">Targets</h2>
        {targets
          .filter((seen) => seen.counts.length > 0)
          .map((seen) => (
            <section key={seen.key}>
              <h3 className="nhsuk-heading-s">{seen.target.title}</h3>
              <CountChart
                id={`pack-${seen.key}`}
                title={seen.target.title}
                measured={seen.target}
                goals={seen.target.goals}
                counts={seen.counts}
              />
            </section>
          ))}
        <Decisions page={page} isPaper />
      </div>
    ),
  });
}
