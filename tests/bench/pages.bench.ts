import { canHold, onOneCore } from "./cores.ts";
import { askWithoutPause, askWithPauses, type Asking, type Seen } from "./readers.ts";
import { goal, percentile, row, type Row } from "./row.ts";
import { serverTimes } from "./server-times.ts";
import { readers, withStage, type Server, type Stage } from "./stage.ts";

/** Pages of the built program at national scale, beside a server that does nothing, in turns, in one run. */
export async function bench(): Promise<Row[]> {
  return withStage(async (stage) => [
    ...(await plainPages(stage)),
    ...(await bodyPages(stage)),
    ...(await finding(stage)),
    row("load the national demonstration", "s", [stage.secondsToSeed], goal(300)),
  ]);
}

const rounds = 3;

async function plainPages({ program, reference }: Stage): Promise<Row[]> {
  const ask = (server: Server, path: string, headers = {}) =>
    spending(server, () => askWithoutPause({ url: server.url, paths: [path], headers }, 8, 2));
  const { word, constant, plain, compressed } = await onOneCore([program.pid, reference.pid], () =>
    inTurns({
      word: () => ask(reference, "/text"),
      constant: () => ask(reference, "/plain"),
      plain: () => ask(program, "/accessibility"),
      compressed: () => ask(program, "/accessibility", { "Accept-Encoding": "gzip" }),
    }),
  );
  const name = canHold ? "plain page, server on one core" : "plain page, server on every core";
  const rate = (seen: Seen[]) => seen.map((one) => one.perSecond);
  const spent = (seen: { spent: number }[]) => seen.map((one) => one.spent);
  return [
    row(name, "pages/s", rate(plain), goal(1_500)),
    row(name, "pages/s", rate(plain), {
      name: "the same page as a constant string",
      figures: rate(constant),
    }),
    row(name, "pages/s", rate(plain), { name: "a word as text", figures: rate(word) }),
    row(`${name}, compressed`, "pages/s", rate(compressed), {
      name: "the same page as a constant string, plain",
      figures: rate(constant),
    }),
    row("plain page, the server's processor time", "ms", spent(plain), {
      name: "the same page as a constant string",
      figures: spent(constant),
    }),
  ];
}

async function bodyPages({ program, reference, bodies, cookies }: Stage): Promise<Row[]> {
  const body: Asking = { url: program.url, paths: bodies };
  const signedIn: Asking = { ...body, cookies };
  const constant: Asking = { url: reference.url, paths: ["/body"] };
  const seen = await inTurns({
    paced: () => timed(program.logFile, () => askWithPauses(body, readers, 5)),
    pacedSignedIn: () => timed(program.logFile, () => askWithPauses(signedIn, readers, 5)),
    pacedConstant: () => askWithPauses(constant, readers, 3),
    full: () => timed(program.logFile, () => askWithoutPause(body, readers, 3)),
    fullConstant: () => askWithoutPause(constant, readers, 2),
  });
  const paced = `body page, ${readers} readers who pause 100 ms`;
  const full = `body page, ${readers} connections without a pause`;
  const constantString = "a body page as a constant string";
  return [
    row(`${paced}: server time, 95th percentile`, "ms", p95(seen.paced, "server"), goal(15)),
    row(
      `${paced}, signed in: server time, 95th percentile`,
      "ms",
      p95(seen.pacedSignedIn, "server"),
      goal(15),
    ),
    row(`${paced}: client's time, 95th percentile`, "ms", p95(seen.paced, "milliseconds"), {
      name: constantString,
      figures: p95(seen.pacedConstant, "milliseconds"),
    }),
    row(`${full}: server time, 95th percentile`, "ms", p95(seen.full, "server"), goal(15)),
    row(`${full}: client's time, 95th percentile`, "ms", p95(seen.full, "milliseconds"), {
      name: constantString,
      figures: p95(seen.fullConstant, "milliseconds"),
    }),
    row(
      full,
      "pages/s",
      seen.full.map((one) => one.perSecond),
      {
        name: constantString,
        figures: seen.fullConstant.map((one) => one.perSecond),
      },
    ),
  ];
}

/** Slips, codes, beginnings of words and words that thousands have. */
const typed = ["brackenfeld", "general", "qx1", "st", "care hom", "practise", "RAA", "surgery"];

async function finding({ program, reference }: Stage): Promise<Row[]> {
  const asking = (address: string): Asking => ({
    url: program.url,
    paths: typed.map((words) => `${address}?q=${encodeURIComponent(words)}`),
  });
  const seen = await inTurns({
    typeAhead: () => timed(program.logFile, () => askWithoutPause(asking("/bodies/suggestions"), 1, 2)),
    find: () => timed(program.logFile, () => askWithoutPause(asking("/bodies"), 1, 2)),
    constant: () => askWithoutPause({ url: reference.url, paths: ["/find"] }, 1, 1),
  });
  const constant = {
    name: "a find page as a constant string",
    figures: p95(seen.constant, "milliseconds"),
  };
  return [
    row(
      "type-ahead, one reader: server time, 95th percentile",
      "ms",
      p95(seen.typeAhead, "server"),
      goal(50),
    ),
    row(
      "type-ahead, one reader: client's time, 95th percentile",
      "ms",
      p95(seen.typeAhead, "milliseconds"),
      constant,
    ),
    row("find page, one reader: server time, 95th percentile", "ms", p95(seen.find, "server"), goal(50)),
    row(
      "find page, one reader: client's time, 95th percentile",
      "ms",
      p95(seen.find, "milliseconds"),
      constant,
    ),
  ];
}

/** Each in every round, one after the other, so that a busy moment of the machine falls on all alike. */
async function inTurns<Works extends Record<string, () => Promise<unknown>>>(
  works: Works,
): Promise<{ [Name in keyof Works]: Awaited<ReturnType<Works[Name]>>[] }> {
  const answers = Object.fromEntries(Object.keys(works).map((name) => [name, [] as unknown[]]));
  for (const work of Object.values(works)) await work();
  for (let round = 0; round < rounds; round += 1)
    for (const [name, work] of Object.entries(works)) answers[name]!.push(await work());
  return answers as { [Name in keyof Works]: Awaited<ReturnType<Works[Name]>>[] };
}

type Timed = Seen & { server: number[] };

async function timed(logFile: string, work: () => Promise<Seen>): Promise<Timed> {
  let seen: Seen | undefined;
  const server = await serverTimes(logFile, async () => (seen = await work()));
  return { ...seen!, server };
}

async function spending(server: Server, work: () => Promise<Seen>): Promise<Seen & { spent: number }> {
  const before = await secondsSpent(server);
  const seen = await work();
  const spent = (await secondsSpent(server)) - before;
  return { ...seen, spent: (spent * 1000) / seen.milliseconds.length };
}

async function secondsSpent({ metrics }: Server): Promise<number> {
  const text = await (await fetch(metrics)).text();
  return Number(/^process_cpu_seconds_total ([\d.e-]+)/m.exec(text)?.[1]);
}

function p95<Name extends string>(seen: readonly Record<Name, number[]>[], of: Name): number[] {
  return seen.map((one) => percentile(one[of], 0.95));
}
