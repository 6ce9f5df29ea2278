import { spawn, spawnSync, type ChildProcess } from "node:child_process";
import { writeFile } from "node:fs/promises";
import { join } from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import { projectRoot } from "#platform/project-root.ts";
import { Browse } from "../setup/browse.ts";
import { freePort, startProgram, temporaryFolder } from "../setup/running-program.ts";

export const readers = 16;

/** A program to measure: where it answers, where it says what it has spent, and who it is. */
export type Server = { url: string; metrics: string; pid: number };

/** The built program with the whole nation, and beside it a server that does nothing. */
export type Stage = {
  program: Server & { logFile: string };
  reference: Server;
  /** Some hundred bodies, every kind alike: more of the large ones than anybody would ask for. */
  bodies: string[];
  /** What those carry who are signed in, each for a session of its own. */
  cookies: string[];
  secondsToSeed: number;
};

export async function withStage<Answer>(work: (stage: Stage) => Promise<Answer>): Promise<Answer> {
  await using opened = new AsyncDisposableStack();
  const folder = await temporaryFolder("throughline-bench-");
  opened.defer(() => folder.remove());
  const dataDir = join(folder.path, "data");
  const secondsToSeed = seedNation(dataDir);
  const metricsPort = await freePort();
  const program = await startProgram({ dataDir, env: { METRICS_PORT: String(metricsPort) } });
  opened.defer(() => program.stop().then(() => undefined));
  const { url } = program;
  const bodies = await bodiesOfEveryKind(url);
  const pages = { plain: "/accessibility", body: bodies[0]!, find: "/bodies?q=general" };
  for (const [name, path] of Object.entries(pages))
    await writeFile(join(folder.path, `${name}.html`), await (await fetch(url + path)).text());
  const reference = await startReference(folder.path);
  opened.defer(() => void reference.child.kill("SIGKILL"));
  return await work({
    program: {
      url,
      metrics: `http://127.0.0.1:${metricsPort}/metrics`,
      pid: program.child.pid!,
      logFile: join(dataDir, "throughline.log"),
    },
    reference: { url: reference.url, metrics: `${reference.url}/metrics`, pid: reference.child.pid! },
    bodies,
    cookies: await Promise.all(Array.from({ length: readers }, () => signIn(url))),
    secondsToSeed,
  });
}

function seedNation(dataDir: string): number {
  const started = performance.now();
  const seed = [join(projectRoot, "scripts", "run.mjs"), "seed", "--scale", "national"];
  const env = { PATH: process.env["PATH"], DATA_DIR: dataDir };
  const { status, stderr } = spawnSync(process.execPath, seed, { env, encoding: "utf8" });
  if (status !== 0) throw new Error(`The national demonstration could not be loaded: ${stderr}`);
  return (performance.now() - started) / 1000;
}

async function startReference(folder: string): Promise<{ url: string; child: ChildProcess }> {
  const port = await freePort();
  const server = join(projectRoot, "tests", "bench", "reference-server.ts");
  const child = spawn(process.execPath, [server, String(port), folder], { stdio: "ignore" });
  const url = `http://127.0.0.1:${port}`;
  const answers = () =>
    fetch(`${url}/text`).then(
      (answer) => answer.ok,
      () => false,
    );
  for (let tries = 0; !(await answers()); tries += 1) {
    if (tries === 200) throw new Error("The reference server did not start.");
    await pause(25);
  }
  return { url, child };
}

async function bodiesOfEveryKind(url: string): Promise<string[]> {
  const form = await (await fetch(`${url}/bodies`)).text();
  const kinds = /<select[^>]*name="kind".*?<\/select>/s.exec(form)?.[0].matchAll(/value="([a-z-]+)"/g) ?? [];
  const bodies = new Set<string>();
  for (const [, kind] of kinds) {
    for (const page of [1, 2]) {
      const html = await (await fetch(`${url}/bodies?kind=${kind}&page=${page}`)).text();
      for (const [, path] of html.matchAll(/href="(\/bodies\/[A-Z0-9-]+)"/g)) bodies.add(path!);
    }
  }
  return [...bodies];
}

async function signIn(url: string): Promise<string> {
  const browse = new Browse(url);
  const { text } = await browse.get("/demonstration");
  const persona = /name="persona" value="([^"]+)"/.exec(text)?.[1] ?? "";
  await browse.post("/demonstration/become", { persona });
  if (browse.cookie === "") throw new Error("Nobody of the demonstration could be signed in.");
  return browse.cookie;
}
