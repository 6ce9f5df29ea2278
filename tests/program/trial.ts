import { chmodSync, mkdtempSync, rmSync } from "node:fs";
import os from "node:os";
import path from "node:path";
import { findHome } from "#platform/postgres/cluster-home.ts";
import { destroyCluster } from "../setup/destroy-cluster.ts";
import {
  freePort,
  launch,
  startProgram,
  type ProgramOptions,
  type RunningProgram,
} from "../setup/running-program.ts";

type Options = Omit<ProgramOptions, "dataDir"> & { dataDir: string };

/** A folder for whole programs and their data, and the end of everything that was started in it. */
export class Trial {
  readonly folder = mkdtempSync(path.join(os.tmpdir(), "throughline trial "));
  readonly #programs: RunningProgram[] = [];
  readonly #dataDirs = new Set<string>();
  readonly #ends: (() => Promise<void>)[] = [];

  constructor() {
    // Root's server runs as another account, which must be able to get here.
    chmodSync(this.folder, 0o755);
  }

  dataDir(name: string): string {
    const dataDir = path.join(this.folder, name);
    this.#dataDirs.add(dataDir);
    return dataDir;
  }

  /** Starts a program and waits until it may be given work. */
  async start(options: Options): Promise<RunningProgram> {
    this.#dataDirs.add(options.dataDir);
    return this.#keep(await startProgram(options));
  }

  /** Starts a program of which it is not sure whether, or where, it will be ready. */
  async launch(options: Options): Promise<RunningProgram> {
    this.#dataDirs.add(options.dataDir);
    return this.#keep(launch(options, options.port ?? (await freePort())));
  }

  /** What else has to be stopped at the end. */
  defer(end: () => Promise<void>): void {
    this.#ends.push(end);
  }

  async end(): Promise<void> {
    for (const program of this.#programs) if (isRunning(program)) await program.kill();
    for (const end of this.#ends.toReversed()) await end();
    for (const dataDir of this.#dataDirs) await destroyData(dataDir);
    rmSync(this.folder, { recursive: true, force: true, maxRetries: 5 });
  }

  #keep(program: RunningProgram): RunningProgram {
    this.#programs.push(program);
    return program;
  }
}

function isRunning({ child }: RunningProgram): boolean {
  return child.exitCode === null && child.signalCode === null;
}

async function destroyData(dataDir: string): Promise<void> {
  const home = findHome(dataDir);
  if (home) await destroyCluster(path.join(home, "data"));
}
