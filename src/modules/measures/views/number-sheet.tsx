import { randomUUID } from "node:crypto";
import type { ReactNode } from "react";
import type { Conflict, FieldProblem } from "#platform/problem.ts";
import { ConflictPanel } from "#ui/conflict-panel.tsx";
import { periodWords } from "#ui/figures/period.ts";
import { cellsOf } from "#ui/figures/read-figure.ts";
import { Button } from "#ui/nhs/button.tsx";
import { VisuallyHidden } from "#ui/nhs/visually-hidden.tsx";
import { hasDenominator } from "../definition.ts";
import type { StoredPoint } from "../point.ts";
import { cellName, type SheetCell, type SheetRow } from "../sheet.ts";
import type { SeriesSeen } from "../series.ts";
import { firstLabel } from "./keypad-form.tsx";

export type SheetState = {
  problems?: readonly FieldProblem[];
  conflict?: Conflict;
};

export type SheetShown = {
  series: SeriesSeen;
  today: string;
  rows: readonly (SheetRow & { figure: StoredPoint | undefined })[];
};

/** What stands there, as it stands in the cells. */
export function shownRow(period: string, figure: StoredPoint | undefined): SheetShown["rows"][number] {
  const cells = figure ? cellsOf(figure) : { first: "", second: "" };
  return { period, ...cells, note: figure?.note ?? "", figure };
}

type Props = { shown: SheetShown; state: SheetState; action: string };

/** A table of periods with a box for each number. A script makes a spreadsheet of it. */
export function NumberSheetForm({ shown, state, action }: Props): ReactNode {
  const { series, rows, today } = shown;
  const { definition } = series;
  const { form, frequency, unit } = definition;
  return (
    <>
      {state.conflict ? (
        <ConflictPanel heading="Somebody else changed some of these numbers" fields={state.conflict.fields} />
      ) : null}
      <form
        action={action}
        method="post"
        noValidate
        className="tl-sheet-form"
        data-sheet={JSON.stringify({ form, frequency, unit, today })}
      >
        <input type="hidden" name="_key" value={randomUUID()} />
        <input type="hidden" name="seen" value={seenWords(rows)} />
        <div data-paste="" />
        <div className="tl-grid__frame">
          <table className="nhsuk-table tl-grid">
            <caption className="nhsuk-table__caption nhsuk-u-visually-hidden">Numbers by period</caption>
            <thead>
              <tr>
                <th scope="col">Period</th>
                <th scope="col">{firstLabel(definition)}</th>
                {hasDenominator(definition) ? <th scope="col">Out of: {definition.denominator}</th> : null}
                <th scope="col">Note</th>
              </tr>
            </thead>
            <tbody>
              {rows.map((row) => (
                <Row key={row.period} row={row} series={series} problems={state.problems ?? []} />
              ))}
            </tbody>
          </table>
        </div>
        <p data-sheet-said="" role="status" />
        <Button text={state.conflict ? "Save mine over theirs" : "Save the numbers"} preventDoubleClick />
      </form>
    </>
  );
}

type RowProps = { row: SheetRow; series: SeriesSeen; problems: readonly FieldProblem[] };

function Row({ row, series, problems }: RowProps): ReactNode {
  const { definition } = series;
  const when = periodWords(row.period, definition.frequency);
  const cell = (which: SheetCell, label: string): ReactNode => (
    <Cell
      name={cellName(which, row.period)}
      which={which}
      label={`${label}, ${when}`}
      value={row[which]}
      problems={problems}
    />
  );
  return (
    <tr data-period={row.period}>
      <th scope="row">{when}</th>
      {cell("first", firstLabel(definition))}
      {hasDenominator(definition) ? cell("second", "Out of") : null}
      {cell("note", "Note")}
    </tr>
  );
}

type CellProps = {
  name: string;
  which: SheetCell;
  label: string;
  value: string;
  problems: readonly FieldProblem[];
};

function Cell({ name, which, label, value, problems }: CellProps): ReactNode {
  const message = problems.find(({ field }) => field === name)?.message;
  return (
    <td>
      <label className="nhsuk-u-visually-hidden" htmlFor={name}>
        {label}
      </label>
      <input
        className={`nhsuk-input${message ? " nhsuk-input--error" : ""}`}
        id={name}
        name={name}
        type="text"
        data-cell={which}
        defaultValue={value}
        inputMode={which === "note" ? undefined : "decimal"}
        autoComplete="off"
        spellCheck={which === "note"}
        aria-describedby={message ? `${name}-error` : undefined}
        aria-invalid={message ? true : undefined}
        data-check-patient-data={which === "note" ? "" : undefined}
      />
      <span className="nhsuk-error-message" id={`${name}-error`} hidden={!message}>
        <VisuallyHidden>Error: </VisuallyHidden>
        <span data-message="">{message}</span>
      </span>
    </td>
  );
}

/** Which version of each figure the sheet shows, so that nobody writes over what they have not seen. */
function seenWords(rows: SheetShown["rows"]): string {
  return rows.flatMap(({ period, figure }) => (figure ? [`${period}:${figure.version}`] : [])).join(" ");
}
