import { randomUUID } from "node:crypto";
import { Conflict, Invalid, type FieldProblem } from "#platform/problem.ts";
import { UnreadableFile } from "#platform/unreadable-file.ts";
import type { Request } from "../env.ts";
import { changeName, checkAnswersPage, confirmedName, type Check } from "./check-answers.tsx";
import type { Fields, Typed, Values } from "./fields.ts";
import type { FormState } from "./form-view.tsx";
import type { Form } from "./form.ts";

type Sent<F extends Fields> = {
  form: Form<F>;
  /** Given, the answers are shown once more before anything is done. */
  check?(values: Values<F>): Check | Promise<Check>;
  /** Does it, and says where to go next. May throw Invalid, UnreadableFile or Conflict, which draw the form again. */
  act(values: Values<F>, version: number): Promise<Response>;
  /** Draws the form again, with everything that was typed still in it. */
  redraw(state: FormState, status: number): Response | Promise<Response>;
};

/** The way of every form: read, act, go on; or come back with what is wrong and lose nothing. */
export async function submitForm<F extends Fields>(c: Request, sent: Sent<F>): Promise<Response> {
  const read = sent.form.read(c.get("form"));
  const { typed, version } = read;
  if (!read.ok) {
    return sent.redraw({ typed, version, problems: read.problems, patientData: read.patientData }, 422);
  }
  const given = c.get("form")!;
  if (sent.check && given.has(changeName)) return sent.redraw({ typed, version }, 200);
  try {
    if (sent.check && !given.has(confirmedName)) return await askAgain(c, sent, read);
    return await sent.act(read.values, read.version);
  } catch (error) {
    if (error instanceof Invalid) return sent.redraw({ typed, version, problems: error.problems }, 422);
    if (error instanceof UnreadableFile) {
      return sent.redraw({ typed, version, problems: [unreadable(error, sent.form)] }, 422);
    }
    if (error instanceof Conflict)
      return sent.redraw({ typed, version: error.version, conflict: error }, 409);
    throw error;
  }
}

/** The sentence stands at the field that took the file. */
function unreadable({ message }: UnreadableFile, { fields }: Form): FieldProblem {
  const found = Object.entries(fields).find(([, field]) => field.kind === "file");
  return { field: found?.[0] ?? "file", message };
}

async function askAgain<F extends Fields>(
  c: Request,
  sent: Sent<F>,
  { values, typed, version }: { values: Values<F>; typed: Typed; version: number },
): Promise<Response> {
  const check = await sent.check!(values);
  const given = c.get("form")!;
  const known = new Set(["_key", "_version", ...Object.keys(sent.form.fields)]);
  const extra = [...given.entries()].filter(
    (pair): pair is [string, string] =>
      typeof pair[1] === "string" && !known.has(pair[0]) && !/-(day|month|year)$/.test(pair[0]),
  );
  // A key of its own: the first sending did nothing that a second could repeat.
  return checkAnswersPage(c, check, { form: sent.form, typed, version, key: randomUUID(), extra });
}
