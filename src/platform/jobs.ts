import pg from "pg";
import { fromKysely, PgBoss } from "pg-boss";
import type { Tx } from "./database.ts";
import type { Log } from "./log.ts";

const schema = "jobs";

/** Work done later, outside a request. Queued in the transaction of the deed that causes it. */
export type JobKind<Data extends object> = {
  name: string;
  /** A cron expression, for work that happens by the clock. */
  every?: string;
  /** For what somebody waits for: each worker looks again after so many seconds. It must bear being run twice. */
  everySeconds?: number;
  retries?: number;
  work(data: Data): Promise<void>;
};

export type Enqueue = (
  tx: Tx,
  name: string,
  data: object,
  options?: { key?: string; after?: Date },
) => Promise<void>;

export type Jobs = {
  enqueue: Enqueue;
  /** See that each kind has its queue. Every process does this before it takes requests. */
  prepare(kinds: readonly JobKind<never>[]): Promise<void>;
  /** Begin to work the queues; only in a process that is a worker. */
  work(kinds: readonly JobKind<never>[]): Promise<void>;
  stop(): Promise<void>;
};

/** The queue's own tables, made by the owner; the application's role may use them and not change them. */
export async function installJobs(connection: pg.ClientConfig): Promise<void> {
  const client = new pg.Client(connection);
  await client.connect();
  try {
    const boss = new PgBoss({
      db: { executeSql: (text, values) => client.query(text, values as unknown[]) },
      schema,
      supervise: false,
      schedule: false,
    });
    boss.on("error", () => {});
    await boss.start();
    await boss.stop({ graceful: false });
    await client.query(`
      GRANT USAGE ON SCHEMA ${schema} TO throughline_app;
      GRANT SELECT, INSERT, UPDATE, DELETE ON ALL TABLES IN SCHEMA ${schema} TO throughline_app;
      GRANT EXECUTE ON ALL FUNCTIONS IN SCHEMA ${schema} TO throughline_app;
      GRANT USAGE ON ALL SEQUENCES IN SCHEMA ${schema} TO throughline_app;
    `);
  } finally {
    await client.end();
  }
}

export function createJobs(pool: pg.Pool, log: Log): Jobs {
  const db = { executeSql: (text: string, values?: unknown[]) => pool.query(text, values) };
  const worker = new PgBoss({ db, schema, migrate: false, createSchema: false });
  const sender = new PgBoss({
    db,
    schema,
    migrate: false,
    createSchema: false,
    supervise: false,
    schedule: false,
  });
  for (const boss of [worker, sender]) {
    boss.on("error", (error) => log.error({ error: error.message }, "queue"));
  }
  let working = false;
  const pulses: NodeJS.Timeout[] = [];
  return {
    async enqueue(tx, name, data, options = {}) {
      await sender.send(name, data, {
        db: fromKysely(tx),
        ...(options.key && { singletonKey: options.key }),
        ...(options.after && { startAfter: options.after }),
      });
    },
    async prepare(kinds) {
      await sender.start();
      const there = new Set((await sender.getQueues()).map((queue) => queue.name));
      for (const kind of kinds) {
        if (there.has(kind.name)) continue;
        await sender.createQueue(kind.name, {
          retryLimit: kind.retries ?? 10,
          retryBackoff: true,
          expireInSeconds: 120,
        });
      }
    },
    async work(kinds) {
      working = true;
      await worker.start();
      for (const kind of kinds as readonly JobKind<object>[]) {
        if (kind.every) await worker.schedule(kind.name, kind.every);
        await worker.work<object>(kind.name, { pollingIntervalSeconds: 1, batchSize: 1 }, async ([job]) => {
          if (job) await kind.work(job.data);
        });
        if (kind.everySeconds) pulses.push(pulse(kind, kind.everySeconds, log));
      }
    },
    async stop() {
      for (const one of pulses) clearInterval(one);
      if (working) await worker.stop({ graceful: true, timeout: 5_000 });
      await sender.stop({ graceful: false });
    },
  };
}

/** A beat that comes while the last one is still at work is left out. */
function pulse(kind: JobKind<object>, seconds: number, log: Log): NodeJS.Timeout {
  let busy = false;
  return setInterval(() => {
    if (busy) return;
    busy = true;
    kind
      .work({})
      .catch((error: Error) => log.warn({ job: kind.name, error: error.message }, "will try again"))
      .finally(() => (busy = false));
  }, seconds * 1000).unref();
}
