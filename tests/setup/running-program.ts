import { spawn, type ChildProcess } from "node:child_process";
import { chmod, mkdtemp, rm } from "node:fs/promises";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import { projectRoot } from "#platform/project-root.ts";

/** The whole program, started as a person starts it, in a process of its own. */
export type RunningProgram = {
  url: string;
  dataDir: string;
  child: ChildProcess;
  output(): string;
  /** Asks it to stop, and waits. */
  stop(): Promise<number | null>;
  /** Ends it without a word. */
  kill(): Promise<void>;
};

export type ProgramOptions = {
  dataDir: string;
  port?: number;
  env?: Record<string, string>;
  /** The checkout to run; this one if none is named. */
  root?: string;
  uid?: number;
  gid?: number;
  patienceMilliseconds?: number;
};

export async function freePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((resolve) => {
    server.listen(0, "127.0.0.1", resolve);
  });
  const { port } = server.address() as { port: number };
  await new Promise((resolve) => {
    server.close(resolve);
  });
  return port;
}

export async function temporaryFolder(
  name = "throughline-program-",
): Promise<{ path: string; remove(): Promise<void> }> {
  const path = await mkdtemp(join(tmpdir(), name));
  // Root's server runs as another account: where it cannot get to, its data would lie elsewhere and be left behind.
  await chmod(path, 0o755);
  return { path, remove: () => rm(path, { recursive: true, force: true, maxRetries: 5 }) };
}

/** Starts it and waits until it may be given work; a start that fails throws with all that it said. */
export async function startProgram(options: ProgramOptions): Promise<RunningProgram> {
  const port = options.port ?? (await freePort());
  const program = launch(options, port);
  const deadline = Date.now() + (options.patienceMilliseconds ?? 60_000);
  while (!(await isReady(program.url))) {
    if (program.child.exitCode !== null || program.child.signalCode !== null) {
      throw new Error(`The program ended with ${program.child.exitCode}: ${program.output()}`);
    }
    if (Date.now() > deadline) {
      await program.kill();
      throw new Error(`The program was not ready in time: ${program.output()}`);
    }
    await pause(25);
  }
  return program;
}

export function launch(options: ProgramOptions, port: number): RunningProgram {
  const root = options.root ?? projectRoot;
  const child = spawn(process.execPath, [join(root, "scripts", "start.mjs")], {
    cwd: root,
    stdio: ["ignore", "pipe", "pipe"],
    ...(options.uid !== undefined && { uid: options.uid, gid: options.gid }),
    env: {
      PATH: process.env["PATH"],
      HOME: options.dataDir,
      PORT: String(port),
      DATA_DIR: options.dataDir,
      DRAIN_SECONDS: "0",
      ...options.env,
    },
  });
  let said = "";
  child.stdout.on("data", (text) => (said += text));
  child.stderr.on("data", (text) => (said += text));
  const ended = new Promise<number | null>((resolve) => {
    child.once("exit", (code) => resolve(code));
  });
  return {
    url: `http://localhost:${port}`,
    dataDir: options.dataDir,
    child,
    output: () => said,
    stop: () => (child.kill("SIGTERM"), ended),
    kill: async () => {
      child.kill("SIGKILL");
      await ended;
    },
  };
}

async function isReady(url: string): Promise<boolean> {
  return fetch(`${url}/ready`, { signal: AbortSignal.timeout(2_000) }).then(
    (answer) => answer.ok,
    () => false,
  );
}
