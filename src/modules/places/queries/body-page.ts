import { Forbidden, NotFound } from "#platform/problem.ts";
import type { Context } from "#platform/perform.ts";
import { isBodyCode } from "../body-code.ts";
import { type Body, type BodyRow, type KindCount } from "../body.ts";
import { paging, type AskedPage, type Paging } from "#platform/paging.ts";
import { mayAddTeam, mayEditBody, mayRestructure, maySeeBodies } from "../policy.ts";
import { countBelow, listNearest } from "../store/below.ts";
import { readBody } from "../store/bodies.ts";

export type BodyPage = {
  body: Body;
  /** Everything below it, or in it, by kind. */
  counts: KindCount[];
  /** What the list can be narrowed to, and what it shows of it. */
  nearest: { counts: KindCount[]; kind: KindCount | undefined; rows: BodyRow[]; paging: Paging };
  can: { edit: boolean; addTeam: boolean; restructure: boolean };
};

const rowsOnPage = 25;

type AskedList = { kind: string; page: AskedPage };

/** The facts of one body, for whoever may see the places. */
export async function wholeBody(context: Context, code: string): Promise<Body> {
  if (!maySeeBodies(context.actor)) throw new Forbidden();
  const body = isBodyCode(code) ? await readBody(context.db, code) : undefined;
  if (!body) throw new NotFound();
  return body;
}

export async function bodyPage(context: Context, code: string, list: AskedList): Promise<BodyPage> {
  return aroundBody(context, await wholeBody(context, code), list);
}

/** What stands below a body that was found in sight, and what one may do there. */
export async function aroundBody(context: Context, body: Body, list: AskedList): Promise<BodyPage> {
  const { db, actor } = context;
  const counts = await countBelow(db, body);
  const nearest = counts
    .filter((one) => one.nearest > 0)
    .map(({ nearest: count, ...kind }) => ({ ...kind, count }));
  const kind = nearest.find((one) => one.kind === list.kind);
  const shown = paging(kind?.count ?? sum(nearest), list.page, rowsOnPage);
  return {
    body,
    counts: nearest.length === 0 ? [] : counts,
    nearest: {
      counts: nearest,
      kind,
      rows: shown.total === 0 ? [] : await listNearest(db, body, { ...shown, kind: kind?.kind }),
      paging: shown,
    },
    can: {
      edit: mayEditBody(actor, body),
      addTeam: mayAddTeam(actor, body),
      restructure: mayRestructure(actor, body),
    },
  };
}

function sum(counts: readonly KindCount[]): number {
  return counts.reduce((total, one) => total + one.count, 0);
}
