import { isPerson, type Person } from "#platform/actor.ts";
import { isId } from "#platform/id.ts";
import type { Context } from "#platform/perform.ts";
import { Forbidden, NotFound } from "#platform/problem.ts";
import { findBodyByCode, type BodySummary } from "#modules/places/index.ts";
import { keyOf } from "../item.ts";
import type { Priority, Word } from "../priority.ts";
import { maySeePriorities, maySpeakForBody } from "../policy.ts";
import { listFrameworks } from "../store/frameworks.ts";
import { listPriorities, listWords, readPriority } from "../store/priorities.ts";
import { versionContent } from "./framework-in-force.ts";

export type PrioritiesPage = {
  body: BodySummary;
  priorities: Priority[];
  /** What a priority may serve, where this person can propose one. */
  actions: { key: string; title: string }[];
  can: { propose: boolean };
};

/** What was proposed to a body and by it. Only those who work on one of the two sides see it. */
export async function prioritiesPage(context: Context, code: string): Promise<PrioritiesPage> {
  const { actor, db } = context;
  const body = await findBodyByCode(context, code);
  if (!isPerson(actor) || !maySeePriorities(actor)) throw new Forbidden();
  const canPropose = maySpeakForBody(actor, body.id);
  return {
    body,
    priorities: await listPriorities(db, body.id, ownBodies(actor)),
    actions: canPropose ? await actionsInForce(context) : [],
    can: { propose: canPropose },
  };
}

async function actionsInForce(context: Context): Promise<PrioritiesPage["actions"]> {
  const frameworks = await listFrameworks(context.db);
  const contents = await Promise.all(
    frameworks.map(({ id, number }) => versionContent(context.db, id, number)),
  );
  return contents.flatMap(({ pack }) =>
    pack.actions.map(({ id, title }) => ({ key: keyOf("action", id), title: `${id}. ${title}` })),
  );
}

export type PriorityPage = {
  priority: Priority;
  words: Word[];
  can: { answer: boolean; reply: boolean };
};

export async function priorityInSight(context: Context, id: string): Promise<PriorityPage> {
  const { actor, db } = context;
  if (!isPerson(actor) || !maySeePriorities(actor)) throw new Forbidden();
  const priority = isId(id) ? await readPriority(db, id, ownBodies(actor)) : undefined;
  if (!priority) throw new NotFound();
  return {
    priority,
    words: await listWords(db, priority.id),
    can: {
      answer: priority.state !== "withdrawn" && maySpeakForBody(actor, priority.to.id),
      reply: priority.state !== "withdrawn" && maySpeakForBody(actor, priority.from.id),
    },
  };
}

/** For a form that is about to answer: who speaks for neither side is told before writing anything. */
export async function priorityToAnswer(context: Context, id: string): Promise<PriorityPage> {
  const page = await priorityInSight(context, id);
  if (!page.can.answer && !page.can.reply) throw new Forbidden(undefined, `/priorities/${page.priority.id}`);
  return page;
}

function ownBodies(actor: Person): string[] {
  return [...new Set(actor.roles.map((held) => held.bodyId))];
}
