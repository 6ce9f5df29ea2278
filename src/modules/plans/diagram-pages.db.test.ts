import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { Person } from "#platform/actor.ts";
import type { Context } from "#platform/perform.ts";
import { findWorkplace } from "#modules/people/index.ts";
import { testApp, type Browse, type TestApp } from "#tests/setup/app.ts";
import { body, member, person, type TestPerson } from "#tests/world.ts";
import { changeDiagram } from "./commands/change-diagram.ts";
import { planTest } from "./commands/plan-test.ts";
import { startPlan } from "./commands/start-plan.ts";
import { studyTest } from "./commands/study-test.ts";
import type { DiagramChange, NodeKind } from "./diagram/diagram.ts";
import type { TestPlan } from "./plan-test.ts";
import { comparedVersions, diagramAt } from "./queries/diagram-versions.ts";
import { planDiagram } from "./queries/plan-diagram.ts";

let app: TestApp;
let who: TestPerson;
let browse: Browse;
let visitor: Browse;
let ward: { id: string; code: string };

const days = ["2026-03-01", "2026-04-01", "2026-05-01"] as const;

beforeAll(async () => {
  app = await testApp();
  ward = await body(app.db, { kind: "ward", parent: await body(app.db), name: "Heron Ward" });
  who = await person(app.db);
  await member(app.db, who, ward, "lead");
  browse = await app.as(who);
  visitor = app.anonymous();
});

afterAll(() => app.close());

function at(day: string): Context {
  const actor: Person = { kind: "person", ...who, sessionId: "", strong: false, roles: [] };
  return { db: app.db, jobs: app.services.jobs, actor, at: new Date(`${day}T12:00:00Z`), requestId: "test" };
}

function add(kind: NodeKind, text: string, under: string): DiagramChange & { id: string } {
  return { do: "add", id: randomUUID(), kind, text, under, after: "" };
}

/** A plan that was begun in March, grew in April and was thought over in May. */
async function grownPlan(visibility: "team" | "public" = "public") {
  const place = await findWorkplace(at(days[0]), ward.code, "place");
  const id = await startPlan(at(days[0]), {
    kind: "project",
    title: "Fewer falls",
    sentence: "Fewer falls",
    place,
    visibility,
  });
  const aim = (await planDiagram(at(days[0]), id)).nodes[0]!.id;
  const [ward7, team] = [add("primary", "Safe ward", aim), add("primary", "Alert team", aim)];
  const [light, huddle] = [add("idea", "Night light", ward7.id), add("idea", "Huddle", team.id)];
  await changeDiagram(at(days[1]), id, [ward7, team, light, huddle]);
  await changeDiagram(at(days[2]), id, [
    { do: "rename", id: light.id, text: "Light by every bed", version: 1 },
    { do: "move", id: huddle.id, from: team.id, under: ward7.id, after: null },
    { do: "remove", ids: [team.id] },
    add("idea", "Shoes that fit", ward7.id),
  ]);
  return { id, aim, ward7: ward7.id, team: team.id, light: light.id, huddle: huddle.id };
}

async function textsAt(id: string, day: string): Promise<string[]> {
  const { plan } = await planDiagram(at(days[2]), id);
  return (await diagramAt(at(days[2]), plan, day)).map((node) => node.text);
}

