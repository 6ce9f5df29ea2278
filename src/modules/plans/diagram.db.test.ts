import { randomUUID } from "node:crypto";
import { sql } from "kysely";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { Person } from "#platform/actor.ts";
import type { Context } from "#platform/perform.ts";
import { Conflict, Forbidden, Invalid, NotFound } from "#platform/problem.ts";
import { findWorkplace } from "#modules/people/index.ts";
import { testApp, type TestApp } from "#tests/setup/app.ts";
import { body, member, person, type TestPerson } from "#tests/world.ts";
import { changeDiagram } from "./commands/change-diagram.ts";
import { startPlan } from "./commands/start-plan.ts";
import type { DiagramChange, NodeKind } from "./diagram/diagram.ts";
import { outlineText } from "#ui/diagram/outline-tree.ts";
import { holdBelief } from "./commands/hold-belief.ts";
import { planTest } from "./commands/plan-test.ts";
import { studyTest } from "./commands/study-test.ts";
import { linkBelief } from "./queries/link-belief.ts";
import { planDiagram } from "./queries/plan-diagram.ts";
import { planInSight } from "./queries/plan-in-sight.ts";

let app: TestApp;
let sister: Context & { who: TestPerson };
let partner: Context & { who: TestPerson };
let colleague: Context & { who: TestPerson };
let stranger: Context & { who: TestPerson };
let ward: { id: string; code: string };

beforeAll(async () => {
  app = await testApp();
  const trust = await body(app.db);
  ward = await body(app.db, { kind: "ward", parent: trust });
  const contextFor = async (where: { id: string }): Promise<Context & { who: TestPerson }> => {
    const who = await person(app.db);
    await member(app.db, who, where, "lead");
    const actor: Person = { kind: "person", ...who, sessionId: "", strong: false, roles: [] };
    return { db: app.db, jobs: app.services.jobs, actor, at: new Date(), requestId: "test", who };
  };
  [sister, partner, colleague] = [await contextFor(ward), await contextFor(ward), await contextFor(trust)];
  stranger = await contextFor(await body(app.db));
});

afterAll(() => app.close());

async function newPlan(): Promise<{ id: string; aim: string }> {
  const place = await findWorkplace(sister, ward.code, "place");
  const id = await startPlan(sister, {
    kind: "project",
    title: "Fewer falls at night",
    sentence: "We want fewer falls at night",
    place,
    visibility: "organisation",
  });
  await app.db
    .insertInto("group_members")
    .values({ group_id: id, user_id: partner.who.id, role: "patient-partner", started_at: new Date(0) })
    .execute();
  const { nodes } = await planDiagram(sister, id);
  return { id, aim: nodes[0]!.id };
}

function add(
  kind: NodeKind,
  text: string,
  under: string,
  id: string = randomUUID(),
): DiagramChange & { id: string } {
  return { do: "add", id, kind, text, under, after: "" };
}

async function shape(id: string): Promise<Record<string, string[]>> {
  const { nodes } = await planDiagram(sister, id);
  const texts = new Map(nodes.map((node) => [node.id, node.text]));
  return Object.fromEntries(
    nodes.map((node) => [node.text, node.parents.map((parent) => texts.get(parent)!)]),
  );
}

/** Each promise settled: what was refused, by its class. */
async function outcomes(...acts: Promise<unknown>[]): Promise<string[]> {
  const settled = await Promise.allSettled(acts);
  return settled.map((one) => (one.status === "fulfilled" ? "done" : (one.reason as Error).constructor.name));
}

