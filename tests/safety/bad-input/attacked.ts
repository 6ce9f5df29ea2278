import type { House } from "../setup/house.ts";
import { auditFaults } from "../audit.ts";
import { bestCaller } from "../best-caller.ts";
import { crowding } from "#tests/program/crowding.ts";
import { planOf, seriesOf, type Cell, type Row } from "../expect.ts";
import { expectations } from "../expectations.ts";
import { outcomeOf } from "../outcome.ts";
import { plainPattern, splitRoute } from "../routes.ts";
import { isHarmless, told } from "../setup/changes.ts";
import { openHouse } from "../setup/house.ts";
import { buildNation, type Nation, type Persona } from "../setup/nation.ts";
import { addressOf } from "../walk.ts";
import { activeIn } from "./active-in.ts";
import { formsIn, linksIn } from "./forms-in.ts";
import { texts, type BadText } from "./texts.ts";

/** The house that is attacked, one for each file of tests, and every way into it. */
export const at = {} as {
  house: House;
  /** What is asked; a negative control puts a careless one in its place. */
  app: House["app"];
  nation: Nation;
  targets: Target[];
  queries: Query[];
};

export async function openAttacked(): Promise<void> {
  at.house = await openHouse({ undo: true });
  at.app = at.house.app;
  at.nation = await buildNation(at.house);
  const pages = await crawl();
  at.targets = formTargets(pages);
  at.queries = queryTargets(pages);
}

/** Each long attack is dealt out over several files, which go at the same time. */
export const parts = 3;

export function partOf<T>(all: readonly T[], part: number): T[] {
  return all.filter((_, place) => place % parts === part);
}

/** A form that can be sent, by somebody who may, with everything in it that is needed. */
export type Target = { row: Row; cell: Cell; path: string; base: Record<string, string>; isSlow: boolean };
/** A page that looks at its address: what it, or a link to it, names there, and what it most likely never looks at. */
export type Query = { path: string; cell: Cell; names: string[]; others: string[] };
type Page = { row: Row; cell: Cell; path: string; html: string };

/** Passwords take a tenth of a second by design, and charts are drawn: these forms are asked less often. */
const slow = /^POST \/(sign-up|sign-in|verify|reset-password|me\/security\/set-up|charts)$/;

async function crawl(): Promise<Page[]> {
  const pages: Page[] = [];
  for (const row of expectations.filter(({ route }) => route.startsWith("GET "))) {
    const cell = bestCaller(row, at.nation);
    if (!cell) continue;
    const path = new URL(addressOf(at.house, row, cell)).pathname;
    pages.push({
      row,
      cell,
      path,
      html: await (await ask(`${path}${row.query?.(cell) ?? ""}`, cell.persona)).text(),
    });
  }
  return pages;
}

function formTargets(pages: readonly Page[]): Target[] {
  const forms = pages.flatMap(({ html, path }) =>
    formsIn(html, path).filter(({ method }) => method === "POST"),
  );
  return expectations
    .filter(({ route }) => !route.startsWith("GET "))
    .flatMap((row) => {
      const cell = bestCaller(row, at.nation);
      if (!cell) return [];
      const own = Object.entries(row.send?.(cell) ?? {}).filter(([, value]) => !(value instanceof File));
      const drawn = forms
        .filter(({ action }) => matches(row, new URL(action, at.house.origin).pathname))
        .map(({ fields }) => fields);
      const base = { ...Object.assign({}, ...drawn), ...Object.fromEntries(own) } as Record<string, string>;
      delete base["_key"];
      return [
        {
          row,
          cell,
          path: addressOf(at.house, row, cell).slice(at.house.origin.length),
          base,
          isSlow: slow.test(row.route),
        },
      ];
    });
}

function matches(row: Row, path: string): boolean {
  const { pattern } = splitRoute(row.route);
  return new RegExp(`^${plainPattern(pattern).replaceAll(/:\w+/g, "[^/]+")}$`).test(path);
}

/** What any page might look for in its address, asked of all: a list that fits on one page names no second. */
const usual = ["page", "q", "done", "next"];
const likely = new Set(["page"]);

