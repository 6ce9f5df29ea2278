import { parseArgs } from "node:util";
import pg from "pg";
import { BadSetting, type Config } from "#platform/config.ts";
import { openDatabase, type Database } from "#platform/database.ts";
import { createJobs } from "#platform/jobs.ts";
import { createLog } from "#platform/log.ts";
import { longText } from "#platform/long-text.ts";
import type { Context } from "#platform/perform.ts";
import { Invalid, NotFound } from "#platform/problem.ts";
import { loadFeedFile, type FileLooked } from "#modules/measures/index.ts";
import { administratorNamed } from "#modules/people/index.ts";
import { withOwner } from "./with-owner.ts";

const usage =
  "Say which file, into which feed and in whose name: npm run feed -- FILE --feed NAME --by EMAIL [--look].";

type Asked = { file: string; feed: string; by: string; onlyLook: boolean };

/** A published file of any length into its feed, beside the working program: all of it or nothing. */
export async function feedCommand(config: Config, args: string[]): Promise<void> {
  const asked = askedIn(args);
  await withOwner(config, async (owner) => {
    const database = openDatabase({ connection: owner, poolSize: 6, statementTimeoutMs: 600_000 });
    const client = new pg.Client(owner);
    try {
      await client.connect();
      const began = performance.now();
      const looked = await load(await contextFor(database, asked.by), asked, client);
      say(looked, { asked, config, seconds: (performance.now() - began) / 1000 });
    } finally {
      await client.end();
      await database.close();
    }
  });
}

function askedIn(args: string[]): Asked {
  const text = { type: "string" as const };
  const { values, positionals } = parseArgs({
    args,
    options: { feed: text, by: text, look: { type: "boolean" } },
    allowPositionals: true,
    strict: false,
  });
  const [file] = positionals;
  const { feed, by, look } = values;
  if (!file || typeof feed !== "string" || typeof by !== "string") throw new BadSetting(usage);
  return { file, feed, by, onlyLook: look === true };
}

async function contextFor({ db, pool }: Database, email: string): Promise<Context> {
  const at = new Date();
  const actor = await administratorNamed(db, email, at);
  if (!actor)
    throw new BadSetting(`${email} administers nothing here: name an administrator of the platform.`);
  const jobs = createJobs(pool, createLog({ LOG_LEVEL: "silent" }));
  return { db, jobs, actor, at, requestId: "npm run feed" };
}

async function load(
  context: Context,
  { file, feed, onlyLook }: Asked,
  client: pg.Client,
): Promise<FileLooked> {
  try {
    return await loadFeedFile(context, { feed, texts: longText(file), onlyLook }, client);
  } catch (error) {
    if (error instanceof NotFound)
      throw new BadSetting(`There is no feed "${feed}": start it at /measures/feeds.`);
    if (error instanceof Invalid)
      throw new BadSetting(
        ["Nothing was loaded.", ...error.problems.map(({ message }) => `${message}.`)].join("\n"),
      );
    if ((error as { code?: string }).code === "ENOENT") throw new BadSetting(`There is no file ${file}.`);
    throw error;
  }
}

const count = (number: number): string => number.toLocaleString("en-GB");

function say(
  { judged, merged, askedAt }: FileLooked,
  { asked, config, seconds }: { asked: Asked; config: Config; seconds: number },
): void {
  console.error(
    `${count(judged.rows)} lines: ${count(judged.added)} new numbers, ${count(judged.changed)} corrected, ${count(judged.same)} the same as now.`,
  );
  for (const line of wrongLines(judged)) console.error(line);
  if (askedAt)
    console.error(
      `${count(judged.unknownCodes.length)} codes and ${count(judged.unknownMeasures.length)} measures were not said before: say them at ${config.BASE_URL}${askedAt} and run this again.`,
    );
  if (merged)
    console.error(
      `${count(merged.added)} numbers added and ${count(merged.corrected)} corrected in ${count(merged.series)} series, in ${seconds.toFixed(1)} s.`,
    );
  else console.error("Nothing was loaded.");
  if (!merged && !asked.onlyLook) process.exitCode = 1;
}

function wrongLines({ repeated, impossible }: FileLooked["judged"]): string[] {
  return [
    ...repeated.map(
      ({ line, period, code, measure }) =>
        `Line ${line}: ${period.slice(0, 7)} is there twice for ${code}, ${measure}.`,
    ),
    ...impossible.map(({ line, message }) => `Line ${line}: ${message}.`),
  ];
}
