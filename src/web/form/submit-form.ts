import { Conflict, Invalid } from "#platform/problem.ts";
import type { Request } from "../env.ts";
import type { Fields, Values } from "./fields.ts";
import type { FormState } from "./form-view.tsx";
import type { Form } from "./form.ts";

type Sent<F extends Fields> = {
  form: Form<F>;
  /** Does it, and says where to go next. May throw Invalid or Conflict, which draw the form again. */
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
  try {
    return await sent.act(read.values, read.version);
  } catch (error) {
    if (error instanceof Invalid) return sent.redraw({ typed, version, problems: error.problems }, 422);
    if (error instanceof Conflict)
      return sent.redraw({ typed, version: error.version, conflict: error }, 409);
    throw error;
  }
}
