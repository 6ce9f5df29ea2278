import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { auditFaults } from "../audit.ts";
import { bestCaller } from "../best-caller.ts";
import { relationsOf, type Cell, type Row } from "../expect.ts";
import { expectations } from "../expectations.ts";
import { outcomeOf } from "../outcome.ts";
import { paramsOf, pathOf, plainPattern, splitRoute } from "../routes.ts";
import { isHarmless, told } from "../setup/changes.ts";
import { openHouse, type House } from "../setup/house.ts";
import { buildNation, type Nation, type Persona } from "../setup/nation.ts";
import { guards, without } from "../setup/without.ts";
import { addressOf } from "../walk.ts";
import { activeIn } from "./active-in.ts";
import { files } from "./files.ts";
import { formsIn, linksIn } from "./forms-in.ts";
import { requests } from "./requests.ts";
import { sharp, sharpest, texts, type BadText } from "./texts.ts";

let house: House;
let app: House["app"];
let nation: Nation;
let targets: Target[];
let queries: Query[];
beforeAll(async () => {
  house = await openHouse({ undo: true });
  app = house.app;
  nation = await buildNation(house);
  const pages = await crawl();
  targets = formTargets(pages);
  queries = queryTargets(pages);
});
afterAll(() => house.close());

/** A form that can be sent, by somebody who may, with everything in it that is needed. */
type Target = { row: Row; cell: Cell; path: string; base: Record<string, string>; isSlow: boolean };
/** A page that looks at its address. */
type Query = { path: string; cell: Cell; names: string[] };
type Page = { row: Row; cell: Cell; path: string; html: string };

/** Passwords take a tenth of a second by design, and charts are drawn: these forms are asked less often. */
const slow = /^POST \/(sign-up|sign-in|verify|reset-password|me\/security\/set-up|charts)$/;