describe("changes of a diagram", () => {
  it("are made all at once, in the order of the list, with several parents", async () => {
    const { id, aim } = await newPlan();
    const [one, two] = [add("primary", "One", aim), add("primary", "Two", aim)];
    const idea = add("idea", "Idea", one.id);
    await changeDiagram(sister, id, [one, two, idea, { do: "link", id: idea.id, under: two.id, after: "" }]);
    expect(await shape(id)).toEqual({
      "Fewer falls at night": [],
      One: ["Fewer falls at night"],
      Idea: ["One", "Two"],
      Two: ["Fewer falls at night"],
    });
    expect((await planDiagram(sister, id)).plan.diagramVersion).toBe(2);
    await changeDiagram(sister, id, [{ do: "move", id: two.id, from: aim, under: aim, after: null }]);
    expect(Object.keys(await shape(id))).toEqual(["Fewer falls at night", "Two", "Idea", "One"]);
  });

  it("are none at all when one of them cannot be", async () => {
    const { id, aim } = await newPlan();
    await expect(
      changeDiagram(sister, id, [add("primary", "One", aim), add("aim", "Another aim", "")]),
    ).rejects.toThrow(Invalid);
    expect(Object.keys(await shape(id))).toHaveLength(1);
  });

  it("refuse a circle in a sentence, and the database refuses it too", async () => {
    const { id, aim } = await newPlan();
    const [one, two] = [add("secondary", "One", aim), add("secondary", "Two", aim)];
    await changeDiagram(sister, id, [
      one,
      two,
      { do: "move", id: two.id, from: aim, under: one.id, after: null },
    ]);
    await expect(
      changeDiagram(sister, id, [{ do: "link", id: one.id, under: two.id, after: null }]),
    ).rejects.toThrow("“One” cannot stand under “Two”, because “Two” already stands under “One”");
    const insert = app.db
      .insertInto("node_links")
      .values({ plan_id: id, parent_id: two.id, child_id: one.id, position: 1 });
    await expect(insert.execute()).rejects.toThrow("A driver cannot stand above itself.");
  });

  it("of two people to different entries both stand", async () => {
    const { id, aim } = await newPlan();
    const entries = Array.from({ length: 8 }, (_, at) => add("primary", `Driver ${at}`, aim));
    await changeDiagram(sister, id, entries);
    const renamed = entries.map(({ id: node }, at) => {
      const change: DiagramChange = { do: "rename", id: node, text: `Better driver ${at}`, version: 1 };
      return changeDiagram(at % 2 === 0 ? sister : partner, id, [change, add("idea", `Idea ${at}`, node)]);
    });
    expect(await outcomes(...renamed)).toEqual(entries.map(() => "done"));
    expect(
      Object.keys(await shape(id)).filter((text) => text.startsWith("Better") || text.startsWith("Idea")),
    ).toHaveLength(16);
  });

  it("of two people to the same words meet in a conflict that holds both", async () => {
    const { id, aim } = await newPlan();
    const one = add("primary", "One", aim);
    await changeDiagram(sister, id, [one]);
    const write = (who: Context, text: string) =>
      changeDiagram(who, id, [{ do: "rename", id: one.id, text, version: 1 }]);
    expect((await outcomes(write(sister, "Hers"), write(partner, "Theirs"))).sort()).toEqual([
      "Conflict",
      "done",
    ]);
    const conflict = await write(partner, "Mine").catch((error: unknown) => error as Conflict);
    expect(conflict).toBeInstanceOf(Conflict);
    expect((conflict as Conflict).fields).toMatchObject([
      { yours: "Mine", theirs: expect.stringMatching(/^(Hers|Theirs)$/) },
    ]);
  });

  it("that would close a circle together cannot both be made", async () => {
    const { id, aim } = await newPlan();
    const [one, two] = [add("secondary", "One", aim), add("secondary", "Two", aim)];
    await changeDiagram(sister, id, [one, two]);
    const under = (who: Context, child: string, parent: string) =>
      changeDiagram(who, id, [{ do: "move", id: child, from: aim, under: parent, after: null }]);
    expect((await outcomes(under(sister, one.id, two.id), under(partner, two.id, one.id))).sort()).toEqual([
      "Invalid",
      "done",
    ]);
  });

  it("keep what somebody has put under what another removes", async () => {
    const { id, aim } = await newPlan();
    const driver = add("primary", "Driver", aim);
    await changeDiagram(sister, id, [driver]);
    await changeDiagram(partner, id, [add("idea", "New idea", driver.id)]);
    await changeDiagram(sister, id, [{ do: "remove", ids: [driver.id] }]);
    expect(await shape(id)).toEqual({ "Fewer falls at night": [], "New idea": ["Fewer falls at night"] });
  });

  it("bring back under the same id what was removed, with a number that no old edit knows", async () => {
    const { id, aim } = await newPlan();
    const driver = add("primary", "Driver", aim);
    await changeDiagram(sister, id, [driver]);
    await changeDiagram(sister, id, [{ do: "remove", ids: [driver.id] }]);
    await changeDiagram(sister, id, [driver]);
    const { nodes } = await planDiagram(sister, id);
    expect(nodes.find((node) => node.id === driver.id)!.version).toBeGreaterThan(2);
    const old: DiagramChange = { do: "rename", id: driver.id, text: "Old edit", version: 1 };
    await expect(changeDiagram(partner, id, [old])).rejects.toThrow(Conflict);
  });

  it("never touch an entry of another plan", async () => {
    const [mine, other] = [await newPlan(), await newPlan()];
    const one = add("primary", "One", other.aim);
    await changeDiagram(sister, other.id, [one]);
    await expect(
      changeDiagram(sister, mine.id, [add("primary", "Stolen", mine.aim, one.id)]),
    ).rejects.toThrow(Invalid);
    await expect(
      changeDiagram(sister, mine.id, [{ do: "rename", id: one.id, text: "Stolen", version: 1 }]),
    ).rejects.toThrow(Invalid);
    expect(Object.keys(await shape(other.id))).toContain("One");
  });

  it("of the aim's words are the plan's aim too", async () => {
    const { id, aim } = await newPlan();
    await changeDiagram(sister, id, [{ do: "rename", id: aim, text: "Halve falls by May", version: 1 }]);
    expect((await planDiagram(sister, id)).plan.aim.text).toBe("Halve falls by May");
  });

  it("are for the team, a patient partner as much as any other", async () => {
    const { id, aim } = await newPlan();
    expect(await outcomes(changeDiagram(partner, id, [add("primary", "Partner’s", aim)]))).toEqual(["done"]);
    await expect(changeDiagram(colleague, id, [add("primary", "x", aim)])).rejects.toThrow(Forbidden);
    await expect(changeDiagram(stranger, id, [add("primary", "x", aim)])).rejects.toThrow(NotFound);
    expect((await planDiagram(colleague, id)).can.edit).toBe(false);
  });
});

