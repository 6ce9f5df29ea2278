import { Client } from "pg";

/** What `pg` needs to connect: the host is the folder of the socket. */
export type ConnectionSettings = {
  host: string;
  port: number;
  user: string;
  password: string;
  database: string;
};

export const databaseName = "throughline";
export const superuserName = "postgres";
export const ownerName = "throughline_owner";
export const appName = "throughline_app";

/** One connection for one piece of work, closed whatever happens, with an end to every wait. */
export async function withClient<Answer>(
  settings: ConnectionSettings,
  work: (client: Client) => Promise<Answer>,
  milliseconds = 10_000,
): Promise<Answer> {
  const client = new Client({
    ...settings,
    connectionTimeoutMillis: Math.min(milliseconds, 5_000),
    query_timeout: milliseconds,
  });
  // A server that dies between two statements says so here; the next statement says it again, to us.
  client.on("error", () => undefined);
  await client.connect();
  try {
    return await work(client);
  } finally {
    await client.end().catch(() => undefined);
  }
}
