import { Forbidden, Invalid } from "#platform/problem.ts";
import type { Context } from "#platform/perform.ts";
import { isBodyCode, typedBodyCode } from "../body-code.ts";
import type { BodySummary } from "../body.ts";
import { maySeeBodies } from "../policy.ts";
import { readCodesNamed, readSummary } from "../store/bodies.ts";
import { suggestBodies, type Suggestion } from "./suggest-bodies.ts";

/** The body that somebody means by a code, or by a name in full, in a form's field. */
export async function typedBody(context: Context, typed: string, field: string): Promise<BodySummary> {
  if (!maySeeBodies(context.actor)) throw new Forbidden();
  const code = typedBodyCode(typed);
  const byCode = isBodyCode(code) ? await readSummary(context.db, code) : undefined;
  if (byCode) return byCode;
  const [named, second] = await readCodesNamed(context.db, typed.trim());
  const body = named && !second ? await readSummary(context.db, named) : undefined;
  if (body) return body;
  const message = notFoundMessage(typed, second !== undefined) + nearest(await suggestBodies(context, typed));
  throw new Invalid([{ field, message }]);
}

function notFoundMessage(typed: string, several: boolean): string {
  const said = typed.trim().slice(0, 60);
  return several
    ? `There are several organisations called ${said}: give the code of the one that you mean`
    : `There is no organisation with the code or name ${said}`;
}

const most = 3;

/** What it may have been meant for, with the code that says so. */
function nearest(suggestions: readonly Suggestion[]): string {
  if (suggestions.length === 0) return "";
  const named = suggestions.slice(0, most).map(({ value, label }) => `${label} (${value})`);
  return `. You may mean ${named.join(", or ")}`;
}
