import { Forbidden, NotFound } from "#platform/problem.ts";
import type { Context } from "#platform/perform.ts";
import { isBodyCode } from "../body-code.ts";
import type { Body } from "../body.ts";
import { mayAddTeam, mayEditBody, mayReceive, mayRestructure, requireStrongSession } from "../policy.ts";
import { readBody } from "../store/bodies.ts";

const may = { text: mayEditBody, teams: mayAddTeam, structure: mayRestructure, merger: mayReceive };

/** The body that a form is about to change: who may not change it is told before writing anything. */
export async function bodyToChange(context: Context, code: string, change: keyof typeof may): Promise<Body> {
  const body = isBodyCode(code) ? await readBody(context.db, code) : undefined;
  if (!body) throw new NotFound();
  if (!may[change](context.actor, body)) throw new Forbidden(undefined, `/bodies/${code}`);
  if (change === "structure" || change === "merger") requireStrongSession(context.actor);
  return body;
}