describe("earlier versions", () => {
  it("stand as they stood at the end of each day", async () => {
    const { id } = await grownPlan();
    expect(await textsAt(id, "2026-02-28")).toEqual([]);
    expect(await textsAt(id, days[0])).toEqual(["Fewer falls"]);
    expect(await textsAt(id, days[1])).toEqual([
      "Fewer falls",
      "Safe ward",
      "Night light",
      "Alert team",
      "Huddle",
    ]);
    expect(await textsAt(id, days[2])).toEqual([
      "Fewer falls",
      "Safe ward",
      "Huddle",
      "Light by every bed",
      "Shoes that fit",
    ]);
  });

  it("are compared: what is new, gone, in other words or elsewhere", async () => {
    const { id } = await grownPlan();
    const compared = await comparedVersions(at(days[2]), id, { from: days[1], to: days[2] });
    const names = (list: readonly { text: string }[]) => list.map((one) => one.text);
    expect(names(compared.added)).toEqual(["Shoes that fit"]);
    expect(names(compared.removed)).toEqual(["Alert team"]);
    expect(compared.reworded).toMatchObject([{ text: "Light by every bed", was: "Night light" }]);
    expect(compared.moved).toMatchObject([
      { text: "Huddle", under: ["Safe ward"], wasUnder: ["Alert team"] },
    ]);
    expect(compared.same).toBe(2);
  });

  it("are told on a page: who did what, two days side by side, and each day’s picture", async () => {
    const { id } = await grownPlan();
    const page = await (await browse(`/plans/${id}/diagram/history`)).text();
    expect(page).toContain("Changed “Night light” to “Light by every bed”");
    expect(page).toContain("Moved “Huddle” from “Alert team” to “Safe ward”");
    expect(page).toContain("Removed “Alert team”");
    expect(page).toContain(who.name);
    const two = await (await browse(`/plans/${id}/diagram/compare?from=${days[1]}&to=${days[2]}`)).text();
    expect(two).toContain("Removed: 1");
    const replay = await (await browse(`/plans/${id}/diagram/replay?at=${days[1]}`)).text();
    expect(replay).toContain("How it stood on 1 April 2026");
    expect(replay).toContain("Alert team");
    expect((await browse(`/plans/${id}/diagram/replay?at=never`)).status).toBe(404);
  });
});

describe("the replay", () => {
  it("shows with the diagram of a day the tests that had begun by then, as they stood", async () => {
    const { id } = await grownPlan();
    const { plan, nodes } = await planDiagram(at(days[2]), id);
    const idea = nodes.find(({ text }) => text === "Huddle")!;
    const words = { question: "", prediction: "They stay", willMeasure: "", place: "", who: "" };
    const test: TestPlan = {
      ...words,
      nodeId: idea.id,
      seriesId: null,
      change: "Huddle at 2 o’clock",
      startsOn: days[1],
      endsOn: days[1],
      scale: "one-shift",
      howMany: null,
    };
    const made = await planTest(at(days[1]), plan, { test, followsId: null });
    const study = { happened: "They stayed", outcome: "came-true", surprises: "", figure: null } as const;
    const studied = { id: made, study: { ...study, chartNote: "", earlyReason: "" }, version: 1 };
    await studyTest(at(days[2]), plan, studied);
    const on = async (day: string): Promise<string> =>
      (await browse(`/plans/${id}/diagram/replay?at=${day}`)).text();
    const [march, april, may] = [await on(days[0]), await on(days[1]), await on(days[2])];
    expect(march).toContain("No tests yet.");
    expect(april).toContain("1 test in 1 ramp.");
    expect(april).toMatch(/Huddle at 2 o’clock<\/a>, 1 April 2026: (running now|.*study)/i);
    expect(may).toMatch(/Huddle at 2 o’clock<\/a>, 1 April 2026: .*decide/i);
    expect(may).toContain(">1 test </text>");
    const plain = await (await visitor(`/plans/${id}/diagram/replay?at=${days[2]}&view=plain`)).text();
    expect(plain).toContain("Found out: decide what next. The prediction came true");
    app.statements();
    await on(days[1]);
    expect(app.statements()).toBeLessThanOrEqual(14);
  });
});

