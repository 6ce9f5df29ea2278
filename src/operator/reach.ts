import { Client, type ClientConfig } from "pg";

/** One sentence for the person who named the database. Never its address as given, which holds a password. */
export class OutOfReach extends Error {}

/** One connection for one piece of work. A database that cannot be reached is told apart from what then goes wrong. */
export async function withConnection<Answer>(
  config: ClientConfig,
  work: (client: Client) => Promise<Answer>,
): Promise<Answer> {
  const client = new Client({ connectionTimeoutMillis: 10_000, ...config });
  // Whatever uses the connection when it is lost is told so; the process need not be.
  client.on("error", () => {});
  await client.connect().catch((error: unknown) => {
    throw new OutOfReach(
      `The database at ${client.host}:${client.port} cannot be reached (${reason(error)}): see that it runs, and that its address is right.`,
    );
  });
  try {
    return await work(client);
  } finally {
    await client.end().catch(() => undefined);
  }
}

/** A name with two addresses fails twice, in an error that says nothing itself. */
function reason(error: unknown): string {
  const first = error instanceof AggregateError ? (error.errors[0] as unknown) : error;
  return first instanceof Error ? first.message : String(first);
}
