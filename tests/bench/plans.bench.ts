import { spawnSync } from "node:child_process";
import { join } from "node:path";
import { Client } from "pg";
import { pino } from "pino";
import { withCluster } from "#platform/postgres/index.ts";
import { projectRoot } from "#platform/project-root.ts";
import { Browse } from "../setup/browse.ts";
import { startProgram, temporaryFolder } from "../setup/running-program.ts";
import { loadPlans, nationalPlans } from "./load-plans.ts";
import { goal, percentile, row, type Row } from "./row.ts";
import { serverTimes } from "./server-times.ts";

const sentences = [
  "Reduce falls at night on our ward by hourly rounds",
  "Fewer pressure ulcers in the community",
  "Give people their discharge letter before they leave",
  "Start theatre lists on time",
  "Fewer bedsores by better mattresses",
  "Patients with delirium get up and walk",
  "A huddle each morning for sepsis",
  "Fewer cancelled operations",
  "Better handover between day and night staff",
  "Warm meals for people with dementia",
];

const line = "/framework/developing-people/line";

/** A nation's plans in the built program: the time the server needs, as it writes it down itself. */
export async function bench(): Promise<Row[]> {
  const count = Number(process.env["PLANS"] ?? nationalPlans);
  await using opened = new AsyncDisposableStack();
  const folder = await temporaryFolder("throughline-plans-");
  opened.defer(() => folder.remove());
  const dataDir = join(folder.path, "data");
  seed(dataDir);
  const log = pino({ level: "silent" });
  const ids = await withCluster({ dataDir, log }, async ({ owner }) => {
    await loadPlans(owner, count);
    return someOpen(owner);
  });
  const program = await startProgram({ dataDir });
  opened.defer(() => program.stop().then(() => undefined));
  const browse = new Browse(program.url);
  await browse.post("/demonstration/become", { persona: "04-improvement-coach" });
  const logFile = join(dataDir, "throughline.log");
  const timed = async (paths: readonly string[]): Promise<number[]> => {
    // Once before, as every page but the first of a morning is asked.
    for (const path of paths.slice(0, 5)) await seen(browse, path);
    return serverTimes(logFile, async () => {
      for (const path of paths) await seen(browse, path);
    });
  };
  const measured = async (name: string, paths: readonly string[], most: number): Promise<Row> =>
    row(
      `${name}, ${count.toLocaleString("en-GB")} plans: 95th percentile`,
      "ms",
      [percentile(await timed(paths), 0.95)],
      goal(most),
    );
  const asked = (path: string) => sentences.map((sentence) => path + encodeURIComponent(sentence));
  return [
    await measured(
      "a plan's overview",
      ids.map((id) => `/plans/${id}`),
      100,
    ),
    await measured("who has tried it, while typing", asked("/plans/similar?q="), 100),
    await measured(
      "who has tried it, misspelt",
      ["/plans/similar?q=delirum", "/plans/similar?q=presure"],
      200,
    ),
    await measured("finding plans by words", asked("/plans?q="), 200),
    await measured("all plans in sight", ["/plans", "/plans?page=2", "/plans?stage=testing"], 200),
    await measured(
      "the portfolio of everywhere",
      ["/portfolio?place=", "/portfolio?place=&state=stuck", "/portfolio?place=&state=watch"],
      200,
    ),
    await measured("the portfolio of one organisation", ["/portfolio", "/portfolio?state=stuck"], 200),
    await measured("the line of sight of the nation", [line, line, line], 300),
    await measured(
      "the work under a condition and under an action",
      [`${line}/condition-3`, `${line}/action-7`, `${line}/action-7?tier=organisation`],
      300,
    ),
  ];
}

async function seen(browse: Browse, path: string): Promise<void> {
  const { status } = await browse.get(path);
  if (status !== 200) throw new Error(`${path} answered ${status}`);
}

function seed(dataDir: string): void {
  const command = [join(projectRoot, "scripts", "run.mjs"), "seed", "--scale", "demo"];
  const env = { PATH: process.env["PATH"], DATA_DIR: dataDir };
  const { status, stderr } = spawnSync(process.execPath, command, { env, encoding: "utf8" });
  if (status !== 0) throw new Error(`The demonstration could not be loaded: ${stderr}`);
}

/** Plans that everybody who is signed in can see. */
async function someOpen(owner: ConstructorParameters<typeof Client>[0]): Promise<string[]> {
  const client = new Client(owner);
  await client.connect();
  try {
    const { rows } = await client.query<{ id: string }>(
      "SELECT id FROM plans WHERE open_to_all ORDER BY id LIMIT 60",
    );
    return rows.map(({ id }) => id);
  } finally {
    await client.end();
  }
}
