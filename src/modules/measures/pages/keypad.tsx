import type { ReactNode } from "react";
import { Conflict, Invalid, type FieldProblem } from "#platform/problem.ts";
import { periodStart, periodWords } from "#ui/figures/period.ts";
import { ErrorSummary } from "#ui/nhs/error-summary.tsx";
import { findPatientData } from "#ui/patient-data.ts";
import { PostButton } from "#ui/post-button.tsx";
import { columnPage } from "#web/column-page.tsx";
import type { Request } from "#web/env.ts";
import { pocketContext } from "#modules/people/index.ts";
import { recordPoints } from "../commands/record-points.ts";
import { figureWords } from "../figure-words.ts";
import type { Point } from "../point.ts";
import { keypadShown, seriesForKeypad, type KeypadShown } from "../queries/keypad-shown.ts";
import { seenIn } from "../seen-points.ts";
import { seriesName, type SeriesSeen } from "../series.ts";
import { figureTyped } from "../typed-figure.ts";
import { KeypadForm, type KeypadState } from "../views/keypad-form.tsx";

type Pocket = Awaited<ReturnType<typeof pocketContext>>;

/** One number from a phone: opened by the code on the wall, saved in seconds, with or without a connection. */
export async function keypadPage(c: Request): Promise<Response> {
  const context = await pocketContext(c);
  return draw(c, context, { shown: await keypadShown(context, tokenOf(c)), state: {} });
}

export async function saveKeypad(c: Request): Promise<Response> {
  const context = await pocketContext(c);
  const series = await seriesForKeypad(context, tokenOf(c));
  const typed = typedIn(c);
  const again = async (state: KeypadState, status: number): Promise<Response> =>
    draw(c, context, { shown: await keypadShown(context, tokenOf(c)), state: { ...state, typed } }, status);
  try {
    const point = pointTyped(series, typed);
    await recordPoints(context, series.id, { points: [point], seen: seenIn(typed["seen"] ?? "") });
    return c.redirect(`${pathOf(c)}?saved=${point.period}`, 303);
  } catch (error) {
    if (error instanceof Invalid) return again({ problems: error.problems.map(atField) }, 422);
    if (error instanceof Conflict) return again({ conflict: error }, 409);
    throw error;
  }
}

function tokenOf(c: Request): string {
  return c.req.param("token") ?? "";
}

function pathOf(c: Request): string {
  return `/m/${tokenOf(c)}`;
}

function typedIn(c: Request): Record<string, string> {
  const sent = [...(c.get("form")?.entries() ?? [])];
  return Object.fromEntries(sent.filter((pair): pair is [string, string] => typeof pair[1] === "string"));
}

const isoDay = /^\d{4}-\d{2}-\d{2}$/;
const longestNote = 500;

function pointTyped({ definition }: SeriesSeen, typed: Record<string, string>): Point {
  const { period = "", first = "", second = "", state = "" } = typed;
  const note = (typed["note"] ?? "").trim();
  const figure = figureTyped(definition, { state, first, second });
  const refused = noteProblem(note);
  const problems: FieldProblem[] = [
    ...(isoDay.test(period) && !Number.isNaN(Date.parse(period))
      ? []
      : [{ field: "period", message: "Choose what the number is for" }]),
    ...("message" in figure ? [figure] : []),
    ...(refused ? [{ field: "note", message: refused }] : []),
  ];
  if (problems.length > 0 || "message" in figure) throw new Invalid(problems);
  return { ...figure, period: periodStart(period, definition.frequency), note };
}

function noteProblem(note: string): string | undefined {
  if (note.length > longestNote) return `The note must be ${longestNote} characters or fewer`;
  const found = findPatientData(note);
  return found ? `The note holds what looks like ${found}. Take it out` : undefined;
}

/** The one point's problem, at the field that it came from. */
function atField({ field, message }: FieldProblem): FieldProblem {
  if (!field.startsWith("points.")) return { field, message };
  return { field: message.includes("period") ? "period" : "first", message };
}

type Drawn = { shown: KeypadShown; state: KeypadState };

function draw(c: Request, context: Pocket, { shown, state }: Drawn, status = 200): Response {
  const { series } = shown;
  const name = seriesName(series);
  return columnPage(
    c,
    {
      title: "Enter a number",
      section: name,
      caption: `${name}, ${series.body.name}`,
      island: "keypad",
      hasProblems: Boolean(state.problems?.length) || state.conflict !== undefined,
      above: <Problems problems={state.problems ?? []} />,
      success: status === 200 ? savedWords(c, shown) : undefined,
      children: (
        <>
          <KeypadForm shown={shown} state={state} action={pathOf(c)} personId={context.actor.id} />
          <Below context={context} seriesId={series.id} path={pathOf(c)} />
        </>
      ),
    },
    status,
  );
}

function savedWords(c: Request, { periods, series }: KeypadShown): string | undefined {
  const saved = periods.find(({ period }) => period === c.req.query("saved"));
  if (!saved?.figure) return undefined;
  const when = periodWords(saved.period, series.definition.frequency);
  return `Saved: ${figureWords(saved.figure)} for ${when.startsWith("Week") ? `the w${when.slice(1)}` : when}.`;
}

function Problems({ problems }: { problems: readonly FieldProblem[] }): ReactNode {
  if (problems.length === 0) return null;
  return (
    <ErrorSummary
      heading={{ text: "There is a problem" }}
      errorList={problems.map(({ field, message }) => ({ text: message, href: `#${field}` }))}
    />
  );
}

/** In whose name the phone enters, and how to begin and end that. */
function Below({ context, seriesId, path }: { context: Pocket; seriesId: string; path: string }): ReactNode {
  const next = { next: path };
  if (context.byPhone) {
    return (
      <section className="tl-keypad__below">
        <p>This phone enters numbers in the name of {context.actor.name}, without signing in.</p>
        <PostButton
          action="/me/phones/forget"
          text="End this on this phone"
          variant="secondary"
          small
          fields={next}
        />
      </section>
    );
  }
  return (
    <section className="tl-keypad__below">
      <p>
        <a href={`/series/${seriesId}`}>See the chart</a> or{" "}
        <a href={`/series/${seriesId}/numbers`}>enter many numbers at once</a>
      </p>
      <PostButton
        action="/me/phones"
        text="Let this phone enter numbers for 90 days"
        variant="secondary"
        small
        fields={next}
      />
      <p className="tl-quiet">
        Without signing in, in your name, and nothing else. Signing out on this phone ends it. Not on a phone
        that others use.
      </p>
    </section>
  );
}
