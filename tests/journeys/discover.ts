import type { Browse } from "../setup/browse.ts";

export type Found = { path: string; shape: string; text: string };

/** Addresses that lead out of the walk: they end it, or give a file. */
const notPages = /^\/(assets|ping|health|ready|api)\b|\.(json|csv|svg|png|ico)(\?|$)|^\/sign-in\/with\//;

/**
 * Follows every link from the home page as one person, and keeps one address for each kind of page: the page
 * of one organisation stands for all others. Pages to begin with are kept each for itself.
 */
export async function discover(browse: Browse, begin: readonly string[] = [], most = 400): Promise<Found[]> {
  const found = new Map<string, Found>();
  const waiting = [...begin, "/"];
  const seen = new Set(waiting);
  const named = new Set(begin);
  for (let visited = 0; visited < most && waiting.length > 0; visited += 1) {
    const path = waiting.shift()!;
    const shape = named.has(path) ? path : shapeOf(path);
    if (found.has(shape)) continue;
    const page = await browse.get(path);
    if (page.status !== 200 || !page.isPage) continue;
    found.set(shape, { path, shape, text: page.text });
    for (const link of linksIn(page.text)) {
      if (seen.has(link) || found.has(shapeOf(link))) continue;
      seen.add(link);
      waiting.push(link);
    }
  }
  return [...found.values()];
}

function linksIn(html: string): string[] {
  return [...html.matchAll(/<a\b[^>]*\bhref="(\/[^"#]*)/g)]
    .map((match) => match[1]!.replaceAll("&amp;", "&"))
    .filter((path) => !path.startsWith("//") && !notPages.test(path));
}

/** "/bodies/RAB/edit?page=2" is of the shape "/bodies/:code/edit?page". */
export function shapeOf(path: string): string {
  const url = new URL(path, "http://x");
  const segments = url.pathname.split("/").map((segment) => {
    if (/^[0-9a-f]{8}-[0-9a-f-]{27}$/.test(segment)) return ":id";
    if (/^[A-Z0-9][A-Z0-9-]*$/.test(segment)) return ":code";
    return segment.length > 30 ? ":token" : segment;
  });
  const pathname = segments[1] === "gallery" ? url.pathname : segments.join("/");
  const names = [...new Set(url.searchParams.keys())].sort().join("&");
  return names ? `${pathname}?${names}` : pathname;
}
