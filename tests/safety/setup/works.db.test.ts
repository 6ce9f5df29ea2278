import { afterAll, beforeAll, expect, test } from "vitest";
import { visitor, type Actor } from "#platform/actor.ts";
import type { Context } from "#platform/perform.ts";
import { NotFound } from "#platform/problem.ts";
import { planInSight } from "#modules/plans/index.ts";
import { seriesInSight } from "#modules/measures/index.ts";
import { isNobody } from "../expect.ts";
import { openHouse, type House } from "./house.ts";
import { buildNation, personas, type Nation, type Persona } from "./nation.ts";
import { leadOf, planSeers, seriesSeers, teamOf, workRelations } from "./works.ts";

let house: House;
let nation: Nation;
beforeAll(async () => {
  house = await openHouse({ undo: true });
  nation = await buildNation(house);
});
afterAll(() => house.close());

function contextOf(persona: Persona): Context {
  const actor: Actor =
    persona === "visitor" || isNobody(persona)
      ? visitor
      : { kind: "person", ...nation.people[persona], sessionId: "", strong: false, roles: [] };
  return { db: house.db, jobs: house.services.jobs, actor, at: house.clock.now, requestId: "r" };
}

type Seen = { standing: string | null };

async function seersOf(see: (context: Context) => Promise<Seen>): Promise<[Persona, string | null][]> {
  const seers: [Persona, string | null][] = [];
  for (const persona of personas) {
    const seen = await see(contextOf(persona)).catch((error: unknown) => {
      if (error instanceof NotFound) return undefined;
      throw error;
    });
    if (seen) seers.push([persona, seen.standing]);
  }
  return seers;
}

const names = (seers: [Persona, string | null][]): Persona[] => seers.map(([persona]) => persona).sort();

test.each(workRelations)("who is said to see the plan and the series %s sees them", async (relation) => {
  const plan = await seersOf((context) => planInSight(context, nation.plans[relation].id));
  const series = await seersOf((context) => seriesInSight(context, nation.series[relation].id));
  expect(names(plan)).toEqual([...planSeers[relation]].sort());
  expect(names(series)).toEqual([...seriesSeers[relation]].sort());
  for (const seers of [plan, series])
    expect(names(seers.filter(([, standing]) => standing !== null))).toEqual([...teamOf[relation]].sort());
  const leads = plan.filter(([, standing]) => standing === "lead").map(([persona]) => persona);
  expect(leads).toEqual(relation === "without-lead" ? [] : leadOf[relation]);
});
