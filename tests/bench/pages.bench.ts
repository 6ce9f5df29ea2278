import { spawn, spawnSync, type ChildProcess } from "node:child_process";
import { writeFile } from "node:fs/promises";
import { join } from "node:path";
import autocannon from "autocannon";
import { projectRoot } from "#platform/project-root.ts";
import { freePort, startProgram, temporaryFolder } from "../setup/running-program.ts";

export type Row = {
  name: string;
  figure: number;
  unit: string;
  reference: { name: string; figure: number };
  ratio: number;
};

const seconds = 5;

/** Pages of the whole program at national scale, beside a server that does nothing, in one run. */
export async function bench(): Promise<Row[]> {
  const folder = await temporaryFolder("throughline-bench-");
  const dataDir = join(folder.path, "data");
  const seeding = await seedNational(dataDir);
  const program = await startProgram({ dataDir, env: { LOG_LEVEL: "silent" } });
  const pageFile = join(folder.path, "page.html");
  await writeFile(pageFile, await (await fetch(program.url)).text());
  const reference = await startReference(pageFile);
  try {
    const bodies = await somePaths(program.url);
    const text = await load(`${reference.url}/text`, ["/text"]);
    const constant = await load(`${reference.url}/page`, ["/page"]);
    const home = await load(program.url, ["/"]);
    const help = await load(program.url, ["/accessibility"]);
    const body = await load(program.url, bodies, 16);
    const find = await load(program.url, searches, 1);
    const findPage = await load(program.url, pages, 1);
    return [
      perSecond("plain page (accessibility)", help, "a constant page", constant),
      perSecond("plain page (accessibility), against a word", help, "a word as text", text),
      perSecond("home page", home, "a constant page", constant),
      perSecond("body page, 16 readers", body, "a constant page", constant),
      latency(
        "body page, 16 readers, 95th percentile",
        body,
        "a constant page, 16 readers",
        await load(`${reference.url}/page`, ["/page"], 16),
      ),
      latency(
        "type-ahead, 95th percentile",
        find,
        "a constant page, one reader",
        await load(`${reference.url}/page`, ["/page"], 1),
      ),
      latency(
        "find page, 95th percentile",
        findPage,
        "a constant page, one reader",
        await load(`${reference.url}/page`, ["/page"], 1),
      ),
      {
        name: "load the national demonstration",
        figure: seeding,
        unit: "s",
        reference: { name: "the goal", figure: 300 },
        ratio: seeding / 300,
      },
    ];
  } finally {
    await program.stop();
    reference.child.kill("SIGKILL");
    await folder.remove();
  }
}

const searches = ["brackenfeld", "general", "qx1", "st", "care hom", "practise", "RAA"].map(
  (words) => `/bodies/suggestions?q=${encodeURIComponent(words)}`,
);
const pages = ["brackenfeld", "general hospital", "qx1"].map(
  (words) => `/bodies?q=${encodeURIComponent(words)}`,
);

async function seedNational(dataDir: string): Promise<number> {
  const started = performance.now();
  const seeded = spawnSync(
    process.execPath,
    [join(projectRoot, "scripts/run.mjs"), "seed", "--scale", "national"],
    {
      env: { PATH: process.env["PATH"], DATA_DIR: dataDir },
      encoding: "utf8",
    },
  );
  if (seeded.status !== 0)
    throw new Error(`The national demonstration could not be loaded: ${seeded.stderr}`);
  return (performance.now() - started) / 1000;
}

async function startReference(pageFile: string): Promise<{ url: string; child: ChildProcess }> {
  const port = await freePort();
  const child = spawn(
    process.execPath,
    [join(projectRoot, "tests/bench/reference-server.ts"), String(port), pageFile],
    {
      stdio: "ignore",
    },
  );
  const url = `http://127.0.0.1:${port}`;
  for (let tries = 0; tries < 200; tries += 1) {
    if (
      await fetch(`${url}/text`).then(
        (answer) => answer.ok,
        () => false,
      )
    )
      break;
    await new Promise((resolve) => {
      setTimeout(resolve, 25);
    });
  }
  return { url, child };
}

/** A few hundred bodies of all kinds, as a reader would come to them. */
async function somePaths(url: string): Promise<string[]> {
  const paths = new Set<string>();
  for (const words of ["practice", "hospital", "council", "care home", "network", "ward", "group"]) {
    for (const page of [1, 2, 3]) {
      const html = await (await fetch(`${url}/bodies?q=${encodeURIComponent(words)}&page=${page}`)).text();
      for (const match of html.matchAll(/href="(\/bodies\/[A-Z0-9-]+)"/g)) paths.add(match[1]!);
    }
  }
  return [...paths];
}

type Measured = { perSecond: number; p95: number };

async function load(url: string, paths: string[], connections = 8): Promise<Measured> {
  const options = {
    url: new URL(url).origin,
    connections,
    requests: paths.map((path) => ({ method: "GET" as const, path })),
  };
  await autocannon({ ...options, duration: 1 });
  const times: number[] = [];
  const result = await new Promise<autocannon.Result>((resolve, reject) => {
    const instance = autocannon({ ...options, duration: seconds }, (error, done) => {
      if (error) reject(error as Error);
      else resolve(done);
    });
    instance.on("response", (_client, _status, _bytes, time) => times.push(time));
  });
  if (result.non2xx > 0 || result.errors > 0)
    throw new Error(`${url}: ${result.non2xx} refused, ${result.errors} failed`);
  times.sort((one, other) => one - other);
  return {
    perSecond: result.requests.total / result.duration,
    p95: times[Math.floor(times.length * 0.95)] ?? 0,
  };
}

function perSecond(name: string, own: Measured, referenceName: string, reference: Measured): Row {
  return {
    name,
    figure: own.perSecond,
    unit: "pages/s",
    reference: { name: referenceName, figure: reference.perSecond },
    ratio: own.perSecond / reference.perSecond,
  };
}

function latency(name: string, own: Measured, referenceName: string, reference: Measured): Row {
  return {
    name,
    figure: own.p95,
    unit: "ms",
    reference: { name: referenceName, figure: reference.p95 },
    ratio: own.p95 / reference.p95,
  };
}
