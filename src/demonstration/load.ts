import { Client, type ClientConfig } from "pg";
import { platformChain } from "#platform/audit.ts";
import { allReckoned } from "#modules/measures/index.ts";
import { counted } from "./counted.ts";
import { makeNation, type Nation } from "./nation.ts";
import type { Report } from "./part.ts";
import { parts } from "./parts.ts";
import { inQuietTables } from "./quiet-tables.ts";
import { accounts, workforce, type Scale } from "./scale.ts";

export class DemonstrationRefused extends Error {}

const tables = parts.flatMap((part) => part.tables);

/** What is loaded, and as of which day: what its people do reaches up to it. */
type Wanted = { scale: Scale; today: string };

/** Fills an empty database with the demonstration nation: all of it in one transaction, or nothing. */
export async function loadDemonstration(owner: ClientConfig, wanted: Wanted, report: Report): Promise<void> {
  const client = new Client(owner);
  await client.connect();
  try {
    await client.query("BEGIN");
    await client.query("SET LOCAL maintenance_work_mem = '256MB'");
    await refuseUnlessEmpty(client);
    await fill(client, wanted, report);
    await client.query("COMMIT");
    // Tells the planner what there is, and marks pages as seen by all, which no transaction can do for itself.
    await client.query(`VACUUM (ANALYZE) ${tables.join(", ")}`);
  } finally {
    await client.end();
  }
}

/** The lock makes a second loading at the same moment wait, and then be refused. */
async function refuseUnlessEmpty(client: Client): Promise<void> {
  await client.query("LOCK TABLE bodies IN ACCESS EXCLUSIVE MODE");
  const { rowCount } = await client.query("SELECT FROM bodies LIMIT 1");
  if (rowCount) {
    throw new DemonstrationRefused(
      "This database already holds bodies, so the demonstration was not loaded and nothing was changed. Load it into an empty database.",
    );
  }
}

async function fill(client: Client, { scale, today }: Wanted, report: Report): Promise<void> {
  const nation = makeNation(scale, today);
  await inQuietTables(client, tables, async () => {
    for (const part of parts) await part.load(client, scale, nation, report);
    report("Building indexes");
  });
  await record(client, nation);
  report(counted("Demonstration accounts to step in as", nation.personas.length));
}

async function record(client: Client, { scale, seed, version, today, bodies }: Nation): Promise<void> {
  const facts = {
    demonstration: { scale, seed, version, today },
    workforce: { people: workforce, accounts: accounts[scale] },
    // Each series came with its verdict.
    ...allReckoned,
  };
  for (const [name, value] of Object.entries(facts)) {
    await client.query("INSERT INTO facts (name, value) VALUES ($1, $2)", [name, JSON.stringify(value)]);
  }
  const detail = { ...facts.demonstration, bodies: bodies.length, people: accounts[scale] };
  await client.query("SELECT audit_append($1, clock_timestamp(), NULL, $2, $3, $4, $5, $6)", [
    platformChain,
    "demonstration-loaded",
    "demonstration",
    scale,
    "seed",
    JSON.stringify(detail),
  ]);
}
