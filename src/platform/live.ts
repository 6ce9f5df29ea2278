import { setTimeout as pause } from "node:timers/promises";
import { sql } from "kysely";
import pg from "pg";
import type { Tx } from "./database.ts";
import type { Log } from "./log.ts";

const channel = "live";

/** What a listener is told. Never what changed in it: whoever hears looks again, with the sight that they have then. */
export type Heard =
  | { kind: "changed"; topic: string }
  /** Something may have been missed: look again in any case. */
  | { kind: "gap" }
  /** This process is leaving. */
  | { kind: "closing" };

export type Listener = (heard: Heard) => void;

/** What happens on this database, in whichever process it is done. */
export type Live = {
  subscribe(topic: string, listener: Listener): () => void;
  close(): Promise<void>;
};

/** Part of a deed: when it is committed, all who listen to these topics hear of it, and otherwise nobody does. */
export async function tell(tx: Tx, ...topics: readonly string[]): Promise<void> {
  await sql`SELECT pg_notify(${channel}, topic) FROM unnest(${topics}::text[]) topic`.execute(tx);
}

export type LiveOptions = {
  connection: pg.ClientConfig;
  log: Log;
  /** How often the connection shows that it still hears. */
  pulseMilliseconds?: number;
};

/** One connection that listens for all, opened when somebody first does. */
export function createLive(options: LiveOptions): Live {
  const listeners = new Map<string, Set<Listener>>();
  const leaving = new AbortController();
  let listening: Promise<void> | undefined;
  const everybody = (heard: Heard): void => {
    for (const listener of [...listeners.values()].flatMap((some) => [...some])) listener(heard);
  };
  const onChange = (topic: string): void => {
    for (const listener of listeners.get(topic) ?? []) listener({ kind: "changed", topic });
  };
  return {
    subscribe(topic, listener) {
      if (leaving.signal.aborted) queueMicrotask(() => listener({ kind: "closing" }));
      const some = listeners.get(topic) ?? new Set();
      listeners.set(topic, some.add(listener));
      listening ??= listen(
        { ...options, onChange, onReady: () => everybody({ kind: "gap" }) },
        leaving.signal,
      );
      return () => {
        some.delete(listener);
        if (some.size === 0 && listeners.get(topic) === some) listeners.delete(topic);
      };
    },
    async close() {
      if (!leaving.signal.aborted) {
        leaving.abort();
        everybody({ kind: "closing" });
      }
      await listening;
    },
  };
}

type Ear = LiveOptions & { onChange(topic: string): void; onReady(): void };

const waits = { first: 100, most: 5_000 };

/** Connects again whenever the connection is lost, and says each time that something may have been missed. */
async function listen(ear: Ear, leaving: AbortSignal): Promise<void> {
  let wait = waits.first;
  const onReady = (): void => {
    wait = waits.first;
    ear.onReady();
  };
  while (!leaving.aborted) {
    try {
      await listenOnce({ ...ear, onReady }, leaving);
    } catch (error) {
      if (leaving.aborted) return;
      ear.log.warn({ error: (error as Error).message }, "the live connection was lost");
    }
    await pause(wait, undefined, { signal: leaving, ref: false }).catch(() => undefined);
    wait = Math.min(wait * 2, waits.most);
  }
}

/** One connection's life. Ends by an error, unless this process is leaving. */
async function listenOnce(ear: Ear, leaving: AbortSignal): Promise<void> {
  const client = new pg.Client({
    ...ear.connection,
    connectionTimeoutMillis: 5_000,
    query_timeout: 5_000,
    keepAlive: true,
  });
  const lost = new Promise<never>((_, reject) => {
    client.on("error", reject);
    client.on("end", () => reject(new Error("The connection ended.")));
    leaving.addEventListener("abort", () => reject(new Error("Leaving.")), { once: true });
  });
  lost.catch(() => undefined);
  client.on("notification", ({ payload }) => payload && ear.onChange(payload));
  try {
    await Promise.race([client.connect(), lost]);
    await client.query(`LISTEN ${channel}`);
    ear.onReady();
    await Promise.race([lost, showsLife(client, ear.pulseMilliseconds ?? 10_000, leaving)]);
  } finally {
    // It may be one that gives no answer any more, so nobody waits for its goodbye.
    client.end().catch(() => undefined);
    setTimeout(() => client.connection.stream.destroy(), 1_000).unref();
  }
}

/** A connection that a firewall has forgotten is silent like one on which nothing happens; only asking tells. */
async function showsLife(client: pg.Client, every: number, leaving: AbortSignal): Promise<never> {
  for (;;) {
    await pause(every, undefined, { signal: leaving, ref: false });
    await client.query("SELECT 1");
  }
}