describe("the page of a link", () => {
  it("asks how sure the team is, names all that is missing, and shows what was said wherever the link is", async () => {
    const { id } = await grownPlan("team");
    const { nodes } = await planDiagram(at(days[2]), id);
    const idea = nodes.find(({ text }) => text === "Huddle")!;
    const node = `/plans/${id}/diagram/nodes/${idea.id}`;
    const path = `${node}/belief/${idea.parents[0]}`;
    expect(await (await browse(node)).text()).toContain("Say how sure you are");
    const nothing = await browse(path, { form: { _version: "0" } });
    expect(nothing.status).toBe(422);
    const said = await nothing.text();
    expect(said).toContain("Choose how sure you are");
    expect(said).toContain("Say in a line why you think so");
    const form = { belief: "strong", reason: "Two wards saw it <b>", _version: "0" };
    expect((await browse(path, { form })).status).toBe(303);
    const page = await (await browse(path)).text();
    expect(page).toContain("Before testing");
    expect(page).toContain("Two wards saw it &lt;b&gt;");
    expect(await (await browse(node)).text()).toContain("How sure: strong evidence");
    const picture = await (await browse(`/plans/${id}/diagram`)).text();
    expect(picture).toContain(">Strong</text>");
    expect(picture).toContain("How sure: strong evidence");
    expect((await visitor(path)).status).not.toBe(200);
  });
});

describe("pictures and files", () => {
  it.each([
    ["tree.svg", "image/svg+xml", "<svg"],
    ["actions.svg", "image/svg+xml", "<svg"],
    ["circle.svg", "image/svg+xml", "<svg"],
    ["tree.png", "image/png", "PNG"],
    ["circle.png", "image/png", "PNG"],
    ["diagram.pptx", "application/vnd.openxmlformats-officedocument.presentationml.presentation", "PK"],
    ["outline.txt", "text/plain", "Fewer falls\n  Safe ward\n    Huddle\n"],
  ])("%s comes as what it says", async (file, type, part) => {
    const { id } = await grownPlan();
    const answer = await visitor(`/plans/${id}/diagram/files/${file}`);
    expect(answer.status).toBe(200);
    expect(answer.headers.get("Content-Type")).toContain(type);
    expect(answer.headers.get("Content-Disposition")).toContain(`fewer-falls-${file}`);
    expect(Buffer.from(await answer.arrayBuffer()).toString("latin1")).toContain(part);
  });

  it("are of an earlier day when one is asked for, and of nothing that is not there", async () => {
    const { id } = await grownPlan();
    expect(await (await visitor(`/plans/${id}/diagram/files/tree.svg?at=${days[1]}`)).text()).toContain(
      "Alert team",
    );
    expect((await visitor(`/plans/${id}/diagram/files/tree.exe`)).status).toBe(404);
  });

  it.each([
    "",
    "/actions",
    "/circle",
    "/list",
    "/print?view=tree&paper=a3",
    "/print?view=circle",
    "/print?view=actions",
  ])("the page %s shows every entry and says it in words", async (path) => {
    const { id } = await grownPlan();
    const page = await visitor(`/plans/${id}/diagram${path}`);
    expect(page.status).toBe(200);
    const words = (await page.text()).replaceAll(/<[^>]+>/g, " ");
    for (const text of ["Safe ward", "Huddle"]) expect(words).toContain(text);
    expect(words).not.toContain("undefined");
  });

  it("a private plan has none for others", async () => {
    const { id } = await grownPlan("team");
    for (const path of ["", "/data", "/files/tree.svg", "/history", "/replay"])
      expect((await visitor(`/plans/${id}/diagram${path}`)).status).toBe(404);
  });
});