function queryTargets(pages: readonly Page[]): Query[] {
  const named = new Map<string, Set<string>>();
  const note = (path: string, names: Iterable<string>): void => {
    const known = named.get(path) ?? new Set();
    for (const name of names) known.add(name);
    named.set(path, known);
  };
  for (const { html, path } of pages) {
    for (const form of formsIn(html, path).filter(({ method }) => method === "GET")) {
      note(new URL(form.action, at.house.origin).pathname, Object.keys(form.fields));
    }
    for (const link of linksIn(html)) {
      const url = URL.parse(link, `${at.house.origin}${path}`);
      if (url?.origin === at.house.origin) note(url.pathname, url.searchParams.keys());
    }
  }
  return pages.map(({ row, cell, path }) => {
    const own = new URLSearchParams(row.query?.(cell) ?? "").keys();
    const names = new Set([...likely, ...own, ...(named.get(path) ?? [])]);
    return { path, cell, names: [...names], others: usual.filter((name) => !names.has(name)) };
  });
}

export async function ask(path: string, persona: Persona, init: RequestInit = {}): Promise<Response> {
  const cookie = at.nation.cookies[persona];
  const headers = new Headers(init.headers);
  if (cookie && !headers.has("Cookie")) headers.set("Cookie", cookie);
  if (!headers.has("Origin") && init.method === "POST") headers.set("Origin", at.house.origin);
  return at.app.request(`${at.house.origin}${path}`, { ...init, headers });
}

export const encoded = (name: string, { text, bytes }: BadText): string =>
  bytes === undefined
    ? new URLSearchParams([[name, text]]).toString()
    : `${encodeURIComponent(name)}=${bytes}`;

type Seen = {
  said: string;
  path: string;
  persona: Persona;
  init?: RequestInit;
  text: string;
  reads?: readonly string[];
};

/** Sends one bad thing, and says all that it did wrong. */
export async function faultsOf({ said, path, persona, init, text, reads = [] }: Seen): Promise<string[]> {
  const { result, changes } = await at.house.watch(async () => {
    const began = performance.now();
    const response = await ask(path, persona, init);
    const html = await response.text();
    const milliseconds = performance.now() - began;
    const outcome = outcomeOf(response, at.house.origin);
    const faults = [...statusFault(response), ...activeFault(response, html, text)];
    if (milliseconds > 2_000 * crowding()) faults.push(`${Math.round(milliseconds)} ms`);
    const location = response.headers.get("Location");
    const to = location === null ? null : URL.parse(location, at.house.origin);
    if (location !== null && to?.origin !== at.house.origin) faults.push(`leads to ${location}`);
    if (outcome === "done" && to !== null) {
      for (const next of [to.pathname + to.search, ...reads])
        faults.push(...(await readAfter(next, persona, text)));
    }
    return { outcome, faults };
  });
  const { outcome, faults } = result;
  if (outcome !== "done" && outcome !== "page")
    faults.push(
      ...changes.filter((change) => !isHarmless(change)).map((change) => `half done: ${told(change)}`),
    );
  faults.push(...auditFaults(changes));
  return faults.map((fault) => `${said}: ${fault}`);
}

function statusFault({ status }: Response): string[] {
  return status >= 500 ? [`${status}`] : [];
}

export async function readAfter(path: string, persona: Persona, text: string): Promise<string[]> {
  const response = await ask(path, persona);
  const html = await response.text();
  const broken = response.status >= 500 ? [`then ${path} is ${response.status}`] : [];
  return [
    ...broken,
    ...activeFault(response, html, text).map((fault) => `on ${path.slice(0, 80)}: ${fault}`),
  ];
}

export function activeFault(response: Response, html: string, text: string): string[] {
  if (!/html|svg/.test(response.headers.get("Content-Type") ?? "")) return [];
  const active = activeIn(html, text);
  return active === undefined ? [] : [`comes to life: ${active.slice(0, 80)}`];
}

export const some = (faults: readonly string[]): string[] => faults.slice(0, 40);
let turn = 0;

/** The sharpest always; of all others, the next few, so that each has its turn at many fields. */
export function share(count: number): BadText[] {
  return Array.from({ length: count }, () => texts[(turn += 1) % texts.length]!);
}

/** Pages on which something that was saved may stand, beside the one that the answer leads to. */
export function readsOf({ about }: Row, cell: Cell): string[] {
  if (about === "plan") return [`/plans/${planOf(cell).id}`];
  if (about === "series") return [`/series/${seriesOf(cell).id}`];
  const { bodies } = cell.nation;
  const { code } = bodies.own;
  return [`/bodies/${code}`, `/bodies?place=${bodies.parent.code}`, "/me/profile"];
}
