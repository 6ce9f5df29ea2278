import { Hono } from "hono";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { Env } from "#web/env.ts";
import { bestCaller } from "../best-caller.ts";
import { expectedOf, relationsOf, type Cell, type Row } from "../expect.ts";
import { expectations } from "../expectations.ts";
import { letIn, outcomeOf, type Outcome } from "../outcome.ts";
import { splitRoute } from "../routes.ts";
import { isHarmless, told, type Change } from "../setup/changes.ts";
import { openHouse, type House } from "../setup/house.ts";
import { buildNation, type Nation } from "../setup/nation.ts";
import { addressOf, bodyOf } from "../walk.ts";
import { onPort, type Port } from "./listening.ts";
import { request, speak } from "./socket.ts";

let house: House;
let nation: Nation;
let open: Port;
beforeAll(async () => {
  house = await openHouse({ undo: true });
  nation = await buildNation(house);
  open = await onPort(house, house.app);
});
afterAll(async () => {
  await open.close();
  await house.close();
});

/** Other ways to write a path that some layer, somewhere, may take for the same one. */
const spellings: Record<string, (path: string) => string> = {
  "as it is": (path) => path,
  "a slash at the end": (path) => `${path}/`,
  "two slashes in front": (path) => `/${path}`,
  "two slashes inside": (path) => path.replace(/(?<=.)\//, "//"),
  "all in capitals": (path) => path.toUpperCase(),
  "a letter encoded": (path) => path.replace(/[a-z]/, (letter) => `%${letter.charCodeAt(0).toString(16)}`),
  "a slash encoded": (path) => path.replace(/(?<=.)\//, "%2F"),
  "a dot": (path) => `/.${path}`,
  "a dot encoded": (path) => `/%2e${path}`,
  "there and back": (path) => `/bodies/..${path}`,
  "there and back, encoded": (path) => `/bodies/%2e%2e${path}`,
  "a public path and back": (path) => `/assets/..%2f..${path}`,
  "a name at the end": (path) => `${path}/x.css`,
  "a parameter in the path": (path) => `${path};x=1`,
  "the whole address": (path) => `http://localhost:3000${path}`,
  "the address of somebody else": (path) => `http://evil.example${path}`,
  "nothing, encoded": (path) => `${path}%00`,
  "a space at the end": (path) => `${path}%20`,
  "a backslash": (path) => path.replace(/(?<=.)\//, "\\"),
};

/** What a request can say it is, beside what it is. */
const disguises: Record<string, (method: string) => { method: string; headers: [string, string][] }> = {
  "asked for its headers only": (method) => ({ method: method === "GET" ? "HEAD" : method, headers: [] }),
  "asked for its options": () => ({ method: "OPTIONS", headers: [] }),
  "written as another method": (method) => ({ method: method === "GET" ? "POST" : "GET", headers: [] }),
  "with another method in a header": (method) => ({
    method: "GET",
    headers: [
      ["X-HTTP-Method-Override", method === "GET" ? "POST" : method],
      ["X-HTTP-Method", method === "GET" ? "POST" : method],
      ["X-Method-Override", method === "GET" ? "POST" : method],
    ],
  }),
  "with another path in a header": (method) => ({
    method,
    headers: [
      ["X-Original-URL", "/ping"],
      ["X-Rewrite-URL", "/ping"],
      ["X-Forwarded-Prefix", "/assets"],
    ],
  }),
  "as if from inside": (method) => ({
    method,
    headers: [
      ["X-Forwarded-For", "127.0.0.1"],
      ["X-Forwarded-Host", "localhost"],
      ["X-Real-IP", "127.0.0.1"],
      ["Forwarded", "for=127.0.0.1;host=localhost;proto=https"],
    ],
  }),
};

type Try = { name: string; method: string; target: string; headers: [string, string][] };

function triesOf(row: Row, cell: Cell): Try[] {
  const { method } = splitRoute(row.route);
  const url = new URL(addressOf(house, row, cell));
  const spelled = Object.entries(spellings).map(([name, spell]) => ({
    name,
    method,
    target: spell(url.pathname) + url.search,
    headers: [] as [string, string][],
  }));
  const disguised = Object.entries(disguises).map(([name, disguise]) => ({
    name,
    target: url.pathname + url.search,
    ...disguise(method),
  }));
  return [...spelled, ...disguised];
}

type Asked = { row: Row; cell: Cell; origin: string | undefined; port: number };

type Answered = { one: Try; answer: Awaited<ReturnType<typeof speak>>; changes: Change[] };

async function send({ row, cell, origin, port }: Asked, { method, target, headers }: Try) {
  const form = new Response(bodyOf(row.send?.(cell) ?? {}));
  const cookie = nation.cookies[cell.persona];
  const said: [string, string][] = [
    ...(cookie ? [["Cookie", cookie] as [string, string]] : []),
    ...(origin ? [["Origin", origin] as [string, string]] : []),
    ...(method === "GET" || method === "HEAD"
      ? []
      : [["Content-Type", form.headers.get("Content-Type")!] as [string, string]]),
    ...headers,
  ];
  const body = method === "GET" || method === "HEAD" ? undefined : Buffer.from(await form.arrayBuffer());
  return speak(port, request(method, target, { headers: said, ...(body && { body }) }));
}

/** What may change nothing is looked at as a whole. Where something did change, each by itself says which did it. */
async function ask(asked: Asked, tries: readonly Try[]): Promise<Answered[]> {
  const { result, changes } = await house.watch(async () => {
    const answered: Answered[] = [];
    for (const one of tries) answered.push({ one, answer: await send(asked, one), changes: [] });
    return answered;
  });
  const harmful = changes.filter((change) => !isHarmless(change));
  if (harmful.length === 0) return result;
  if (tries.length === 1) return result.map((answered) => ({ ...answered, changes: harmful }));
  const apart: Answered[] = [];
  for (const one of tries) apart.push(...(await ask(asked, [one])));
  return apart;
}

function cameTo(answer: { status: number; headers: Headers }): Outcome {
  const init = { status: answer.status, headers: answer.headers };
  if (answer.status < 200 || answer.status > 599) return "problem";
  return outcomeOf(new Response(null, init), house.origin);
}

/** An answer that lets nobody in is as good as any other; one that lets somebody in must be theirs. */
async function weaker(asked: Asked, tries: readonly Try[], isOpen: (one: Try) => boolean): Promise<string[]> {
  return (await ask(asked, tries)).flatMap(({ one, answer, changes }) => {
    const got = cameTo(answer);
    const said = saidOf(asked, one, answer.status);
    const faults = changes.map((change) => `${said}: ${told(change)}`);
    if (got === "fault") faults.push(`${said}, a fault`);
    if (letIn.has(got) && got !== "problem" && !isOpen(one)) faults.push(`${said}, let in`);
    return faults;
  });
}

function saidOf({ row, cell }: Asked, one: Try, status: number): string {
  return `${row.route} as ${cell.persona}, ${one.name} (${one.method} ${one.target}): ${status}`;
}

const privateRows = (): Row[] =>
  expectations.filter((row) =>
    relationsOf(row.about).some((relation) => expectedOf(row, "visitor", relation) === "sign-in"),
  );

/** What stands open to the world by itself: a spelling can lead to it, and so can another method. */
function openly(): (one: Try) => boolean {
  const open = new Set<string>();
  for (const row of expectations) {
    const { method } = splitRoute(row.route);
    for (const relation of relationsOf(row.about)) {
      if (!letIn.has(expectedOf(row, "visitor", relation))) continue;
      open.add(
        `${method} ${new URL(addressOf(house, row, { nation, persona: "visitor", relation })).pathname}`,
      );
    }
  }
  return ({ method, target }) => {
    const { pathname } = new URL(target, house.origin);
    return open.has(`${method === "HEAD" ? "GET" : method} ${pathname}`);
  };
}

describe("however its path is spelled, a route is as closed as it is (S28)", () => {
  test("to a visitor", async () => {
    const faults: string[] = [];
    const isOpen = openly();
    let tries = 0;
    for (const row of privateRows()) {
      const cell: Cell = { nation, persona: "visitor", relation: relationsOf(row.about)[0]! };
      const ways = triesOf(row, cell);
      tries += ways.length;
      faults.push(...(await weaker({ row, cell, origin: house.origin, port: open.port }, ways, isOpen)));
    }
    process.stdout.write(`${tries} ways in tried, ${faults.length} open\n`);
    expect(faults).toEqual([]);
  }, 240_000);

  test("to a form of another site, sent by whoever may do most", async () => {
    const faults: string[] = [];
    for (const row of expectations.filter(({ route }) => !route.startsWith("GET "))) {
      const cell = bestCaller(row, nation);
      if (!cell) continue;
      const asked = { row, cell, origin: "https://evil.example", port: open.port };
      for (const { one, answer, changes } of await ask(asked, triesOf(row, cell))) {
        const said = saidOf(asked, one, answer.status);
        faults.push(...changes.map((change) => `${said}: ${told(change)}`));
        if (cameTo(answer) === "fault") faults.push(`${said}, a fault`);
      }
    }
    expect(faults).toEqual([]);
  }, 240_000);

  test("reading by another method gives what reading gives, and changes nothing", async () => {
    const faults: string[] = [];
    for (const row of expectations.filter(({ route }) => route.startsWith("GET "))) {
      const cell = bestCaller(row, nation);
      if (!cell) continue;
      const asked = { row, cell, origin: house.origin, port: open.port };
      const url = new URL(addressOf(house, row, cell));
      const read = (method: string, headers: [string, string][]): Try => ({
        name: method,
        method,
        target: url.pathname + url.search,
        headers,
      });
      const answered = await ask(asked, [
        read("GET", []),
        read("HEAD", []),
        read("GET", disguises["with another method in a header"]!("GET").headers),
      ]);
      const [plain, head, overridden] = answered as [Answered, Answered, Answered];
      if (head.answer.status !== plain.answer.status)
        faults.push(`HEAD ${url.pathname}: ${head.answer.status}`);
      if (head.answer.body !== "") faults.push(`HEAD ${url.pathname} has a body`);
      if (overridden.answer.status !== plain.answer.status)
        faults.push(`overridden ${url.pathname}: ${overridden.answer.status}`);
      faults.push(
        ...answered.flatMap(({ changes }) => changes.map((change) => `${url.pathname}: ${told(change)}`)),
      );
    }
    expect(faults).toEqual([]);
  }, 240_000);

  test("negative control: a layer that reads a path more kindly than the guard lets somebody in", async () => {
    // As some proxies and routers do: the guard judges the path as it came, the router a tidied one.
    const kind = new Hono<Env>();
    kind.use(async (c, next) => (c.req.path === "/me" ? c.redirect("/sign-in?next=%2Fme", 303) : next()));
    kind.all("*", (c) =>
      /^\/+me\/?$/i.test(decodeURIComponent(c.req.path)) ? c.text("yours") : c.notFound(),
    );
    const port = await onPort(house, kind);
    const row = expectations.find(({ route }) => route === "GET /me")!;
    const cell: Cell = { nation, persona: "visitor", relation: "none" };
    const asked = { row, cell, origin: house.origin, port: port.port };
    const faults = await weaker(asked, triesOf(row, cell), openly());
    await port.close();
    expect(faults.length).toBeGreaterThanOrEqual(2);
  });

  test("negative control: of many ways asked together, the one that changes something is named", async () => {
    const writing = new Hono<Env>();
    writing.all("*", async (c) => {
      if (c.req.path.endsWith("x.css"))
        await house.db.updateTable("bodies").set({ town: "Elsewhere" }).execute();
      return c.notFound();
    });
    const port = await onPort(house, writing);
    const row = expectations.find(({ route }) => route === "GET /me")!;
    const cell: Cell = { nation, persona: "visitor", relation: "none" };
    const asked = { row, cell, origin: house.origin, port: port.port };
    const named = (await ask(asked, triesOf(row, cell))).filter(({ changes }) => changes.length > 0);
    await port.close();
    expect(named.map(({ one }) => one.name)).toEqual(["a name at the end"]);
  });
});
