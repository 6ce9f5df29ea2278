/** Which part of a long list is shown. A page that is not there is the first. */
export type Paging = { page: number; pages: number; total: number; size: number; offset: number };

export function paging(total: number, asked: number, size: number): Paging {
  const pages = Math.max(1, Math.ceil(total / size));
  const page = Number.isInteger(asked) && asked >= 1 && asked <= pages ? asked : 1;
  return { page, pages, total, size, offset: (page - 1) * size };
}