describe("the list", () => {
  it("changes words, and shows both texts when somebody else changed them first", async () => {
    const { id, light } = await grownPlan();
    const path = `/plans/${id}/diagram/nodes/${light}`;
    const form = (text: string, version: string) => ({
      _key: randomUUID(),
      _version: version,
      text,
      kind: "idea",
    });
    expect((await browse(path, { form: form("A better light", "2") })).status).toBe(303);
    const conflict = await browse(path, { form: form("My own light", "2") });
    expect(conflict.status).toBe(409);
    const page = await conflict.text();
    expect(page).toContain("A better light");
    expect(page).toContain("My own light");
    expect((await browse(path, { form: form("My own light", "3") })).status).toBe(303);
  });

  it("adds, moves, links, unlinks and removes after a look", async () => {
    const { id, aim, ward7, huddle } = await grownPlan();
    const node = (one: string, rest: string) => `/plans/${id}/diagram/nodes/${one}${rest}`;
    const send = async (path: string, form: Record<string, string>) =>
      (await browse(path, { form: { _key: randomUUID(), ...form } })).status;
    expect(await send(node(aim, "/add"), { new: "Medicines" })).toBe(303);
    expect(await send(node(huddle, "/step"), { step: "down" })).toBe(303);
    const medicines = (await planDiagram(at(days[2]), id)).nodes.find((one) => one.text === "Medicines")!.id;
    expect(await send(node(huddle, "/place"), { under: medicines, how: "link" })).toBe(303);
    expect((await planDiagram(at(days[2]), id)).nodes.find((one) => one.id === huddle)!.parents).toEqual([
      ward7,
      medicines,
    ]);
    expect(await send(node(huddle, "/unlink"), { from: ward7 })).toBe(303);
    const asked = await (await browse(node(ward7, "/remove"))).text();
    expect(asked).toContain("Remove all 3");
    expect(asked).not.toContain("<li>Huddle</li>");
    expect(await send(node(ward7, "/remove"), {})).toBe(303);
    expect((await planDiagram(at(days[2]), id)).nodes.map((one) => one.text)).toEqual([
      "Fewer falls",
      "Medicines",
      "Huddle",
    ]);
  });

  it("refuses a circle and an empty text in a sentence at the field", async () => {
    const { id, aim, ward7, huddle } = await grownPlan();
    const form = { _key: randomUUID(), under: huddle, how: "move" };
    const circle = await browse(`/plans/${id}/diagram/nodes/${ward7}/place`, { form });
    expect(circle.status).toBe(422);
    expect(await circle.text()).toContain(
      "cannot stand under “Huddle”, because “Huddle” already stands under",
    );
    const empty = await browse(`/plans/${id}/diagram/nodes/${aim}/add`, {
      form: { _key: randomUUID(), new: " " },
    });
    expect(empty.status).toBe(422);
    expect(await empty.text()).toContain("Enter a few words");
  });

  it("begins from a topic, and takes nothing twice", async () => {
    const { id, aim } = await grownPlan();
    const path = `/plans/${id}/diagram/begin`;
    const begin = (topic: string) => browse(path, { form: { _key: randomUUID(), topic } });
    expect((await begin("")).status).toBe(422);
    expect((await begin("sepsis")).headers.get("Location")).toBe(`/plans/${id}/diagram/list?done=begun`);
    const { nodes } = await planDiagram(at(days[2]), id);
    expect(nodes.find((one) => one.text === "It is thought of")!.parents).toEqual([aim]);
    expect((await begin("sepsis")).status).toBe(303);
    expect((await planDiagram(at(days[2]), id)).nodes).toHaveLength(nodes.length);
  });

  it("takes a branch of another plan, with credit", async () => {
    const [from, to] = [await grownPlan(), await grownPlan()];
    const form = { _key: randomUUID(), to: to.id };
    expect((await browse(`/plans/${from.id}/diagram/nodes/${from.ward7}/copy`, { form })).status).toBe(303);
    const { nodes } = await planDiagram(at(days[2]), to.id);
    const copy = nodes.findLast((one) => one.text === "Safe ward")!;
    expect(copy).toMatchObject({ copiedFrom: from.ward7, parents: [to.aim] });
    expect(nodes.filter((one) => one.parents.includes(copy.id)).map((one) => one.text)).toEqual([
      "Huddle",
      "Light by every bed",
      "Shoes that fit",
    ]);
    const page = await (await browse(`/plans/${to.id}/diagram/nodes/${copy.id}`)).text();
    expect(page).toContain("Copied from");
    expect(page).toContain(`/plans/${from.id}/diagram`);
  });
});

describe("how much it asks", () => {
  it.each(["", "/actions", "/list", "/history", "/files/tree.svg"])(
    "the page %s needs few statements",
    async (path) => {
      const { id } = await grownPlan();
      await browse(`/plans/${id}/diagram${path}`);
      app.statements();
      await browse(`/plans/${id}/diagram${path}`);
      expect(app.statements()).toBeLessThanOrEqual(9);
    },
  );
});
