import type { ReactNode } from "react";
import { longDate } from "#ui/long-date.ts";
import { Table } from "#ui/nhs/table.tsx";
import { frameworkPath, itemPath } from "../paths.ts";
import type { BoardPage } from "../queries/board-page.ts";
import type { Decision } from "../decision.ts";

/** Open actions stay at the top, whatever meeting they come from, until they are closed. */
export function Decisions({ page, isPaper = false }: { page: BoardPage; isPaper?: boolean }): ReactNode {
  const { decisions, progress } = page;
  const { framework, today } = progress;
  const canKeep = progress.can.keep && !isPaper;
  const open = decisions.filter((one) => one.action !== "" && one.closedOn === null);
  const rest = decisions.filter((one) => !open.includes(one));
  return (
    <section aria-labelledby="decisions">
      <h2 id="decisions" className="nhsuk-heading-m">
        Decisions and actions
      </h2>
      {canKeep ? (
        <p>
          <a href={frameworkPath(framework.key, "decisions/new")}>Record a decision</a>
        </p>
      ) : null}
      {decisions.length === 0 ? <p>No decision has been recorded yet.</p> : null}
      {open.length > 0 ? (
        <Table
          responsive
          firstCellIsHeader
          caption={{ text: `Open actions, carried over from meeting to meeting (${open.length})`, size: "s" }}
          head={["Action", "Decided", "Who", "Due", canKeep ? "Close" : "State"].map((text) => ({ text }))}
          rows={open.map((one) => [
            { html: <Action one={one} frameworkKey={isPaper ? null : framework.key} /> },
            { text: longDate(one.metOn) },
            { text: one.ownerName },
            { text: `${longDate(one.dueOn!)}${one.dueOn! < today ? " (overdue)" : ""}` },
            {
              html: canKeep ? (
                <a href={frameworkPath(framework.key, `decisions/${one.id}/close`)}>
                  Close<span className="nhsuk-u-visually-hidden">: {one.action}</span>
                </a>
              ) : (
                "Open"
              ),
            },
          ])}
        />
      ) : null}
      {rest.length > 0 ? (
        <Table
          responsive
          firstCellIsHeader
          caption={{ text: "Decisions, and what came of them", size: "s" }}
          head={["Decision", "Meeting", "What came of it"].map((text) => ({ text }))}
          rows={rest.map((one) => [
            { html: <Action one={one} frameworkKey={isPaper ? null : framework.key} /> },
            { text: longDate(one.metOn) },
            {
              text: one.closedOn
                ? `${one.outcome} (closed on ${longDate(one.closedOn)})`
                : "No action followed",
            },
          ])}
        />
      ) : null}
    </section>
  );
}

function Action({ one, frameworkKey }: { one: Decision; frameworkKey: string | null }): ReactNode {
  return (
    <>
      {one.action || one.decision}
      {one.action === "" ? null : <p className="tl-quiet">Because the board decided: {one.decision}</p>}
      {one.itemKey && frameworkKey !== null ? (
        <p>
          <a href={itemPath(frameworkKey, one.itemKey)}>What it is about</a>
        </p>
      ) : null}
    </>
  );
}
