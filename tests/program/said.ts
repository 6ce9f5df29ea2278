import { setTimeout as pause } from "node:timers/promises";
import type { RunningProgram } from "../setup/running-program.ts";

const longest = 60_000;

/** Waits until the program has said this, and gives what was found. */
export async function untilSaid(program: RunningProgram, what: RegExp): Promise<RegExpExecArray> {
  const deadline = performance.now() + longest;
  for (;;) {
    const found = what.exec(program.output());
    if (found) return found;
    if (hasEnded(program) || performance.now() > deadline)
      throw new Error(`${what} was not said: ${program.output()}`);
    await pause(5);
  }
}

/** Waits for the program to end by itself: its exit code and all that it said. */
export async function ending(program: RunningProgram): Promise<{ code: number | null; said: string }> {
  const { child } = program;
  if (!hasEnded(program)) await new Promise((resolve) => child.once("close", resolve));
  return { code: child.exitCode, said: program.output().trim() };
}

function hasEnded({ child }: RunningProgram): boolean {
  return child.exitCode !== null || child.signalCode !== null;
}
