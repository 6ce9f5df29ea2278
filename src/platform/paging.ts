/** Which part of a long list is shown. A page that is not there is the first. */
export type Paging = { page: number; pages: number; total: number; size: number; offset: number };

/** The page of a list that is asked for, or all that fits: as much of it as can be taken away at once. */
export type AskedPage = number | "all";

/** However long a list is, no more of it than this is read at once. */
export const mostAtOnce = 10_000;

export function paging(total: number, asked: AskedPage, size: number): Paging {
  if (asked === "all") return { page: 1, pages: 1, total, size: mostAtOnce, offset: 0 };
  const pages = Math.max(1, Math.ceil(total / size));
  const page = Number.isInteger(asked) && asked >= 1 && asked <= pages ? asked : 1;
  return { page, pages, total, size, offset: (page - 1) * size };
}