describe("the editor’s door", () => {
  it("takes changes under a key once, and answers with the diagram", async () => {
    const { id, aim } = await newPlan();
    const browse = await app.as(sister.who);
    const form = { _key: randomUUID(), changes: JSON.stringify([add("primary", "One", aim)]) };
    for (let sent = 0; sent < 2; sent += 1) {
      const answer = await browse(`/plans/${id}/diagram/changes`, { form });
      expect(answer.status).toBe(200);
      expect(((await answer.json()) as { nodes: unknown[] }).nodes).toHaveLength(2);
    }
  });

  it("answers a conflict with what is there now, and says what cannot be", async () => {
    const { id, aim } = await newPlan();
    const browse = await app.as(sister.who);
    const send = async (changes: unknown, rest = {}) => {
      const answer = await browse(`/plans/${id}/diagram/changes`, {
        form: { _key: randomUUID(), changes: JSON.stringify(changes), ...rest },
      });
      return { status: answer.status, said: (await answer.json()) as Record<string, unknown> };
    };
    expect(await send([{ do: "rename", id: aim, text: "Mine", version: 99 }])).toMatchObject({
      status: 409,
      said: { conflict: true, version: 1 },
    });
    expect(await send([{ do: "remove", ids: [aim] }])).toMatchObject({
      status: 422,
      said: { problem: "The aim cannot be removed. Change its words instead." },
    });
    expect((await send([{ do: "sing" }])).status).toBe(422);
    const patient = [add("idea", "Phone 943 476 5919 each night", aim)];
    expect(await send(patient)).toMatchObject({ status: 422, said: { patientData: expect.any(String) } });
    expect((await send(patient, { sure: "yes" })).status).toBe(200);
  });

  it("is drawn with few statements", async () => {
    const { id } = await newPlan();
    const browse = await app.as(sister.who);
    await browse(`/plans/${id}/diagram/data`);
    app.statements();
    expect((await browse(`/plans/${id}/diagram/data`)).status).toBe(200);
    expect(app.statements()).toBeLessThanOrEqual(6);
  });
});

