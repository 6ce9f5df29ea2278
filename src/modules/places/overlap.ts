import type { NamedBody } from "./body.ts";

/** So many organisations sit in exactly these bodies of a and these of b. */
export type Pattern = { a: readonly string[]; b: readonly string[]; count: number };

export type OverlapRow = {
  body: NamedBody | undefined;
  cells: { body: NamedBody | undefined; count: number }[];
};

export type Straddle = { body: NamedBody; across: { body: NamedBody; count: number }[] };

/** Organisations that a division misses, or counts more than once. */
export type Misfits = { inNone: number; inSeveral: number };

/** The word that stands in an address for "sits in none" and "sits in more than one". */
export const none = "none";
export const several = "several";

/** The table of both: a last row and a last column for those that sit in none, where there are any. */
export function overlapRows(
  patterns: readonly Pattern[],
  a: readonly NamedBody[],
  b: readonly NamedBody[],
): OverlapRow[] {
  const found = new Map<string, number>();
  for (const pattern of patterns) {
    for (const key of cellsOf(pattern)) found.set(key, (found.get(key) ?? 0) + pattern.count);
  }
  const columns = [...b, ...(patterns.some((one) => one.b.length === 0) ? [undefined] : [])];
  const rows = [...a, ...(patterns.some((one) => one.a.length === 0) ? [undefined] : [])];
  return rows.map((body) => ({
    body,
    cells: columns.map((other) => ({
      body: other,
      count: found.get(`${body?.code ?? ""} ${other?.code ?? ""}`) ?? 0,
    })),
  }));
}

function cellsOf({ a, b }: Pattern): string[] {
  const columns = b.length === 0 ? [""] : b;
  return (a.length === 0 ? [""] : a).flatMap((row) => columns.map((column) => `${row} ${column}`));
}

export function misfits(patterns: readonly Pattern[], side: "a" | "b"): Misfits {
  const count = (fits: (codes: readonly string[]) => boolean) =>
    patterns.filter((one) => fits(one[side])).reduce((sum, one) => sum + one.count, 0);
  return { inNone: count((codes) => codes.length === 0), inSeveral: count((codes) => codes.length > 1) };
}

/** Each body of a whose organisations are spread over several of b, the widest spread first. */
export function straddles(rows: readonly OverlapRow[]): Straddle[] {
  return rows
    .flatMap(({ body, cells }) => {
      const across = cells.flatMap((cell) =>
        cell.body && cell.count > 0 ? [{ body: cell.body, count: cell.count }] : [],
      );
      return body && across.length > 1 ? [{ body, across: across.sort((x, y) => y.count - x.count) }] : [];
    })
    .sort((x, y) => y.across.length - x.across.length);
}
