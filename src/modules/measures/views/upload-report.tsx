import { randomUUID } from "node:crypto";
import type { ReactNode } from "react";
import { columnName } from "#platform/workbook/cell.ts";
import { dayInWords } from "#platform/moments.ts";
import { periodWords } from "#ui/figures/period.ts";
import { Button } from "#ui/nhs/button.tsx";
import { Details } from "#ui/nhs/details.tsx";
import { ErrorSummary } from "#ui/nhs/error-summary.tsx";
import { Radios } from "#ui/nhs/radios.tsx";
import { Select } from "#ui/nhs/select.tsx";
import { Table } from "#ui/nhs/table.tsx";
import { hasDenominator } from "../definition.ts";
import { figureWords } from "../figure-words.ts";
import type { UploadCheck } from "../queries/upload-check.ts";
import { seriesName } from "../series.ts";
import type { UploadChoice } from "../upload.ts";
import { firstLabel } from "./keypad-form.tsx";

type Props = {
  check: UploadCheck;
  choice: UploadChoice;
  title: string;
  canLoad: boolean;
  refused: string | undefined;
};

const problemsShown = 100;
const rowsShown = 12;

/** What a file would do: counted, shown, and with everything that is wrong at its cell. */
export function UploadReport(props: Props): ReactNode {
  const { check, title, canLoad, refused } = props;
  const { plan, upload, series } = check;
  return (
    <div className="nhsuk-grid-row">
      <div className="nhsuk-grid-column-two-thirds">
        {refused ? (
          <ErrorSummary
            heading={{ text: "There is a problem" }}
            errorList={[{ text: refused, href: "#confirm" }]}
          />
        ) : null}
        <span className="nhsuk-caption-l">{`${seriesName(series)}: ${upload.fileName}`}</span>
        <h1>{title}</h1>
        {plan.read.problem ? <p>{plan.read.problem}.</p> : null}
        <Notes check={check} />
        {plan.problems.length > 0 ? <Problems check={check} /> : null}
        {canLoad ? <Changes {...props} /> : null}
        <Reading {...props} />
        {plan.read.rows.length > 0 ? <Sample check={check} /> : null}
      </div>
    </div>
  );
}

function Notes({ check: { plan } }: { check: UploadCheck }): ReactNode {
  const notes = [...plan.sheet.notes, ...plan.read.notes];
  if (notes.length === 0) return null;
  return (
    <ul className="nhsuk-list nhsuk-list--bullet">
      {notes.map((note) => (
        <li key={note}>{note}</li>
      ))}
    </ul>
  );
}

function Problems({ check: { plan } }: { check: UploadCheck }): ReactNode {
  const { problems } = plan;
  const count =
    problems.length === 1 ? "1 cell has" : `${problems.length.toLocaleString("en-GB")} cells have`;
  return (
    <>
      <p>Nothing was changed. Mend these in the file, and upload it again.</p>
      <Table
        caption={`${count} something to put right${problems.length > problemsShown ? ` (the first ${problemsShown})` : ""}`}
        firstCellIsHeader
        head={["Cell", "What is wrong"]}
        rows={problems.slice(0, problemsShown).map(({ place, message }) => [place, message])}
      />
    </>
  );
}

function Changes({ check, choice }: Props): ReactNode {
  const { plan, series } = check;
  const lines = [
    [plan.added, "New", "Added"],
    [plan.changed.length - plan.taken, "Other than what stands there", "Changed, with the old ones kept"],
    [plan.taken, "None, where a number stands", "The number is taken away, and kept in the record"],
    [plan.same, "There already", "Left alone"],
    [plan.kept, "Of periods that have another number", "Left alone"],
  ].filter(([count]) => count !== 0);
  return (
    <>
      <p>Nothing has changed yet.</p>
      <Table
        caption="What would happen"
        firstCellIsHeader
        head={["Numbers", { text: "How many", format: "numeric" }, "What happens"]}
        rows={lines.map(([count, what, then]) => [
          String(what),
          { text: Number(count).toLocaleString("en-GB"), format: "numeric" },
          String(then),
        ])}
      />
      {plan.changed.length > 0 ? <Changed check={check} /> : null}
      {plan.points.length > 0 ? (
        <form action={`/series/${series.id}/upload/${check.upload.id}`} method="post" id="confirm">
          <input type="hidden" name="_key" value={randomUUID()} />
          <input type="hidden" name="revision" value={series.revision} />
          <ChoiceInputs choice={choice} />
          <Button text="Confirm and load" preventDoubleClick />
        </form>
      ) : (
        <p>Everything in this file is here already.</p>
      )}
    </>
  );
}

