import { Forbidden, NotFound } from "#platform/problem.ts";
import type { Context } from "#platform/perform.ts";
import { isBodyCode } from "../body-code.ts";
import type { BodyRow, NamedBody } from "../body.ts";
import type { Geography } from "../geography.ts";
import { none, several } from "../overlap.ts";
import { paging, type AskedPage, type Paging } from "#platform/paging.ts";
import { maySeeBodies } from "../policy.ts";
import { readSummary } from "../store/bodies.ts";
import { countInCell, listInCell, readGeographies } from "../store/overlap.ts";

export type OverlapAsked = { a: string; b: string; row: string; column: string; page: AskedPage };

export type OverlappingBodies = {
  a: Geography;
  b: Geography;
  row: NamedBody | typeof none | typeof several | undefined;
  column: NamedBody | typeof none | typeof several | undefined;
  rows: BodyRow[];
  paging: Paging;
};

const rowsOnPage = 50;

/** The organisations behind one number of a comparison. */
export async function overlappingBodies(context: Context, asked: OverlapAsked): Promise<OverlappingBodies> {
  if (!maySeeBodies(context.actor)) throw new Forbidden();
  const geographies = await readGeographies(context.db);
  const [a, b] = [asked.a, asked.b].map((key) => geographies.find((one) => one.key === key));
  if (!a || !b) throw new NotFound();
  const row = await chosen(context, asked.row);
  const column = await chosen(context, asked.column);
  const cell = { a, b, row: asked.row, column: asked.column };
  const total = await countInCell(context.db, cell);
  const shown = paging(total, asked.page, rowsOnPage);
  return { a, b, row, column, rows: await listInCell(context.db, cell, shown), paging: shown };
}

async function chosen({ db }: Context, code: string): Promise<OverlappingBodies["row"]> {
  if (code === "") return undefined;
  if (code === none || code === several) return code;
  const body = isBodyCode(code) ? await readSummary(db, code) : undefined;
  if (!body) throw new NotFound();
  return { code: body.code, name: body.name };
}
