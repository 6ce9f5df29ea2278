import { join } from "node:path";
import type { Person } from "#platform/actor.ts";
import { visitor } from "#platform/actor.ts";
import type { Context } from "#platform/perform.ts";
import { projectRoot } from "#platform/project-root.ts";
import { addEvidence } from "#modules/framework/commands/add-evidence.ts";
import { comment } from "#modules/framework/commands/comment.ts";
import { foundPlans } from "#modules/framework/commands/found-plans.ts";
import { loadPack } from "#modules/framework/commands/load-pack.ts";
import { proposeChange } from "#modules/framework/commands/propose-change.ts";
import { proposePriority } from "#modules/framework/commands/propose-priority.ts";
import { recordDecision } from "#modules/framework/commands/record-decision.ts";
import { readPack } from "#modules/framework/pack/read-pack.ts";
import { itemPage } from "#modules/framework/queries/item-page.ts";
import type { TestBody, TestPerson } from "#tests/world.ts";
import type { House } from "./house.ts";

/** A small framework that the national body keeps, with one of everything that can be acted on. */
export type FrameworkMade = {
  key: string;
  proposal: string;
  comment: string;
  evidence: string;
  decision: string;
  /** Proposed by the national body to A. */
  priority: string;
};

type Ground = { own: TestBody; nationalBody: TestBody; officer: TestPerson; memberA: TestPerson };

export async function buildFramework(house: House, ground: Ground): Promise<FrameworkMade> {
  const read = await readPack(join(projectRoot, "tests/packs/harbour"));
  const [keeper, ...rest] = read.pack.bodies;
  const bodies = [{ ...keeper!, code: ground.nationalBody.code }, ...rest];
  await loadPack(contextAs(house), { ...read, pack: { ...read.pack, bodies } });
  await foundPlans(contextAs(house));
  const { key } = read.pack.framework;
  const at = { framework: key, item: "detail-1.1" };
  const officer = contextAs(house, officerOf(ground));
  const member = contextAs(house, { ...officerOf(ground), ...ground.memberA, roles: [] });
  await addEvidence(officer, at, { title: "A list", summary: "It has the names.", link: "", plan: "" });
  const { tracked } = await itemPage(officer, key, at.item);
  const day = house.clock.now.toISOString().slice(0, 10);
  return {
    key,
    evidence: tracked!.evidence[0]!.id,
    comment: await comment(member, at, "We miss the evenings."),
    proposal: await proposeChange(member, at, {
      change: "reword",
      title: "Write a longer list",
      text: "With telephone numbers.",
      horizon: "",
      body: "",
      reason: "Nobody could be reached.",
    }),
    decision: await recordDecision(officer, key, {
      metOn: day,
      item: at.item,
      decision: "Ask for the list.",
      action: "Bring the list",
      owner: ground.nationalBody.code,
      dueOn: day,
    }),
    priority: await proposePriority(officer, ground.nationalBody.code, {
      to: ground.own.code,
      title: "CANARY-priority of fewer falls",
      text: "Falls are the first reason for a long stay.",
      item: "",
    }),
  };
}

function officerOf({ nationalBody, officer }: Ground): Person {
  const role = { bodyId: nationalBody.id, bodyCode: nationalBody.code, bodyName: nationalBody.name };
  return {
    kind: "person",
    ...officer,
    sessionId: "none",
    strong: true,
    roles: [{ role: "officer", ...role, bodyKind: "national-body" }],
  };
}

function contextAs({ db, services, clock }: House, actor: Context["actor"] = visitor): Context {
  return { db, jobs: services.jobs, actor, at: clock.now, requestId: "setup" };
}