function Changed({ check: { plan, series } }: { check: UploadCheck }): ReactNode {
  return (
    <Table
      caption={`Numbers that would change${plan.changed.length > rowsShown ? ` (the first ${rowsShown})` : ""}`}
      firstCellIsHeader
      head={["Period", "Now", "In the file"]}
      rows={plan.changed
        .slice(0, rowsShown)
        .map(({ period, from, to }) => [periodWords(period, series.definition.frequency), from, to])}
    />
  );
}

function ChoiceInputs({ choice }: { choice: UploadChoice }): ReactNode {
  const { sheet, order, when, first, second, onlyNew } = choice;
  const said = { sheet, order, when, first, second, keep: onlyNew ? "new" : undefined };
  return Object.entries(said).map(([name, value]) =>
    value === undefined ? null : <input key={name} type="hidden" name={name} value={value} />,
  );
}

/** How the file is read, to be changed where it was read wrongly, and the one thing that nobody can know. */
function Reading({ check, choice, canLoad }: Props): ReactNode {
  const { plan, series, upload } = check;
  const { question } = plan.read;
  const form = (
    <form action={`/series/${series.id}/upload/${upload.id}`} method="get">
      {question ? <Question question={question} /> : null}
      {question ? null : <Columns check={check} choice={choice} />}
      <Button text={question ? "Continue" : "Read it so"} variant={question ? undefined : "secondary"} />
    </form>
  );
  if (question || plan.read.problem) return form;
  return (
    <Details summary="Change how the file is read" open={!canLoad}>
      {form}
    </Details>
  );
}

function Question({
  question,
}: {
  question: { cell: string; dayFirst: string; monthFirst: string };
}): ReactNode {
  const day = (iso: string): string => dayInWords(new Date(`${iso}T12:00:00Z`));
  return (
    <Radios
      idPrefix="order"
      name="order"
      fieldset={{ legend: { text: `Which day is ${question.cell}?`, size: "m" } }}
      items={[
        { value: "day-first", text: `${day(question.dayFirst)}: the day is written first` },
        { value: "month-first", text: `${day(question.monthFirst)}: the month is written first` },
      ]}
    />
  );
}

function Columns({ check, choice }: { check: UploadCheck; choice: UploadChoice }): ReactNode {
  const { plan, series, upload } = check;
  const { definition } = series;
  const items = Array.from({ length: Math.min(plan.width, 100) }, (_, column) => ({
    value: String(column),
    text: [columnName(column), plan.read.head[column]].filter(Boolean).join(": "),
  }));
  const pick = (name: "when" | "first" | "second", label: string): ReactNode => (
    <Select
      id={name}
      name={name}
      label={{ text: label }}
      items={items}
      value={String(choice[name] ?? plan.read.columns?.[name] ?? "")}
    />
  );
  return (
    <>
      {upload.sheets.length > 1 ? (
        <>
          <input type="hidden" name="of" value={plan.at} />
          <Select
            id="sheet"
            name="sheet"
            label={{ text: "Sheet" }}
            hint={{ text: "On another sheet its columns are found anew" }}
            value={String(plan.at)}
            items={upload.sheets.map(({ name }, index) => ({ value: String(index), text: name }))}
          />
        </>
      ) : null}
      {pick("when", "Column of the dates")}
      {pick("first", `Column of: ${firstLabel(definition)}`)}
      {hasDenominator(definition) ? pick("second", `Column of: ${definition.denominator}`) : null}
      <Radios
        idPrefix="keep"
        name="keep"
        fieldset={{ legend: { text: "Periods that have a number already", size: "s" } }}
        value={choice.onlyNew ? "new" : "all"}
        items={[
          {
            value: "all",
            text: "Take the number of the file",
            hint: { text: "The old one is kept as a correction" },
          },
          { value: "new", text: "Leave the number that stands there" },
        ]}
      />
      {choice.order ? <input type="hidden" name="order" value={choice.order} /> : null}
    </>
  );
}

function Sample({ check: { plan, series } }: { check: UploadCheck }): ReactNode {
  const { rows } = plan.read;
  return (
    <Table
      caption={`How the file was read${rows.length > rowsShown ? ` (the first ${rowsShown} of ${rows.length.toLocaleString("en-GB")} rows)` : ""}`}
      firstCellIsHeader
      compact
      head={["In the file", "Period", "Number"]}
      rows={rows
        .slice(0, rowsShown)
        .map(({ when, first, second, period, figure }) => [
          [when, first, second].filter((cell) => cell !== "").join(" · "),
          period === null ? "Not read" : periodWords(period, series.definition.frequency),
          figure === null ? "None" : figureWords(figure),
        ])}
    />
  );
}
