import { dayOf } from "#platform/day.ts";
import type { Context } from "#platform/perform.ts";
import { Forbidden } from "#platform/problem.ts";
import { readAim } from "../aim-rules.ts";
import { maySeePlan } from "../policy.ts";
import { withSynonyms, type Similar } from "../similar.ts";
import { soughtWords } from "../sought-words.ts";
import { readFailedTests, readSimilarPeople, readSimilarPlans } from "../store/similar.ts";

const few = { plans: 6, tests: 3, people: 3 };
const fewestLetters = 4;

/** What others have tried, what did not work and who helps, while somebody still writes their first sentence. */
export async function similarWork(context: Context, typed: string): Promise<Similar> {
  if (!maySeePlan(context.actor)) throw new Forbidden();
  const words = tellingWords(typed, context.at);
  if (words.length < fewestLetters) return { plans: [], tests: [], people: [] };
  const sought = { words, others: withSynonyms(words) };
  const { db } = context;
  const [plans, tests, people] = await Promise.all([
    readSimilarPlans(db, context, sought, few.plans),
    readFailedTests(db, context, sought, few.tests),
    readSimilarPeople(db, context, sought, few.people),
  ]);
  return { plans, tests, people };
}

/** What it is about and for whom. How much and by when are no likeness, and their figures would be the rarest words. */
function tellingWords(typed: string, at: Date): string {
  const { what, forWhom } = readAim(typed, dayOf(at)).aim;
  const words = soughtWords(`${what} ${forWhom}`).filter((word) => !/^\d+$/.test(word));
  return words.join(" ");
}
