import { Conflict, Invalid, type FieldProblem } from "#platform/problem.ts";
import { ErrorSummary } from "#ui/nhs/error-summary.tsx";
import { findPatientData } from "#ui/patient-data.ts";
import type { Request } from "#web/env.ts";
import { ownContext } from "#web/own-context.ts";
import { renderPage } from "#web/render.tsx";
import { recordPoints } from "../commands/record-points.ts";
import type { Point } from "../point.ts";
import { figuresAt, numberSheet } from "../queries/number-sheet.ts";
import { seenIn } from "../seen-points.ts";
import { seriesName, type SeriesSeen } from "../series.ts";
import { cellName, mostRows, readSheet, sheetRows, type SheetRow } from "../sheet.ts";
import { NumberSheetForm, shownRow, type SheetShown, type SheetState } from "../views/number-sheet.tsx";
import { dayOf } from "#platform/day.ts";

const isoDay = /^\d{4}-\d{2}-\d{2}$/;

/** Many numbers at once: a plain table of boxes, and with a script a spreadsheet to paste into. */
export async function numbersPage(c: Request): Promise<Response> {
  const until = c.req.query("until");
  const sheet = await numberSheet(ownContext(c), idOf(c), until && isoDay.test(until) ? until : undefined);
  const rows = sheet.rows.map(({ period, figure }) => shownRow(period, figure));
  return draw(c, { ...sheet, rows }, { state: {}, older: sheet.older });
}

export async function saveNumbers(c: Request): Promise<Response> {
  const context = ownContext(c);
  const form = c.get("form");
  const rows = sheetRows(form?.entries() ?? []);
  const { series, there } = await figuresAt(
    context,
    idOf(c),
    rows.map(({ period }) => period),
  );
  const shown = {
    series,
    today: dayOf(context.at),
    rows: rows.map((row) => ({ ...row, figure: there.get(row.period) })),
  };
  const { points, problems } = readSheet(series.definition, rows, there);
  const all = [...problems, ...noteProblems(rows), ...tooMany(rows)];
  if (all.length > 0) return draw(c, shown, { state: { problems: all } }, 422);
  if (points.length === 0) return c.redirect(`${pathOf(series)}?saved=0`, 303);
  try {
    await recordPoints(context, series.id, { points, seen: seenIn(seenText(c)) });
    return c.redirect(`${pathOf(series)}?saved=${points.length}`, 303);
  } catch (error) {
    if (error instanceof Invalid)
      return draw(c, shown, { state: { problems: atCells(error.problems, points) } }, 422);
    if (error instanceof Conflict) return draw(c, shown, { state: { conflict: error } }, 409);
    throw error;
  }
}

function idOf(c: Request): string {
  return c.req.param("id") ?? "";
}

function seenText(c: Request): string {
  const seen = c.get("form")?.get("seen");
  return typeof seen === "string" ? seen : "";
}

function pathOf(series: SeriesSeen): string {
  return `/series/${series.id}/numbers`;
}

function tooMany(rows: readonly SheetRow[]): FieldProblem[] {
  if (rows.length <= mostRows) return [];
  return [{ field: "sheet", message: `A sheet takes up to ${mostRows} rows. Upload a file instead` }];
}

function noteProblems(rows: readonly SheetRow[]): FieldProblem[] {
  return rows.flatMap(({ period, note }) => {
    const found = findPatientData(note);
    return found
      ? [{ field: cellName("note", period), message: `The note holds what looks like ${found}. Take it out` }]
      : [];
  });
}

/** "points.3" is the cell of the third point. */
function atCells(problems: readonly FieldProblem[], points: readonly Point[]): FieldProblem[] {
  return problems.map(({ field, message }) => {
    const point = points[Number(field.split(".")[1])];
    return { field: point ? cellName("first", point.period) : field, message };
  });
}

type Drawn = { state: SheetState; older?: string };

function draw(c: Request, shown: SheetShown, { state, older }: Drawn, status = 200): Response {
  const { series } = shown;
  const problems = state.problems ?? [];
  return renderPage(
    c,
    {
      title: "Enter numbers",
      section: seriesName(series),
      backLink: { text: "Back to the chart", href: `/series/${series.id}` },
      hasProblems: problems.length > 0 || state.conflict !== undefined,
      island: "grid",
      success: status === 200 ? savedWords(c) : undefined,
      children: (
        <>
          {problems.length > 0 ? (
            <ErrorSummary
              heading={{ text: "There is a problem" }}
              errorList={problems.map(({ field, message }) => ({ text: message, href: `#${field}` }))}
            />
          ) : null}
          <span className="nhsuk-caption-l">{`${seriesName(series)}, ${series.body.name}`}</span>
          <h1>Enter numbers</h1>
          <p>
            Write <strong>missing</strong> where a number should be known and is not, and <strong>n/a</strong>{" "}
            where there was nothing to measure. An empty box says nothing. 0 is a number.
          </p>
          <NumberSheetForm shown={shown} state={state} action={pathOf(series)} />
          <p>
            {older ? <a href={`${pathOf(series)}?until=${older}`}>Older numbers</a> : null}
            {older ? ", or " : null}
            <a href={`/series/${series.id}/upload`}>{older ? "upload a file" : "Upload a file"}</a>
          </p>
        </>
      ),
    },
    status,
  );
}

function savedWords(c: Request): string | undefined {
  const saved = c.req.query("saved");
  if (saved === undefined || !/^\d{1,5}$/.test(saved)) return undefined;
  if (saved === "0") return "Nothing was different, so nothing was changed.";
  return saved === "1"
    ? "1 number was saved."
    : `${Number(saved).toLocaleString("en-GB")} numbers were saved.`;
}
