import { join } from "node:path";
import pg from "pg";
import { createLog } from "#platform/log.ts";
import { migrate } from "#platform/migrate.ts";
import { openDatabase, type Database } from "#platform/database.ts";
import { startCluster } from "#platform/postgres/index.ts";
import { reckonAll } from "../../src/modules/measures/commands/reckon-all.ts";
import {
  judgeLoad,
  mergeLoad,
  stageByCopy,
  withoutHurry,
} from "../../src/modules/measures/store/feed-rows.ts";
import { readToReckon } from "../../src/modules/measures/store/reckon-many.ts";
import { reckon } from "../../src/modules/measures/store/reckon.ts";
import { writePoints } from "../../src/modules/measures/store/points.ts";
import { fillMeasures, feedRows, prepareFeed, wholeNation } from "./fill-measures.ts";
import { benchPages, fillPages, type BenchPage } from "./measure-pages.ts";
import { goal, percentile, row, type Row } from "./row.ts";
import { serverTimes } from "./server-times.ts";
import { Browse } from "../setup/browse.ts";
import { startProgram, temporaryFolder } from "../setup/running-program.ts";

/** Of the nation: a tenth unless said, because a whole one takes many minutes and 3 of them most of an hour. */
const shares = (process.env["BENCH_SHARES"] ?? "0.1").split(",").map(Number);

/** Measures at the size of a nation, by its own loader; and how the cost grows with the size. */
export async function bench(): Promise<Row[]> {
  const rows: Row[] = [];
  for (const share of shares) rows.push(...(await atShare(share)));
  return rows;
}

async function atShare(share: number): Promise<Row[]> {
  const folder = await temporaryFolder("throughline-bench-measures-");
  try {
    const [rows, pages] = await worked(folder.path, share);
    return [...rows, ...(await opened(folder.path, pages, share))];
  } finally {
    await folder.remove();
  }
}

async function worked(folder: string, share: number): Promise<[Row[], BenchPage[]]> {
  const cluster = await startCluster({
    dataDir: folder,
    log: createLog({ LOG_LEVEL: "silent" }),
  });
  const database = openDatabase({ connection: cluster.owner, poolSize: 6, statementTimeoutMs: 3_600_000 });
  const client = new pg.Client(cluster.owner);
  try {
    await migrate(cluster.owner);
    await client.connect();
    const series = Math.round(wholeNation.series * share);
    await fillMeasures(client, series);
    await fillPages(client, wholeNation.points);
    const rows = [...(await reckoned(database, series, share)), await onePoint(database, share)];
    const pages = await benchPages(database.db, client);
    return [[...rows, ...(share === shares[0] ? await fed(database, client) : [])], pages];
  } finally {
    await client.end();
    await database.close();
    await cluster.stop();
  }
}

/** In the built program, as anybody opens them: the time the server needs, as it writes it down itself. */
async function opened(dataDir: string, pages: readonly BenchPage[], share: number): Promise<Row[]> {
  await using opening = new AsyncDisposableStack();
  const program = await startProgram({ dataDir });
  opening.defer(() => program.stop().then(() => undefined));
  const browse = new Browse(program.url);
  const rows: Row[] = [];
  for (const { name, path, most } of pages) {
    const open = async (): Promise<void> => {
      const { status } = await browse.get(path);
      if (status !== 200) throw new Error(`${path} answered ${status}`);
    };
    await open();
    const times = await serverTimes(join(dataDir, "throughline.log"), async () => {
      for (let round = 0; round < 20; round += 1) await open();
    });
    rows.push(
      row(`${name}, at ${share} of the nation: 95th percentile`, "ms", [percentile(times, 0.95)], goal(most)),
    );
  }
  return rows;
}

async function seconds(work: () => Promise<unknown>): Promise<number> {
  const began = performance.now();
  await work();
  return (performance.now() - began) / 1000;
}

async function reckoned({ db }: Database, series: number, share: number): Promise<Row[]> {
  const name = `${series.toLocaleString("en-GB")} series of ${wholeNation.points} points`;
  const allowed = goal(300 * share);
  const first = await seconds(() => reckonAll(db));
  const again = await seconds(() => reckonAll(db));
  return [
    row(`every verdict written anew, ${name}`, "s", [first], allowed),
    row(`every verdict reckoned again, ${name}`, "s", [again], allowed),
  ];
}

/** From the saved figure to the verdict, in the transaction of the deed. */
async function onePoint({ db }: Database, share: number): Promise<Row> {
  const [series] = await readToReckon(db, { after: 100, upTo: 200, limit: 1, onlyUnreckoned: false });
  const { id } = await db
    .selectFrom("series")
    .select("id")
    .where("number", "=", series!.number)
    .executeTakeFirstOrThrow();
  const times: number[] = [];
  for (let day = 1; day <= 40; day += 1) {
    const period = new Date(Date.UTC(2024, day, 1)).toISOString().slice(0, 10);
    const point = {
      period,
      state: "number",
      value: day,
      numerator: null,
      denominator: null,
      note: "",
    } as const;
    const began = performance.now();
    await db.transaction().execute(async (tx) => {
      const by = "00000000-0000-4000-8000-000000000000";
      await writePoints(tx, { seriesNo: series!.number, points: [point], by, at: new Date(), reason: "" });
      await reckon(
        tx,
        { id, number: series!.number, analysis: 1, definition: series!.definition },
        new Date(),
      );
    });
    times.push(performance.now() - began);
  }
  return row(`a new point and its verdict, at ${share} of the nation`, "ms", times, goal(50));
}

/** A file of 1,000,000 lines: put aside, looked at, merged; and the same again. */
async function fed({ db }: Database, client: pg.Client): Promise<Row[]> {
  const { feedId, groupId } = await prepareFeed(client);
  const stage = stageByCopy(client);
  const rows: Row[] = [];
  for (const name of ["1,000,000 lines of a published file", "the same lines again"]) {
    const load = { id: crypto.randomUUID(), feedId, at: new Date() };
    const taken = await seconds(async () => {
      await stage(load.id, feedRows());
      await client.query("ANALYZE feed_rows");
      await db.transaction().execute(async (tx) => {
        await withoutHurry(tx, load.id);
        await judgeLoad(tx, load);
        await mergeLoad(tx, load, { groupId, by: null });
      });
      await client.query("TRUNCATE feed_rows");
    });
    rows.push(row(name, "s", [taken], goal(60)));
  }
  return rows;
}
