import type { ReactNode } from "react";
import { longDate } from "#ui/long-date.ts";
import { Table } from "#ui/nhs/table.tsx";
import type { Pack } from "../pack/pack.ts";
import { itemPath } from "../paths.ts";
import type { Promised } from "../progress.ts";
import { StandingTag } from "./standing-tag.tsx";

type PromisedTableProps = {
  caption: string;
  captionSize?: "s" | "m";
  promised: readonly Promised[];
  pack: Pack;
  /** What each is meant to bring about; left out where room is short. */
  withOutcome?: boolean;
};

/** Detailed actions as rows: what, what for, who, by when, and how it stands. */
export function PromisedTable({
  caption,
  captionSize = "s",
  promised,
  pack,
  withOutcome = true,
}: PromisedTableProps): ReactNode {
  if (promised.length === 0)
    return (
      <>
        <h2 className={`nhsuk-heading-${captionSize}`}>{caption}</h2>
        <p>None.</p>
      </>
    );
  const outcome = withOutcome ? [{ text: "Intended outcome" }] : [];
  return (
    <Table
      responsive
      firstCellIsHeader
      classes="tl-promised"
      caption={{ text: caption, size: captionSize }}
      head={[
        { text: "Detailed action" },
        ...outcome,
        { text: "Responsible" },
        { text: "Due" },
        { text: "How it stands" },
      ]}
      rows={promised.map((one) => [
        { html: <ActionCell one={one} pack={pack} /> },
        ...(withOutcome ? [{ text: outcomeWords(one, pack) }] : []),
        { html: <OwnerCell one={one} /> },
        { text: longDate(one.due) },
        { html: <StandingTag standing={one.standing} /> },
      ])}
    />
  );
}

function ActionCell({ one, pack }: { one: Promised; pack: Pack }): ReactNode {
  return (
    <a href={itemPath(pack.framework.key, one.key)}>
      {one.id} {one.title}
    </a>
  );
}

function OwnerCell({ one }: { one: Promised }): ReactNode {
  return (
    <>
      {one.responsible}
      {one.owners.length === 0 ? (
        <span className="tl-quiet"> ({one.hasNamedLead ? "not here yet" : "no single owner"})</span>
      ) : null}
    </>
  );
}

export function outcomeWords({ detail }: Pick<Promised, "detail">, pack: Pack): string {
  return detail.outcomes
    .flatMap((id) => pack.outcomes.find((outcome) => outcome.id === id)?.text ?? [])
    .join(" ");
}
