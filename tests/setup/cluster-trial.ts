import { spawn, type ChildProcess } from "node:child_process";
import { chmodSync, mkdtempSync, rmSync } from "node:fs";
import { once } from "node:events";
import os from "node:os";
import path from "node:path";
import { createInterface } from "node:readline";
import { pino } from "pino";
import { z } from "zod";
import { projectRoot } from "#platform/project-root.ts";
import { withClient, type ConnectionSettings } from "#platform/postgres/connection-settings.ts";
import type { ServerAccount } from "#platform/postgres/server-account.ts";
import { destroyCluster } from "./destroy-cluster.ts";

export const silent = pino({ level: "silent" });

/** What cluster-program.ts says in its one line. */
const told = z.union([
  z.object({ refused: z.string() }),
  z.object({
    refused: z.undefined().optional(),
    owner: z.object({
      host: z.string(),
      port: z.number(),
      user: z.string(),
      password: z.string(),
      database: z.string(),
    }),
    dataPath: z.string(),
    adopted: z.boolean(),
    milliseconds: z.number(),
  }),
]);
type Started = Extract<z.output<typeof told>, { dataPath: string }> & { process: ChildProcess };

/** A temporary folder for clusters, and the end of everything that was started in it. */
export class Trial {
  readonly folder = mkdtempSync(path.join(os.tmpdir(), "throughline trial "));
  readonly dataPaths = new Set<string>();
  readonly programs: ChildProcess[] = [];

  constructor() {
    // Root's server runs as another account, which must be able to get here.
    chmodSync(this.folder, 0o755);
  }

  async end(): Promise<void> {
    for (const program of this.programs) program.kill("SIGKILL");
    for (const dataPath of this.dataPaths) await destroyCluster(dataPath);
    rmSync(this.folder, { recursive: true, force: true });
  }

  /** Another program on a data folder, in a process of its own. */
  async program(dataDir: string, account?: ServerAccount): Promise<Started> {
    const { child, line } = await this.run(dataDir, account);
    if (line.refused !== undefined) throw new Error(line.refused);
    this.dataPaths.add(line.dataPath);
    return { ...line, process: child };
  }

  /** A program that is expected not to start: what it says. */
  async refusal(dataDir: string, account?: ServerAccount): Promise<string | undefined> {
    return (await this.run(dataDir, account)).line.refused;
  }

  private async run(dataDir: string, account?: ServerAccount) {
    const script = path.join(projectRoot, "tests", "setup", "cluster-program.ts");
    const child = spawn(process.execPath, [script, dataDir], {
      ...account,
      cwd: "/",
      stdio: ["ignore", "pipe", "inherit"],
    });
    this.programs.push(child);
    const said = await once(createInterface({ input: child.stdout }), "line");
    return { child, line: told.parse(JSON.parse(String(said[0]))) };
  }
}

export const ask = <Row extends object>(connection: ConnectionSettings, sql: string): Promise<Row[]> =>
  withClient(connection, async (client) => (await client.query<Row>(sql)).rows);
