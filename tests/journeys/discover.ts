import { createHash } from "node:crypto";
import type { Browse } from "../setup/browse.ts";

export type Found = { path: string; shape: string; text: string };

/** Addresses that lead out of the walk: they end it, or give a file. */
const notPages =
  /^\/(assets|ping|health|ready|api)\b|[?&]as=(csv|json)\b|\.(json|csv|svg|png|ico)(\?|$)|^\/sign-in\/with\//;

/**
 * Follows every link from the home page as one person, and keeps one address for each kind of page: the page
 * of one organisation stands for all others. Pages to begin with are kept each for itself.
 */
export async function discover(browse: Browse, begin: readonly string[] = [], most = 600): Promise<Found[]> {
  const found = new Map<string, Found>();
  const waiting = [...begin, "/"];
  const seen = new Set(waiting);
  const named = new Set(begin);
  const from = new Map<string, string>();
  let visited = 0;
  while (waiting.length > 0) {
    const path = waiting.shift()!;
    const shape = named.has(path) ? path : shapeOf(path);
    if (found.has(shape)) continue;
    visited += 1;
    if (visited > most) throw new Error(`After ${most} pages the walk is not over: ${shape} is the next`);
    const page = await browse.get(path);
    if (page.status === 404)
      throw new Error(`${from.get(path) ?? "The walk"} links to ${path}, which is not there`);
    if (page.status !== 200 || !page.isPage) continue;
    found.set(shape, { path, shape, text: page.text });
    for (const link of linksIn(page.text)) {
      if (seen.has(link) || found.has(shapeOf(link))) continue;
      seen.add(link);
      from.set(link, path);
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

/** One action of a framework stands for all of its actions, and the proposal to change one for those of all others. */
function isOneOfAKind(segments: readonly string[], index: number): boolean {
  return segments[index - 1] === "items" || segments[index - 1] === "line";
}

/** "/bodies/RAB/edit?page=2" is of the shape "/bodies/:code/edit?page". */
export function shapeOf(path: string): string {
  const url = new URL(path, "http://x");
  const segments = url.pathname.split("/").map((segment, index, all) => {
    if (isOneOfAKind(all, index)) return segment.replace(/-.*$/, "-:id");
    if (/^[0-9a-f]{8}-[0-9a-f-]{27}$/.test(segment)) return ":id";
    if (/^[A-Z0-9][A-Z0-9-]*$/.test(segment)) return ":code";
    return segment.length > 30 ? ":token" : segment;
  });
  const pathname = segments[1] === "gallery" ? url.pathname : segments.join("/");
  const names = [...new Set(url.searchParams.keys())].sort();
  // However many filters are on together, it is one page with filters.
  return names.length > 0 ? `${pathname}?${names.length > 1 ? "several" : names[0]}` : pathname;
}

export function mainOf(text: string): string {
  return /<main[\s\S]*<\/main>/.exec(text)?.[0] ?? text;
}

/** What the page itself says, without what is new on every visit. */
export function matterOf(text: string): string {
  return createHash("sha256")
    .update(mainOf(text).replaceAll(/[0-9a-f]{8}-[0-9a-f-]{27}/g, "id"))
    .digest("hex");
}
