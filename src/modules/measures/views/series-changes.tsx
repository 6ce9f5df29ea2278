import type { ReactNode } from "react";
import { inWords } from "#platform/moments.ts";
import { periodWords } from "#ui/figures/period.ts";
import { Table } from "#ui/nhs/table.tsx";
import { figureWords } from "../figure-words.ts";
import type { SeriesHistory } from "../queries/series-history.ts";
import { viewWords } from "../view-words.ts";

type Part = { history: SeriesHistory };

/** How the chart was looked at and what numbers were corrected: by whom, when and why. */
export function SeriesChanges({ history }: Part): ReactNode {
  return (
    <>
      <h2>The chart</h2>
      {history.changes.map((change) => (
        <section key={change.number} aria-labelledby={`change-${change.number}`}>
          <h3 id={`change-${change.number}`}>
            {inWords(change.at)}, {change.by ?? "somebody who has left"}
          </h3>
          <p>{change.reason === "" ? "As it was begun." : change.reason}</p>
          <ul className="nhsuk-list nhsuk-list--bullet">
            {viewWords(change, history.series.definition).map((line) => (
              <li key={line}>{line}</li>
            ))}
          </ul>
          {change.hasPictures ? <Pictures id={history.series.id} number={change.number} /> : null}
        </section>
      ))}
      <h2>The numbers</h2>
      <Corrections history={history} />
    </>
  );
}

function Pictures({ id, number }: { id: string; number: number }): ReactNode {
  return (
    <div className="tl-before-after">
      {(["before", "after"] as const).map((which) => (
        <figure key={which}>
          <figcaption>{which === "before" ? "Before" : "After"}</figcaption>
          <img
            src={`/series/${id}/history/${number}/${which}`}
            alt={`The chart ${which} this change`}
            width={440}
            loading="lazy"
          />
        </figure>
      ))}
    </div>
  );
}

function Corrections({ history }: Part): ReactNode {
  const { corrections } = history;
  if (corrections.length === 0) return <p>No number was corrected.</p>;
  return (
    <Table
      id="corrections"
      caption={{ text: "What stood there before", size: "s" }}
      firstCellIsHeader
      responsive
      head={[
        { text: "Period" },
        { text: "Was", format: "numeric" },
        { text: "Why" },
        { text: "Corrected by" },
        { text: "On" },
      ]}
      rows={corrections.map((one) => [
        { text: periodWords(one.period, history.series.definition.frequency) },
        { text: figureWords(one) },
        { text: one.reason === "" ? "No reason given" : one.reason },
        { text: one.by ?? "Somebody who has left" },
        { text: inWords(one.at) },
      ])}
    />
  );
}
