import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { auditFaults } from "../audit.ts";
import { bestCaller } from "../best-caller.ts";
import { relationsOf } from "../expect.ts";
import { expectations } from "../expectations.ts";
import { paramsOf, pathOf, splitRoute } from "../routes.ts";
import { isHarmless, told } from "../setup/changes.ts";
import { guards, without } from "../setup/without.ts";
import {
  activeFault,
  ask,
  at,
  encoded,
  faultsOf,
  openAttacked,
  partOf,
  parts,
  readAfter,
  share,
  some,
} from "./attacked.ts";
import { files } from "./files.ts";
import { requests } from "./requests.ts";
import { sharpest, texts } from "./texts.ts";

beforeAll(openAttacked, 120_000);
afterAll(() => at.house.close());

test("the attacks beside this file take every form and every address, each once", () => {
  const everyPart = Array.from({ length: parts }, (_, part) => part);
  expect(new Set(everyPart.flatMap((part) => partOf(at.targets, part)))).toEqual(new Set(at.targets));
  expect(new Set(everyPart.flatMap((part) => partOf(at.queries, part)))).toEqual(new Set(at.queries));
});

test("there are 300 bad inputs and more", () => {
  const count = texts.length + files.length + requests.length;
  process.stdout.write(
    `${count} bad inputs: ${texts.length} texts, ${files.length} files, ${requests.length} requests\n`,
  );
  expect(files.length).toBeGreaterThanOrEqual(80);
  expect(count).toBeGreaterThanOrEqual(300);
});

describe("nothing that comes in breaks anything, comes to life, or is half done (S20)", () => {
  test("in every part of every path", async () => {
    const faults: string[] = [];
    for (const row of expectations) {
      const { method, pattern } = splitRoute(row.route);
      const best = bestCaller(row, at.nation) ?? {
        nation: at.nation,
        persona: "platform",
        relation: relationsOf(row.about)[0]!,
      };
      for (const param of paramsOf(pattern)) {
        for (const bad of [...sharpest, ...share(4)].filter(
          ({ text, bytes }) => text.length < 20_000 && text !== "" && bytes === undefined,
        )) {
          const known = Object.fromEntries(paramsOf(pattern).map((name) => [name, "x"]));
          const good = { ...known, code: at.nation.bodies.own.code, ...row.params?.(best) };
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
  }, 240_000);

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
    240_000,
  );

  test("in files of organisations", async () => {
    const faults: string[] = [];
    for (const { name, bytes, as = "organisations.csv" } of files) {
      faults.push(...(await at.house.attempt(() => upload(name, placed(bytes), as))));
    }
    expect(some(faults)).toEqual([]);
  }, 240_000);

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
      await at.house.changes();
      const confirmed = await ask(check, "platform", { method: "POST", body: new URLSearchParams() });
      faults.push(...statusFault("confirm", confirmed));
      const changed = (await at.house.changes()).filter((change) => !isHarmless(change));
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
      .replaceAll("PARENT", at.nation.bodies.parent.code)
      .replaceAll("CLOSED", at.nation.bodies.closed.code);
    return Uint8Array.from(filled, (letter) => letter.charCodeAt(0));
  }

  async function countBodies(): Promise<number> {
    const { count } = await at.house.db
      .selectFrom("bodies")
      .select((select) => select.fn.countAll<number>().as("count"))
      .executeTakeFirstOrThrow();
    return count;
  }

  test("and nothing of it all is in the log", () => {
    expect(at.house.lines.filter((line) => /CANARY|"fault"/.test(line)).slice(0, 5)).toEqual([]);
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
    at.app = without(at.house.app, guards.deny);
    at.app.get("/planted/careless", (c) => careless[name]!(c.req.query("q") ?? ""));
    const faults: string[] = [];
    for (const bad of texts.filter(({ text, bytes }) => text.length < 1_000 && bytes === undefined)) {
      const path = `/planted/careless?${encoded("q", bad)}`;
      faults.push(
        ...(await faultsOf({ said: bad.name, path, persona: "visitor", text: bad.text.toWellFormed() })),
      );
    }
    at.app = at.house.app;
    expect(faults.length).toBeGreaterThan(0);
  });

  test("one that saves half of it", async () => {
    at.app = without(at.house.app, guards.deny);
    at.app.post("/planted/half", async (c) => {
      await at.house.db
        .updateTable("bodies")
        .set({ town: "Elsewhere" })
        .where("id", "=", at.nation.bodies.own.id)
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
    at.app = at.house.app;
    expect(faults.join()).toContain("half done");
  });
});
