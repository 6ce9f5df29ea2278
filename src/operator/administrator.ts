import { parseArgs } from "node:util";
import { visitor } from "#platform/actor.ts";
import { BadSetting, type Config } from "#platform/config.ts";
import { openDatabase } from "#platform/database.ts";
import { createJobs } from "#platform/jobs.ts";
import { createLog } from "#platform/log.ts";
import type { Context } from "#platform/perform.ts";
import { Forbidden } from "#platform/problem.ts";
import { addressProof, nameAdministrator } from "#modules/people/index.ts";
import { findBodyByCode, foundNation } from "#modules/places/index.ts";
import { programSecret } from "./open-ground.ts";
import { withOwner } from "./with-owner.ts";

type Asked = { email: string; nation: string };

/** Makes somebody who has signed up an administrator of the platform; where nothing is yet, founds the nation. */
export async function administratorCommand(config: Config, args: string[]): Promise<void> {
  const asked = askedIn(args);
  await withOwner(config, async (owner) => {
    const { db, pool, close } = openDatabase({ connection: owner, poolSize: 2, statementTimeoutMs: 60_000 });
    const jobs = createJobs(pool, createLog({ LOG_LEVEL: "silent" }));
    try {
      const context = { db, jobs, actor: visitor, at: new Date(), requestId: "npm run administrator" };
      console.error(await appoint(context, asked, config).catch(beforeFirstStart));
    } finally {
      await close();
    }
  });
}

function askedIn(args: string[]): Asked {
  const { values, positionals } = parseArgs({
    args,
    options: { nation: { type: "string" } },
    allowPositionals: true,
    strict: false,
  });
  const [email] = positionals;
  const { nation = "England" } = values;
  if (!email || typeof nation !== "string" || nation.length < 2)
    throw new BadSetting(
      'Name the address with which somebody signed up: npm run administrator -- EMAIL [--nation "England"].',
    );
  return { email, nation };
}

async function appoint(context: Context, { email, nation }: Asked, config: Config): Promise<string> {
  const body = await findBodyByCode(context, await foundNation(context, nation));
  const named = await nameAdministrator(context, body, email).catch(refusal(email));
  if (!named)
    throw new BadSetting(
      `Nobody has signed up as ${email}: create the account at ${config.BASE_URL}/sign-up and run this again.`,
    );
  const done = `${named.name} is an administrator of ${body.name} now.`;
  if (named.hasProvedAddress) return `${done} Sign in at ${config.BASE_URL}/sign-in`;
  const link = await addressProof(config.BASE_URL, await programSecret(config, context.db), email);
  return `${done} To open the account, use this link within 24 hours, with the password that it was made with:\n${link}`;
}

const undefinedTable = "42P01";

function beforeFirstStart(error: unknown): never {
  if ((error as { code?: string }).code !== undefinedTable) throw error;
  throw new BadSetting("This database has no tables yet: start the program once, and run this again.");
}

function refusal(email: string) {
  return (error: unknown): never => {
    if (error instanceof Forbidden)
      throw new BadSetting(`${email} is a person of the demonstration, who stays as they are.`);
    throw error;
  };
}
