import type { ReactNode } from "react";
import type { AskedPage } from "#platform/paging.ts";
import { dayOf } from "#platform/day.ts";
import { cutAhead, listCsv, listJson, type List } from "#platform/list-file.ts";
import type { Request } from "./env.ts";

const kinds = {
  csv: { text: "CSV", contentType: "text/csv; charset=utf-8" },
  json: { text: "JSON", contentType: "application/json; charset=utf-8" },
} as const;

type FileKind = keyof typeof kinds;

const fileKinds = Object.keys(kinds) as FileKind[];

/** What an address holds beside what narrows its list. */
const notFilters: ReadonlySet<string> = new Set(["as", "page", "done"]);

/** Which page of its list is asked for: all of it, where it is to be taken away as a file. */
export function askedPage(c: Request): AskedPage {
  return askedKind(c) ? "all" : Number(c.req.query("page") ?? 1);
}

/** The list of a page as the file that its address asks for; nothing where the page itself is asked for. */
export function listFile(c: Request, list: List): Response | undefined {
  const kind = askedKind(c);
  if (!kind) return undefined;
  const { config } = c.get("services");
  const taken = {
    from: new URL(addressOf(c), config.BASE_URL),
    at: c.get("at"),
    filters: Object.fromEntries(filtersOf(c)),
  };
  return c.body(kind === "csv" ? listCsv(list, taken) : listJson(list, taken), 200, {
    "Content-Type": kinds[kind].contentType,
    "Content-Disposition": `attachment; filename="${list.name}-${dayOf(taken.at)}.${kind}"`,
  });
}

function askedKind(c: Request): FileKind | undefined {
  return c.req.method === "GET" ? fileKinds.find((kind) => kind === c.req.query("as")) : undefined;
}

/** The page with its filters, as it is, or as a file. */
export function addressOf(c: Request, kind?: FileKind): string {
  const query = new URLSearchParams([...filtersOf(c), ...(kind ? [["as", kind]] : [])]);
  return query.size > 0 ? `${c.req.path}?${query}` : c.req.path;
}

function filtersOf(c: Request): [string, string][] {
  return [...new URL(c.req.url).searchParams].filter(([name]) => !notFilters.has(name));
}

/** The way from a page to its list as a file, of all pages and narrowed as the page is. */
export function TakeAway({ c, list }: { c: Request; list: List }): ReactNode {
  const cut = cutAhead(list);
  return (
    <p className="tl-no-print">
      Take this list away:{" "}
      {fileKinds.map((kind, at) => (
        <span key={kind}>
          {at > 0 ? ", " : ""}
          <a href={addressOf(c, kind)} data-no-prefetch="">
            {kinds[kind].text}
          </a>
        </span>
      ))}
      {cut ? `. ${cut}` : null}
    </p>
  );
}
