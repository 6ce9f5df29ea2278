import { promisedList } from "../views/promised-list.ts";
import type { ReactNode } from "react";
import { longDate } from "#ui/long-date.ts";
import { Tiles } from "#ui/tiles.tsx";
import { contextOf, type Request } from "#web/env.ts";
import { doneWord } from "#web/done-word.ts";
import { frameworkPath } from "../paths.ts";
import { noFilters, type Filters } from "../progress.ts";
import { boardPage as ask, type BoardPage } from "../queries/board-page.ts";
import { standings } from "../standing.ts";
import { Decisions } from "../views/decisions.tsx";
import { FrameworkFilters } from "../views/framework-filters.tsx";
import { PromisedTable } from "../views/promised-table.tsx";
import { TallyTable } from "../views/tally-table.tsx";
import { frameworkPage, readFilters } from "./framework-page.tsx";

const done = { decided: "The decision was recorded", closed: "The action was closed" };

export async function boardPage(c: Request): Promise<Response> {
  const filters = readFilters(c);
  const page = await ask(contextOf(c), c.req.param("framework")!, filters);
  const { framework, today } = page.progress;
  const { pack } = framework.content;
  return frameworkPage(c, {
    framework,
    tab: "board",
    title: "Board view",
    list: promisedList(Object.values(attentionOf(page)).flat(), pack),
    success: doneWord(c, done),
    children: (
      <>
        <p>
          How {page.summary.whole.all} promised actions stand on {longDate(today)}. Every number opens the
          list behind it. <a href={frameworkPath(framework.key, "board/pack")}>Quarterly pack to print</a>
        </p>
        <FrameworkFilters pack={pack} filters={filters} page="board" />
        <Glance page={page} />
        <Attention page={page} />
        <Breakdown page={page} filters={filters} />
        <Decisions page={page} />
      </>
    ),
  });
}

export function Glance({ page: { summary, progress, openProposals } }: { page: BoardPage }): ReactNode {
  const { key } = progress.framework;
  const tile = (title: string, figure: number, standing: string) => ({
    title,
    figure,
    href: frameworkPath(key, "", { standing }),
  });
  const { whole } = summary;
  return (
    <Tiles
      headingLevel={2}
      tiles={[
        tile(standings.done, whole.done, "done"),
        tile(standings["on-course"], whole["on-course"], "on-course"),
        tile(standings.unproven, whole.unproven, "unproven"),
        tile(standings.overdue, whole.overdue, "overdue"),
        tile(standings["not-begun"], whole["not-begun"], "not-begun"),
        tile("Without a single owner", whole.withoutOwner, "without-owner"),
        {
          title: "Changes waiting for an answer",
          figure: openProposals,
          href: frameworkPath(key, "changes"),
        },
      ]}
    />
  );
}

/** Exceptions first: what is late, longest late on top, then what nothing shows. */
function attentionOf({ summary: { promised } }: BoardPage) {
  const overdue = promised
    .filter((one) => one.standing === "overdue")
    .sort((a, b) => (a.due < b.due ? -1 : 1));
  return { overdue, unproven: promised.filter((one) => one.standing === "unproven") };
}

export function Attention({ page }: { page: BoardPage }): ReactNode {
  const { overdue, unproven } = attentionOf(page);
  const { pack } = page.progress.framework.content;
  return (
    <>
      {overdue.length > 0 ? (
        <PromisedTable
          caption={`Overdue (${overdue.length})`}
          captionSize="m"
          promised={overdue}
          pack={pack}
          withOutcome={false}
        />
      ) : null}
      {unproven.length > 0 ? (
        <PromisedTable
          caption={`Unproven (${unproven.length})`}
          captionSize="m"
          promised={unproven}
          pack={pack}
          withOutcome={false}
        />
      ) : null}
    </>
  );
}

type BreakdownProps = { page: BoardPage; filters: Filters };

export function Breakdown({ page: { summary, progress }, filters }: BreakdownProps): ReactNode {
  const list = (changed: Partial<Filters>) =>
    frameworkPath(progress.framework.key, "", { ...noFilters, ...filters, ...changed });
  return (
    <section aria-labelledby="breakdown">
      <h2 id="breakdown" className="nhsuk-heading-m">
        By condition, date and body
      </h2>
      <TallyTable
        caption="By condition"
        first="Condition"
        rows={summary.byCondition}
        href={(condition, standing) => list({ condition, standing })}
      />
      <TallyTable
        caption="By date"
        first="By when"
        rows={summary.byHorizon}
        href={(horizon, standing) => list({ horizon, standing })}
      />
      <TallyTable
        caption="By body: an action of several bodies counts with each of them"
        first="Body"
        rows={summary.byBody}
        href={(body, standing) => list({ body, standing })}
      />
    </section>
  );
}
