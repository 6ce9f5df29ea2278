import { randomUUID } from "node:crypto";
import type { ReactNode } from "react";
import type { Conflict, FieldProblem } from "#platform/problem.ts";
import { ConflictPanel } from "#ui/conflict-panel.tsx";
import { periodWords } from "#ui/figures/period.ts";
import { Button } from "#ui/nhs/button.tsx";
import { Details } from "#ui/nhs/details.tsx";
import { Input } from "#ui/nhs/input.tsx";
import { Select } from "#ui/nhs/select.tsx";
import { hasDenominator, type DefinitionText } from "../definition.ts";
import { figureWords } from "../figure-words.ts";
import type { KeypadShown } from "../queries/keypad-shown.ts";
import { seriesName } from "../series.ts";

/** What was typed before, when the page is drawn again. */
export type KeypadState = {
  typed?: Record<string, string>;
  problems?: readonly FieldProblem[];
  conflict?: Conflict;
};

type Props = { shown: KeypadShown; state: KeypadState; action: string; personId: string };

/** One number with large keys. The keys are added by a script; without it the phone shows its own. */
export function KeypadForm({ shown, state, action, personId }: Props): ReactNode {
  const { series, today, last } = shown;
  const { definition } = series;
  return (
    <>
      {state.conflict ? (
        <ConflictPanel heading="There is another number already" fields={state.conflict.fields} />
      ) : null}
      <form
        action={action}
        method="post"
        noValidate
        className="tl-keypad"
        data-keypad={definition.form === "value" ? "decimal" : "whole"}
        data-today={today}
        data-frequency={definition.frequency}
        data-last={last ?? ""}
        data-offline="number"
        data-offline-about={`${seriesName(series)}, ${series.body.name}`}
        data-offline-of={personId}
      >
        <input type="hidden" name="_key" value={randomUUID()} />
        <input type="hidden" name="seen" value={seenWords(shown)} />
        <Asked shown={shown} state={state} />
        <div className="tl-keypad__keys" data-keys="" hidden />
        <Button
          text={state.conflict ? "Save mine over theirs" : "Save"}
          name="state"
          value="number"
          preventDoubleClick
          classes="tl-keypad__save"
        />
        <p className="tl-quiet" data-kept="" hidden>
          This page is kept on this phone: it opens and takes numbers without a signal too.
        </p>
        <Otherwise note={state.typed?.["note"] ?? ""} error={errorAt(state, "note")} />
      </form>
    </>
  );
}

function Asked({ shown, state }: Pick<Props, "shown" | "state">): ReactNode {
  const { definition } = shown.series;
  const typed = state.typed ?? {};
  const inputmode = definition.form === "value" ? ("decimal" as const) : ("numeric" as const);
  const number = (name: string, label: string): ReactNode => (
    <Input
      id={name}
      name={name}
      label={{ text: label, size: "m" }}
      errorMessage={errorAt(state, name)}
      value={typed[name] ?? ""}
      large
      width={10}
      inputmode={inputmode}
      autocomplete="off"
      spellcheck={false}
      attributes={{ "data-number": "" }}
    />
  );
  return (
    <>
      <Select
        id="period"
        name="period"
        label={{ text: definition.frequency === "event" ? "Day" : "Period" }}
        errorMessage={errorAt(state, "period")}
        value={typed["period"] ?? shown.proposed}
        items={shown.periods.map(({ period, figure }) => ({
          value: period,
          text: `${periodWords(period, definition.frequency)}${figure ? ` – has ${figureWords(figure)}` : ""}`,
        }))}
      />
      {number("first", firstLabel(definition))}
      {hasDenominator(definition) ? number("second", `Out of: ${definition.denominator}`) : null}
    </>
  );
}

function Otherwise({ note, error }: { note: string; error: { text: string } | undefined }): ReactNode {
  return (
    <Details summary="There is no number, or something to add" open={note !== ""}>
      <Input
        id="note"
        name="note"
        label={{ text: "Note" }}
        hint={{ text: "Only if something was out of the ordinary. Name no patient" }}
        errorMessage={error}
        value={note}
        attributes={{ "data-check-patient-data": "" }}
      />
      <div className="nhsuk-button-group">
        <Button
          text="Nothing to measure"
          name="state"
          value="not-applicable"
          variant="secondary"
          preventDoubleClick
        />
        <Button
          text="The number is missing"
          name="state"
          value="missing"
          variant="secondary"
          preventDoubleClick
        />
      </div>
      <p className="tl-quiet">
        Nothing to measure: the ward was closed, or nobody was due. Missing: it should have been counted and
        was not. If you counted and there were none, enter 0.
      </p>
    </Details>
  );
}

function errorAt(state: KeypadState, field: string): { text: string } | undefined {
  const problem = state.problems?.find((one) => one.field === field);
  return problem && { text: problem.message };
}

/** What is counted, as shortly as its definition says it. */
export function firstLabel(definition: DefinitionText): string {
  if (hasDenominator(definition)) return definition.numerator || "How many";
  return definition.unit ? `Number (${definition.unit})` : "Number";
}

/** Which version of each figure this page shows, so that nobody writes over what they have not seen. */
function seenWords({ periods }: KeypadShown): string {
  return periods.flatMap(({ period, figure }) => (figure ? [`${period}:${figure.version}`] : [])).join(" ");
}
