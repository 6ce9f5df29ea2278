import { spawn } from "node:child_process";
import { join } from "node:path";
import { projectRoot } from "#platform/project-root.ts";

export type Ran = { code: number | null; said: string };

/** What an operator does beside the program: npm run COMMAND, without npm. */
export async function runCommand(command: string[], env: Record<string, string>): Promise<Ran> {
  const child = spawn(process.execPath, [join(projectRoot, "scripts", "run.mjs"), ...command], {
    cwd: projectRoot,
    stdio: ["ignore", "pipe", "pipe"],
    env: { PATH: process.env["PATH"], ...env },
  });
  let said = "";
  child.stdout.on("data", (text) => (said += text));
  child.stderr.on("data", (text) => (said += text));
  const code = await new Promise<number | null>((resolve) => child.once("close", resolve));
  return { code, said: said.trim() };
}
