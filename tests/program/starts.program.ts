import { spawn, spawnSync } from "node:child_process";
import { chmodSync, chownSync, mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { createServer } from "node:net";
import path from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { projectRoot } from "#platform/project-root.ts";
import { serverProcesses } from "#platform/postgres/server-processes.ts";
import { canReach } from "#platform/postgres/server-account.ts";
import { killServer } from "../setup/destroy-cluster.ts";
import { freePort, type RunningProgram } from "../setup/running-program.ts";
import { checkOut } from "./checkout.ts";
import { askAsSuperuser, dataPathOf } from "./cluster-of.ts";
import { fingerprint } from "./fingerprint.ts";
import { become, teamAdded, teamForm, trust } from "./person.ts";
import { runCommand } from "./run-command.ts";
import { ending, untilSaid } from "./said.ts";
import { thorough } from "./thorough.ts";
import { Trial } from "./trial.ts";

const trial = new Trial();
const isRoot = process.getuid?.() === 0;
/** One data folder that most of these come back to. */
const dataDir = trial.dataDir("data");

afterAll(() => trial.end());

/** Saves something through a form, and gives the address where it must be from now on. */
async function save(url: string): Promise<string> {
  const code = teamAdded(await (await become(url)).post(`/bodies/${trust}/teams`, teamForm()));
  if (!code) throw new Error("The team was not added.");
  return `/bodies/${code}`;
}

async function expectKept(url: string, place: string): Promise<void> {
  const answer = await fetch(url + place);
  expect(answer.status).toBe(200);
}

/** A line for each step of a first start, the address and the accounts at each, and never a warning. */
async function expectQuiet(program: RunningProgram, beginning: RegExp): Promise<void> {
  await untilSaid(program, /@throughline\.example\n/);
  // A build that happens to be due says so before all else.
  const said = program.output().replace(/^Building[^]*?Built in [\d.]+ s\n/, "");
  expect(said).toMatch(beginning);
  expect(said.split("\n").length).toBeLessThan(36);
  expect(said).not.toMatch(/warn|deprecat|experimental|\u001b/i);
}

async function expectGone({ dataDir }: Pick<RunningProgram, "dataDir">): Promise<void> {
  expect(serverProcesses(dataPathOf(dataDir))).toEqual([]);
}

describe("keeps its data", () => {
  test(`as ${isRoot ? "root" : "an ordinary user"}: killed alone, killed with its database, and stopped`, async () => {
    let program = await trial.start({ dataDir });
    await expectQuiet(
      program,
      /^(Starting the database …\n)?Making the tables …\nFilling the demonstration nation …\n/,
    );
    const place = await save(program.url);
    await program.kill();
    expect(serverProcesses(dataPathOf(dataDir))).not.toEqual([]);

    program = await trial.start({ dataDir });
    await expectQuiet(program, /^Throughline is ready after [\d.]+ s\n\n {2}http:\/\/localhost:\d+\n\n/);
    await expectKept(program.url, place);
    expect(readFileSync(path.join(dataDir, "throughline.log"), "utf8")).toContain('"msg":"request"');
    await program.kill();
    await killServer(dataPathOf(dataDir));
    expect(readFileSync(path.join(dataPathOf(dataDir), "postmaster.pid"), "utf8")).not.toBe("");

    program = await trial.start({ dataDir });
    await expectKept(program.url, place);
    expect(await program.stop()).toBe(0);
    await expectGone(program);
  });

  test("as an ordinary user, where the tests run as root", async (context) => {
    const account = { uid: 65_534, gid: 65_534 };
    const root = isRoot ? checkOut(path.join(trial.folder, "for everybody")) : "";
    if (!isRoot || !canReach(account, path.join(root, "node_modules", "pg"))) {
      console.log("Skipped: only root can try another account, on a checkout that it can read.");
      return context.skip();
    }
    const own = trial.dataDir("data of nobody");
    mkdirSync(own);
    chownSync(own, account.uid, account.gid);
    let program = await trial.start({ dataDir: own, root, ...account });
    const place = await save(program.url);
    await program.kill();
    program = await trial.start({ dataDir: own, root, ...account });
    await expectKept(program.url, place);
    expect(await program.stop()).toBe(0);
    await expectGone(program);
  });

  test("in a closed folder with a space in its name, beside another checkout, while the usual port is taken", async () => {
    const closed = path.join(trial.folder, "a closed folder");
    mkdirSync(closed, { mode: 0o700 });
    chmodSync(closed, 0o700);
    const roots = [checkOut(path.join(closed, "a checkout")), checkOut(path.join(trial.folder, "beside"))];
    const usual = await occupy(3000);
    try {
      const programs = await Promise.all(roots.map(startAsTyped));
      const urls = programs.map(({ url }) => url);
      expect(new Set(urls).size).toBe(2);
      for (const url of urls) expect(Number(new URL(url).port)).toBeGreaterThan(3000);
      const places = await Promise.all(urls.map(save));
      for (const { program } of programs) await program.kill();

      const again = await Promise.all(roots.map(startAsTyped));
      await Promise.all(again.map(({ url }, index) => expectKept(url, places[index]!)));
      for (const { program } of again) {
        expect(await program.stop()).toBe(0);
        await expectGone(program);
      }
    } finally {
      await usual();
    }
  });

  test("when a first start is killed at any step of it, and the next one too", async () => {
    const own = trial.dataDir("killed early");
    for (const step of thorough ? [...steps, ...steps] : steps.filter((_, index) => index % 2 === 0)) {
      const program = await trial.launch({ dataDir: own });
      await untilSaid(program, step);
      await program.kill();
    }
    const program = await trial.start({ dataDir: own });
    const answer = await fetch(`${program.url}/demonstration`);
    expect(await answer.text()).toContain("Platform administrator");
    expect(await fetch(`${program.url}/health`).then((health) => health.status)).toBe(200);
    expect(await program.stop()).toBe(0);
  });
});

/** What a first start says on its way, if the one before did not get so far. */
const steps = [/^/, /Making the tables/, /Filling/, /Bodies/, /People/, /Building indexes/];

/** As a person types it: no setting is given. The data is in the checkout, the port whichever is free. */
async function startAsTyped(root: string): Promise<{ program: RunningProgram; url: string }> {
  const program = await trial.launch({
    root,
    dataDir: trial.dataDir(path.join(path.relative(trial.folder, root), "data")),
    env: { PORT: "", DATA_DIR: "" },
  });
  const [, url] = await untilSaid(program, /^ {2}(http:\S+)$/m);
  expect(program.output()).toContain(`Port 3000 is taken, so this uses ${new URL(url!).port}.`);
  return { program, url: url! };
}

/** Somebody is there, whoever it is. */
async function occupy(port: number): Promise<() => Promise<void>> {
  const server = createServer();
  await new Promise<void>((resolve) => {
    server.once("error", () => resolve()).listen(port, "127.0.0.1", () => resolve());
  });
  return () => new Promise((resolve) => server.close(() => resolve()));
}

describe("ends in order", () => {
  beforeAll(() => runCommand(["seed"], { DATA_DIR: dataDir }));

  test("a signal during the start is obeyed after the step that is under way", async () => {
    const own = trial.dataDir("told early");
    const program = await trial.launch({ dataDir: own });
    await untilSaid(program, /Making the tables/);
    expect(await program.stop()).toBe(0);
    expect(program.output()).not.toContain("is ready");
    await expectGone(program);
  });

  test("a second signal ends it at once, and the next start takes over", async () => {
    let program = await trial.start({ dataDir, env: { DRAIN_SECONDS: "60" } });
    const place = await save(program.url);
    const ended = program.stop();
    // Said again at once it is npm that passes on what the terminal has sent already.
    program.child.kill("SIGTERM");
    await new Promise((resolve) => setTimeout(resolve, 1_200));
    expect(program.child.exitCode).toBeNull();
    program.child.kill("SIGTERM");
    expect(await ended).toBe(1);
    program = await trial.start({ dataDir });
    await expectKept(program.url, place);
    expect(await program.stop()).toBe(0);
  });

  test("Ctrl-C at a terminal with npm start stops the program and its database once, and cleanly", async (context) => {
    if (spawnSync("script", ["--version"]).status !== 0) {
      console.log("Skipped: there is no script(1) to make a terminal with.");
      return context.skip();
    }
    const port = await freePort();
    const terminal = spawn("script", ["-qefc", "npm start", "/dev/null"], {
      stdio: ["pipe", "pipe", "ignore"],
      cwd: projectRoot,
      env: { PATH: process.env["PATH"], PORT: String(port), DATA_DIR: dataDir, DRAIN_SECONDS: "60" },
    });
    let shown = "";
    terminal.stdout.on("data", (text) => (shown += text));
    await expect.poll(() => shown, { timeout: 30_000 }).toContain("Platform administrator");
    terminal.stdin.write("\u0003");
    await new Promise((resolve) => terminal.once("close", resolve));
    expect(shown).toMatch(/Stopping …\s+Stopped\./);
    await expectGone({ dataDir });
  });

  test("a fault of its own is written down and said in a sentence, and the next start takes over", async () => {
    const plant = "data:text/javascript,process.on('SIGUSR2',()=>{Promise.reject(Error('planted'))})";
    let program = await trial.start({ dataDir, env: { NODE_OPTIONS: `--import=${plant}` } });
    const place = await save(program.url);
    program.child.kill("SIGUSR2");
    const { code, said } = await ending(program);
    expect(code).toBe(1);
    const log = path.join(dataDir, "throughline.log");
    expect(said.split("\n").at(-1)).toBe(
      `Throughline ended itself after a fault of its own: see the end of ${log}.`,
    );
    expect(said).not.toContain("planted");
    expect(readFileSync(log, "utf8").trim().split("\n").at(-1)).toMatch(/"level":"fatal".*planted/);
    program = await trial.start({ dataDir });
    await expectKept(program.url, place);
    expect(await program.stop()).toBe(0);
  });
});

describe("says no in one sentence", () => {
  const refusal = async (env: Record<string, string>): Promise<string> => {
    const program = await trial.launch({ dataDir: path.join(trial.folder, "never made"), env });
    const { code, said } = await ending(program);
    expect(code).toBe(1);
    expect(said.split("\n")).toHaveLength(1);
    return said;
  };

  test("to each setting that is wrong", async () => {
    const file = path.join(trial.folder, "a file");
    writeFileSync(file, "");
    const taken = await freePort();
    const release = await occupy(taken);
    const cases: [Record<string, string>, string | RegExp][] = [
      [{ PORT: "many" }, "PORT must be a whole number."],
      [
        { PORT: String(taken) },
        `Port ${taken} is taken: stop the program that uses it, or set PORT to another.`,
      ],
      [
        { HOST: "203.0.113.7" },
        "203.0.113.7 is no address of this computer: use 127.0.0.1, or 0.0.0.0 for all.",
      ],
      [{ DATA_DIR: path.join(file, "data") }, /^DATA_DIR: the folder \S.* cannot be made \(ENOTDIR/],
      [{ LOG_FILE: path.join(file, "log") }, /^LOG_FILE: \S.* cannot be written to \(E/],
      [
        { DATABASE_URL: "postgres://me:hidden-word@localhost:1/mine" },
        /^The database at localhost:1 cannot be reached \(connect ECONNREFUSED [^)]+\): see that it runs/,
      ],
    ];
    for (const [env, sentence] of cases) {
      const said = await refusal(env);
      expect(said).toMatch(sentence);
      expect(said).not.toContain("hidden-word");
    }
    await release();
  });

  test("to a port for measurements that is taken, after which nothing is left running", async () => {
    const taken = await freePort();
    const release = await occupy(taken);
    const program = await trial.launch({ dataDir, env: { METRICS_PORT: String(taken) } });
    const { code, said } = await ending(program);
    await release();
    expect({ code, said }).toEqual({
      code: 1,
      said: `Port ${taken} is taken: stop the program that uses it, or set METRICS_PORT to another.`,
    });
    await expectGone({ dataDir });
  });

  test("to a second program, and to emptying or filling what a program is using", async () => {
    const program = await trial.start({ dataDir });
    const second = await ending(await trial.launch({ dataDir }));
    expect(second).toEqual({
      code: 1,
      said: `Another Throughline is already running on the data folder ${dataDir}.`,
    });
    expect(await runCommand(["db:reset"], { DATA_DIR: dataDir })).toEqual({
      code: 1,
      said: "The database is in use, so nothing was deleted: stop the program first.",
    });
    const seeded = await runCommand(["seed"], { DATA_DIR: dataDir });
    expect(seeded).toMatchObject({
      code: 1,
      said: expect.stringMatching(/^This database already holds bodies/),
    });
    await save(program.url);
    await program.stop();
    expect(await runCommand(["db:reset"], { DATA_DIR: dataDir })).toMatchObject({ code: 0 });
    expect(await runCommand(["seed"], { DATA_DIR: dataDir })).toMatchObject({ code: 0 });
    const again = await trial.start({ dataDir });
    await save(again.url);
    await again.stop();
  });
});

describe("data that a newer version wrote is refused and left as it is", () => {
  const own = trial.dataDir("newer");
  const home = (): string => path.dirname(dataPathOf(own));
  const refused = async (): Promise<string> => {
    const { code, said } = await ending(await trial.launch({ dataDir: own }));
    expect(code).toBe(1);
    return said;
  };

  beforeAll(async () => {
    const root = checkOut(path.join(trial.folder, "of the future"));
    writeFileSync(path.join(root, "db/migrations/9999_future.sql"), "CREATE TABLE future (note text);");
    const program = await trial.start({ dataDir: own, root });
    await program.stop();
  });

  test("to the byte", async () => {
    const before = fingerprint(own, home());
    expect(await refused()).toBe(
      `The data in ${own} was written by a newer version of Throughline (it already has 9999_future.sql) and has been left untouched: start that version, or restore a backup from before it.`,
    );
    expect(fingerprint(own, home())).toEqual(before);
  });

  test("also when only the database itself knows", async () => {
    rmSync(path.join(own, "written-by.json"));
    const before = await contents(own);
    expect(await refused()).toMatch(
      /^This data was written by a newer or different version of Throughline \(it already has 9999_future\.sql\); nothing was changed\. /,
    );
    expect(await contents(own)).toEqual(before);
  });

  test("and to the byte when a newer PostgreSQL wrote it", async () => {
    const file = path.join(dataPathOf(own), "PG_VERSION");
    writeFileSync(file, "99\n");
    const before = fingerprint(own, home());
    expect(await refused()).toMatch(/was written by a newer version of the program .* left untouched\.$/);
    expect(fingerprint(own, home())).toEqual(before);
    writeFileSync(file, "18\n");
  });
});

/** Every table, with a digest over its rows. */
async function contents(dataDir: string): Promise<unknown[]> {
  return askAsSuperuser(
    dataDir,
    `SELECT n.nspname, c.relname, query_to_xml(format(
        'select count(*), md5(string_agg(t::text, '''' order by t::text)) from %I.%I t', n.nspname, c.relname), true, false, '')::text AS rows
     FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
     WHERE c.relkind = 'r' AND n.nspname IN ('public', 'jobs') ORDER BY 1, 2`,
  );
}
