/** Where the pages of a framework are. */
export function frameworkPath(key: string, page = "", query: Record<string, string> = {}): string {
  const search = new URLSearchParams(Object.entries(query).filter(([, value]) => value !== "")).toString();
  return `/framework/${key}${page === "" ? "" : `/${page}`}${search === "" ? "" : `?${search}`}`;
}

export function itemPath(key: string, item: string): string {
  return frameworkPath(key, `items/${encodeURIComponent(item)}`);
}
