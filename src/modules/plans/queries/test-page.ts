import { isPerson } from "#platform/actor.ts";
import { dayOf } from "#platform/day.ts";
import type { Context } from "#platform/perform.ts";
import type { PlanSeen } from "../plan.ts";
import { isBeforeItsEnd, stateOf, type PlanTest, type TestState } from "../plan-test.ts";
import { mayEditPlan, maySeeCoaching } from "../policy.ts";
import { readNotes, type TestNote } from "../store/test-notes.ts";
import { readRamp } from "../store/tests.ts";
import { coachRamp, type Advice } from "../test-coach.ts";
import { testInSight } from "./test-in-sight.ts";

export type TestPage = {
  test: PlanTest;
  ramp: PlanTest[];
  notes: TestNote[];
  /** Only for the team. */
  advice: Advice[];
  state: TestState;
  isEarly: boolean;
  today: string;
  can: { change: boolean };
};

export async function testPage(context: Context, plan: PlanSeen, id: string): Promise<TestPage> {
  const test = forReader(context, await testInSight(context, plan, id));
  const today = dayOf(context.at);
  const ramp = await readRamp(context.db, plan.id, test.rampId);
  return {
    test,
    ramp,
    notes: isPerson(context.actor) ? await readNotes(context.db, test.id) : [],
    advice: maySeeCoaching(context.actor, plan) ? coachRamp(ramp, today) : [],
    state: stateOf(test, today),
    isEarly: isBeforeItsEnd(test, today),
    today,
    can: { change: mayEditPlan(context.actor, plan) },
  };
}

const theTeam = { id: "", name: "The team" };

/** Without an account nobody learns who the people of a team are. */
function forReader({ actor }: Context, test: PlanTest): PlanTest {
  if (isPerson(actor)) return test;
  return { ...test, who: "", createdBy: theTeam, studiedBy: theTeam, decidedBy: theTeam };
}
