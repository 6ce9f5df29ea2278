import { Forbidden } from "#platform/problem.ts";
import type { Context } from "#platform/perform.ts";
import { typedBodyCode } from "../body-code.ts";
import type { BodyRow } from "../body.ts";
import { maySeeBodies } from "../policy.ts";
import { searchWords } from "../search-words.ts";
import { listAlike, listBodies } from "../store/find-bodies.ts";

export type Suggestion = { value: string; label: string; hint: string };

const most = 10;

export async function suggestBodies(context: Context, typed: string): Promise<Suggestion[]> {
  if (!maySeeBodies(context.actor)) throw new Forbidden();
  const sought = { words: searchWords(typed), code: typedBodyCode(typed).slice(0, 20) };
  if (sought.words.length === 0) return [];
  const rows = await listBodies(context.db, sought, { size: most, offset: 0 });
  return (rows.length > 0 ? rows : await listAlike(context.db, sought, most)).map(suggestion);
}

/** A closed body is found by its name, and what is chosen is what it became. */
function suggestion(row: BodyRow): Suggestion {
  const { code, name, heir } = row;
  const was = row.closedOn === null ? [] : [heir ? `closed, now ${heir.name}` : "closed"];
  const hint = [row.kindLabel, row.town, code, ...was].filter((part) => part !== "").join(", ");
  return { value: heir?.code ?? code, label: name, hint };
}