describe("how sure a team is of a link", () => {
  async function linked() {
    const { id, aim } = await newPlan();
    const driver = add("primary", "Safe ward", aim);
    const idea = add("idea", "Night light", driver.id);
    await changeDiagram(sister, id, [driver, idea]);
    const link = { childId: idea.id, parentId: driver.id };
    return { id, aim, driver, idea, link };
  }

  async function tested(id: string, nodeId: string): Promise<void> {
    const plan = await planInSight(sister, id);
    const today = sister.at.toISOString().slice(0, 10);
    const open = {
      seriesId: null,
      startsOn: today,
      endsOn: today,
      scale: "one-person",
      howMany: null,
    } as const;
    const words = { question: "", prediction: "She sleeps", willMeasure: "", place: "", who: "" };
    const test = { ...open, ...words, nodeId, change: "Night light" };
    const made = await planTest(sister, plan, { test, followsId: null });
    const study = { happened: "She slept", outcome: "came-true", surprises: "", figure: null } as const;
    await studyTest(sister, plan, {
      id: made,
      study: { ...study, chartNote: "", earlyReason: "" },
      version: 1,
    });
  }

  it("is said before anything is tested and after, and both stay on record", async () => {
    const { id, driver, idea, aim, link } = await linked();
    await holdBelief(sister, id, { ...link, belief: "hunch", reason: "It is dark there", version: 0 });
    await tested(id, idea.id);
    await holdBelief(partner, id, { ...link, belief: "some", reason: "It helped her", version: 1 });
    await holdBelief(sister, id, {
      childId: driver.id,
      parentId: aim,
      belief: "strong",
      reason: "We read it",
      version: 0,
    });
    const { held } = await linkBelief(colleague, id, link);
    expect(held).toMatchObject([
      { belief: "some", reason: "It helped her", tested: 1, by: partner.who.name, at: partner.at },
      { belief: "hunch", reason: "It is dark there", tested: 0, by: sister.who.name },
    ]);
    const { nodes } = await planDiagram(sister, id);
    expect(nodes.find((node) => node.id === idea.id)!.beliefs).toEqual([
      { under: driver.id, belief: "some" },
    ]);
    expect(outlineText(nodes, { withBeliefs: true })).toContain(
      "  Safe ward [strong evidence]\n    Night light [some evidence]\n",
    );
  });

  it("meets what somebody else said meanwhile with both, and writes neither over", async () => {
    const { id, link } = await linked();
    await holdBelief(sister, id, { ...link, belief: "hunch", reason: "It is dark there", version: 0 });
    const late = holdBelief(partner, id, { ...link, belief: "strong", reason: "I saw it", version: 0 });
    await expect(late).rejects.toThrow(Conflict);
    await expect(late).rejects.toMatchObject({
      version: 1,
      fields: [{ yours: "Strong evidence: I saw it", theirs: "A hunch: It is dark there" }],
    });
    expect((await linkBelief(sister, id, link)).held).toHaveLength(1);
  });

  it("can be said again however often it was said before", async () => {
    const { id, link } = await linked();
    await holdBelief(sister, id, { ...link, belief: "hunch", reason: "At first", version: 0 });
    await sql`
      INSERT INTO link_beliefs (plan_id, parent_id, child_id, belief, reason, tested, held_by, held_at)
      SELECT plan_id, parent_id, child_id, belief, 'Again', 0, held_by, held_at
      FROM link_beliefs, generate_series(1, 204) WHERE child_id = ${link.childId}`.execute(sister.db);
    const seen = await linkBelief(sister, id, link);
    expect(seen).toMatchObject({ version: 205 });
    expect(seen.held).toHaveLength(200);
    await holdBelief(sister, id, { ...link, belief: "some", reason: "At last", version: 205 });
    expect((await linkBelief(sister, id, link)).held[0]!.reason).toBe("At last");
  });

  it("is the team’s to say, of links that are there", async () => {
    const { id, aim, idea, link } = await linked();
    const said = { ...link, belief: "hunch", reason: "Perhaps", version: 0 } as const;
    await expect(holdBelief(colleague, id, said)).rejects.toThrow(Forbidden);
    await expect(holdBelief(stranger, id, said)).rejects.toThrow(NotFound);
    await expect(holdBelief(sister, id, { ...said, parentId: aim })).rejects.toThrow(NotFound);
    await expect(linkBelief(stranger, id, link)).rejects.toThrow(NotFound);
    await expect(linkBelief(sister, id, { childId: idea.id, parentId: "nonsense" })).rejects.toThrow(
      NotFound,
    );
  });
});
