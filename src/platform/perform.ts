import { createHash } from "node:crypto";
import { isPerson, type Actor } from "./actor.ts";
import { appendAudit, platformChain, type Deed } from "./audit.ts";
import type { Db, Tx } from "./database.ts";
import type { Jobs } from "./jobs.ts";
import { Problem } from "./problem.ts";

/** All that a command or query may know of the request it serves. */
export type Context = {
  db: Db;
  jobs: Jobs;
  actor: Actor;
  at: Date;
  requestId: string;
  /** The form this came from, when it came from one: sending it again gives the first answer again. */
  submission?: Submission;
};

export type Submission = { key: string; digest: Buffer };

export type Json = string | number | boolean | null | undefined | Json[] | { [name: string]: Json };

export type Done<R> = { result: R; did: Deed };

/** The form was sent before, with other words in it. */
export class SentDifferently extends Problem {
  constructor() {
    super("This form was already sent with other answers. Open the page again to make another change.");
  }
}

/**
 * One deed: one transaction that holds the work, its audit entry, its queued jobs and the form's key.
 * Either all of it is there afterwards or none of it.
 */
export async function perform<R extends Json>(
  context: Context,
  work: (tx: Tx) => Promise<Done<R>>,
): Promise<R> {
  return withRetry(() =>
    context.db.transaction().execute(async (tx) => {
      const earlier = await claimSubmission(tx, context);
      if (earlier) return earlier.result as R;
      const { result, did } = await work(tx);
      await keepResult(tx, context, result);
      // Last, because the chain's head stays locked from here to the commit.
      await appendAudit(
        tx,
        { actorId: actorId(context.actor), requestId: context.requestId, at: context.at },
        did,
      );
      return result;
    }),
  );
}

export function submissionDigest(fields: Iterable<[string, unknown]>): Buffer {
  const canonical = JSON.stringify([...fields].map(([name, value]) => [name, said(value)]).sort());
  return createHash("sha256").update(canonical).digest();
}

/** Two files of one form are told apart by name and size. */
function said(value: unknown): string {
  return value instanceof File ? `${value.name} ${value.size}` : String(value);
}

function actorId(actor: Actor): string | null {
  return isPerson(actor) ? actor.id : null;
}

async function claimSubmission(tx: Tx, context: Context): Promise<{ result: unknown } | undefined> {
  const { submission } = context;
  if (!submission) return undefined;
  const owner = actorId(context.actor) ?? platformChain;
  const claimed = await tx
    .insertInto("submissions")
    .values({ actor_id: owner, key: submission.key, digest: submission.digest, at: context.at })
    .onConflict((conflict) => conflict.doNothing())
    .executeTakeFirst();
  if (claimed.numInsertedOrUpdatedRows === 1n) return undefined;
  const earlier = await tx
    .selectFrom("submissions")
    .select(["digest", "result"])
    .where("actor_id", "=", owner)
    .where("key", "=", submission.key)
    .executeTakeFirstOrThrow();
  if (!earlier.digest.equals(submission.digest)) throw new SentDifferently();
  return { result: (earlier.result as { value: unknown } | null)?.value };
}

async function keepResult(tx: Tx, context: Context, result: Json): Promise<void> {
  if (!context.submission) return;
  await tx
    .updateTable("submissions")
    .set({ result: JSON.stringify({ value: result ?? null }) })
    .where("actor_id", "=", actorId(context.actor) ?? platformChain)
    .where("key", "=", context.submission.key)
    .execute();
}

const passing = new Set(["40001", "40P01"]);

/** A deadlock or a failed serialisation is nobody's fault: the whole transaction is simply run again. */
async function withRetry<R>(attempt: () => Promise<R>, left = 4): Promise<R> {
  try {
    return await attempt();
  } catch (error) {
    if (left === 0 || !passing.has((error as { code?: string }).code ?? "")) throw error;
    return withRetry(attempt, left - 1);
  }
}