async function crawl(): Promise<Page[]> {
  const pages: Page[] = [];
  for (const row of expectations.filter(({ route }) => route.startsWith("GET "))) {
    const cell = bestCaller(row, nation);
    if (!cell) continue;
    const path = new URL(addressOf(house, row, cell)).pathname;
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
      const cell = bestCaller(row, nation);
      if (!cell) return [];
      const own = Object.entries(row.send?.(cell) ?? {}).filter(([, value]) => !(value instanceof File));
      const drawn = forms
        .filter(({ action }) => matches(row, new URL(action, house.origin).pathname))
        .map(({ fields }) => fields);
      const base = { ...Object.assign({}, ...drawn), ...Object.fromEntries(own) } as Record<string, string>;
      delete base["_key"];
      return [
        {
          row,
          cell,
          path: addressOf(house, row, cell).slice(house.origin.length),
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

/** What any page might look for in its address, asked of all. */
const usual = ["page", "q", "done", "next"];

function queryTargets(pages: readonly Page[]): Query[] {
  const named = new Map<string, Set<string>>();
  const note = (path: string, names: Iterable<string>): void => {
    const known = named.get(path) ?? new Set();
    for (const name of names) known.add(name);
    named.set(path, known);
  };
  for (const { html, path } of pages) {
    for (const form of formsIn(html, path).filter(({ method }) => method === "GET")) {
      note(new URL(form.action, house.origin).pathname, Object.keys(form.fields));
    }
    for (const link of linksIn(html)) {
      const url = URL.parse(link, `${house.origin}${path}`);
      if (url?.origin === house.origin) note(url.pathname, url.searchParams.keys());
    }
  }
  return pages.map(({ row, cell, path }) => {
    const own = new URLSearchParams(row.query?.(cell) ?? "").keys();
    return { path, cell, names: [...new Set([...usual, ...own, ...(named.get(path) ?? [])])] };
  });
}

async function ask(path: string, persona: Persona, init: RequestInit = {}): Promise<Response> {
  const cookie = nation.cookies[persona];
  const headers = new Headers(init.headers);
  if (cookie && !headers.has("Cookie")) headers.set("Cookie", cookie);
  if (!headers.has("Origin") && init.method === "POST") headers.set("Origin", house.origin);
  return app.request(`${house.origin}${path}`, { ...init, headers });
}

const encoded = (name: string, { text, bytes }: BadText): string =>
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
async function faultsOf({ said, path, persona, init, text, reads = [] }: Seen): Promise<string[]> {
  return house.attempt(async () => {
    const began = performance.now();
    const response = await ask(path, persona, init);
    const html = await response.text();
    const milliseconds = performance.now() - began;
    const changes = await house.changes();
    const outcome = outcomeOf(response, house.origin);
    const faults: string[] = [];
    if (response.status >= 500) faults.push(`${response.status}`);
    if (milliseconds > 2_000) faults.push(`${Math.round(milliseconds)} ms`);
    if (outcome !== "done")
      faults.push(
        ...changes
          .filter((change) => !isHarmless(change) && outcome !== "page")
          .map((change) => `half done: ${told(change)}`),
      );
    faults.push(...auditFaults(changes));
    faults.push(...activeFault(response, html, text));
    const location = response.headers.get("Location");
    const to = location === null ? null : URL.parse(location, house.origin);
    if (location !== null && to?.origin !== house.origin) faults.push(`leads to ${location}`);
    if (outcome === "done" && to !== null) {
      for (const next of [to.pathname + to.search, ...reads])
        faults.push(...(await readAfter(next, persona, text)));
    }
    return faults.map((fault) => `${said}: ${fault}`);
  });
}

async function readAfter(path: string, persona: Persona, text: string): Promise<string[]> {
  const response = await ask(path, persona);
  const html = await response.text();
  const broken = response.status >= 500 ? [`then ${path} is ${response.status}`] : [];
  return [
    ...broken,
    ...activeFault(response, html, text).map((fault) => `on ${path.slice(0, 80)}: ${fault}`),
  ];
}

function activeFault(response: Response, html: string, text: string): string[] {
  if (!/html|svg/.test(response.headers.get("Content-Type") ?? "")) return [];
  const active = activeIn(html, text);
  return active === undefined ? [] : [`comes to life: ${active.slice(0, 80)}`];
}

const some = (faults: readonly string[]): string[] => faults.slice(0, 40);
let turn = 0;

/** The sharp ones always; of all others, the next few, so that each has its turn at many fields. */
function share(count: number): BadText[] {
  return Array.from({ length: count }, () => texts[(turn += 1) % texts.length]!);
}

/** Pages on which something that was saved may stand. */
function readsOf({ nation: { bodies } }: Cell): string[] {
  const { code } = bodies.own;
  return [`/bodies/${code}`, `/bodies?place=${bodies.parent.code}`, "/me/profile"];
}

test("there are 300 bad inputs and more", () => {
  const count = texts.length + files.length + requests.length;
  process.stdout.write(
    `${count} bad inputs: ${texts.length} texts, ${files.length} files, ${requests.length} requests\n`,
  );
  expect(files.length).toBeGreaterThanOrEqual(80);
  expect(count).toBeGreaterThanOrEqual(300);
});

describe("nothing that comes in breaks anything, comes to life, or is half done (S20)", () => {
  test("in every field of every form", async () => {
    const faults: string[] = [];
    let sent = 0;
    for (const { row, cell, path, base, isSlow } of targets) {
      for (const field of Object.keys(base)) {
        const tried = isSlow ? [...sharpest, ...share(2)] : [...sharp, ...share(4)];
        for (const bad of tried) {
          sent += 1;
          const pairs = Object.entries(base).filter(([name]) => name !== field);
          const rest = pairs.flatMap(([name, value]) =>
            [value].flat().map((one) => encoded(name, { name, text: one })),
          );
          faults.push(
            ...(await faultsOf({
              said: `${row.route} ${field} ${bad.name}`,
              path,
              persona: cell.persona,
              init: {
                method: "POST",
                headers: { "Content-Type": "application/x-www-form-urlencoded" },
                body: [encoded(field, bad), ...rest].join("&"),
              },
              text: bad.text,
              reads: /^(script|address)/.test(bad.name) ? readsOf(cell) : [],
            })),
          );
        }
      }
    }
    process.stdout.write(`${sent} bad values in the fields of ${targets.length} forms\n`);
    expect(some(faults)).toEqual([]);
    expect(sent).toBeGreaterThan(1_000);
  }, 240_000);

  test("in every parameter of every address", async () => {
    const faults: string[] = [];
    let sent = 0;
    for (const { path, cell, names } of queries) {
      for (const name of names) {
        for (const bad of [...sharpest, ...share(2)]) {
          sent += 1;
          faults.push(
            ...(await faultsOf({
              said: `${path} ${name} ${bad.name}`,
              path: `${path}?${encoded(name, bad)}`,
              persona: cell.persona,
              text: bad.text,
            })),
          );
        }
      }
    }
    process.stdout.write(`${sent} bad values in addresses\n`);
    expect(some(faults)).toEqual([]);
  }, 240_000);

  test("in every part of every path", async () => {
    const faults: string[] = [];
    for (const row of expectations) {
      const { method, pattern } = splitRoute(row.route);
      const best = bestCaller(row, nation) ?? {
        nation,
        persona: "platform",
        relation: relationsOf(row.about)[0]!,
      };
      for (const param of paramsOf(pattern)) {
        for (const bad of sharp.filter(
          ({ text, bytes }) => text.length < 20_000 && text !== "" && bytes === undefined,
        )) {
          const known = Object.fromEntries(paramsOf(pattern).map((name) => [name, "x"]));
          const good = { ...known, code: nation.bodies.own.code, ...row.params?.(best) };
          const path = pathOf(pattern, { ...good, [param]: bad.text.toWellFormed() });
          const init = method === "POST" ? { method, body: new URLSearchParams() } : {};
          faults.push(
            ...(await faultsOf({
              said: `${row.route} :${param} ${bad.name}`,
              path,
              persona: best.persona,
              init,
              text: bad.text,
            })),
          );
        }
      }
    }
    expect(some(faults)).toEqual([]);
  }, 120_000);

  test.each(["visitor", "platform"] as const)(
    "in requests that nobody's browser sends, from %s",
    async (persona) => {
      const faults: string[] = [];
      for (const { name, path, init } of requests) {
        faults.push(
          ...(await faultsOf({ said: name, path, persona, init, text: "<script>alert('CANARY')</script>" })),
        );
      }
      expect(some(faults)).toEqual([]);
    },
    60_000,
  );

  test("in files of organisations", async () => {
    const faults: string[] = [];
    for (const { name, bytes, as = "organisations.csv" } of files) {
      faults.push(...(await house.attempt(() => upload(name, placed(bytes), as))));
    }
    expect(some(faults)).toEqual([]);
  }, 120_000);

  /** Uploaded, looked at, and confirmed whatever it is. */
  async function upload(name: string, bytes: Uint8Array, as: string): Promise<string[]> {
    const form = new FormData();
    form.append("file", new File([bytes as BlobPart], as, { type: "text/csv" }));
    const before = await countBodies();
    const began = performance.now();
    const uploaded = await ask("/bodies/import", "platform", { method: "POST", body: form });
    const faults = [
      ...statusFault("upload", uploaded),
      ...activeFault(uploaded, await uploaded.text(), "<script>alert('CANARY')</script>"),
    ];
    const check = uploaded.headers.get("Location");
    if (check !== null) {
      faults.push(...(await readAfter(check, "platform", "<script>alert('CANARY')</script>")));
      await house.changes();
      const confirmed = await ask(check, "platform", { method: "POST", body: new URLSearchParams() });
      faults.push(...statusFault("confirm", confirmed));
      const changed = (await house.changes()).filter((change) => !isHarmless(change));
      if (confirmed.status !== 303) faults.push(...changed.map((change) => `half loaded: ${told(change)}`));
      if (confirmed.status === 303)
        faults.push(
          ...auditFaults(changed),
          ...(await readAfter("/bodies", "visitor", "<script>alert('CANARY')</script>")),
        );
    } else if ((await countBodies()) !== before) faults.push("loaded without being confirmed");
    const milliseconds = performance.now() - began;
    if (milliseconds > 6_000) faults.push(`${Math.round(milliseconds)} ms`);
    return faults.map((fault) => `${name}: ${fault}`);
  }

  function statusFault(step: string, { status }: Response): string[] {
    return status >= 500 ? [`${step} is ${status}`] : [];
  }

  /** With the codes of bodies that are there. */
  function placed(bytes: Uint8Array): Uint8Array {
    const text = new TextDecoder("latin1").decode(bytes);
    if (!/PARENT|CLOSED/.test(text)) return bytes;
    const filled = text
      .replaceAll("PARENT", nation.bodies.parent.code)
      .replaceAll("CLOSED", nation.bodies.closed.code);
    return Uint8Array.from(filled, (letter) => letter.charCodeAt(0));
  }

  async function countBodies(): Promise<number> {
    const { count } = await house.db
      .selectFrom("bodies")
      .select((select) => select.fn.countAll<number>().as("count"))
      .executeTakeFirstOrThrow();
    return count;
  }

  test("and nothing of it all is in the log", () => {
    expect(house.lines.filter((line) => /CANARY|"fault"/.test(line)).slice(0, 5)).toEqual([]);
  });
});

describe("negative controls: a page that is careless is noticed", () => {
  const html = (text: string): Response => new Response(text, { headers: { "Content-Type": "text/html" } });
  const careless: Record<string, (said: string) => Response> = {
    "shows what was sent as it is": (said) => html(`<p>${said}</p>`),
    "forgets that a quotation mark ends a value": (said) =>
      html(`<input value="${said.replaceAll("<", "&lt;")}">`),
    "takes any address for a link": (said) =>
      html(`<a href="${said.replaceAll('"', "&quot;").replaceAll("<", "&lt;")}">x</a>`),
    "ends the data of its script early": (said) =>
      html(`<script type="application/json">${JSON.stringify(said)}</script>`),
    "asks every object for any name": (said) =>
      new Response("", { status: said === "__proto__" ? 500 : 200 }),
    "leads wherever it is told": (said) =>
      new Response(null, { status: 303, headers: { Location: encodeURI(said) } }),
  };

  test.each(Object.keys(careless))("one that %s", async (name) => {
    app = without(house.app, guards.deny);
    app.get("/planted/careless", (c) => careless[name]!(c.req.query("q") ?? ""));
    const faults: string[] = [];
    for (const bad of texts.filter(({ text, bytes }) => text.length < 1_000 && bytes === undefined)) {
      const path = `/planted/careless?${encoded("q", bad)}`;
      faults.push(
        ...(await faultsOf({ said: bad.name, path, persona: "visitor", text: bad.text.toWellFormed() })),
      );
    }
    app = house.app;
    expect(faults.length).toBeGreaterThan(0);
  });

  test("one that saves half of it", async () => {
    app = without(house.app, guards.deny);
    app.post("/planted/half", async (c) => {
      await house.db
        .updateTable("bodies")
        .set({ town: "Elsewhere" })
        .where("id", "=", nation.bodies.own.id)
        .execute();
      return c.text("no", 422);
    });
    const init = { method: "POST", body: new URLSearchParams() };
    const faults = await faultsOf({
      said: "half",
      path: "/planted/half",
      persona: "visitor",
      init,
      text: "",
    });
    app = house.app;
    expect(faults.join()).toContain("half done");
  });
});
