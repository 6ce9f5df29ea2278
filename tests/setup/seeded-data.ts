import { join } from "node:path";
import type { TestProject } from "vitest/node";
import { startProgram, temporaryFolder } from "./running-program.ts";

declare module "vitest" {
  interface ProvidedContext {
    seededData: string;
  }
}

/** The data folder of a program that was started once, with the demonstration nation in it, to be copied. */
export async function setup(project: TestProject): Promise<() => Promise<void>> {
  const folder = await temporaryFolder("throughline-seeded-");
  const dataDir = join(folder.path, "data");
  const program = await startProgram({ dataDir });
  await program.stop();
  project.provide("seededData", dataDir);
  return folder.remove;
}
