import { execFileSync } from "node:child_process";
import { inject } from "vitest";
import type { Trial } from "./trial.ts";

/** A data folder that has the demonstration nation in it already, as after a first start. */
export function seeded(trial: Trial, name: string): string {
  const dataDir = trial.dataDir(name);
  // What Node copies belongs to whoever copies it, and root's server has an account of its own.
  execFileSync("cp", ["-a", inject("seededData"), dataDir]);
  return dataDir;
}
