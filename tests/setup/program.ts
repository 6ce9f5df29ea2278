import type { TestProject } from "vitest/node";
import { startProgram, temporaryFolder } from "./running-program.ts";

declare module "vitest" {
  interface ProvidedContext {
    program: { url: string; dataDir: string };
  }
}

/** One whole program with the demonstration nation, for all journeys of a run. */
export async function setup(project: TestProject): Promise<() => Promise<void>> {
  const folder = await temporaryFolder("throughline-journeys-");
  const program = await startProgram({ dataDir: folder.path });
  project.provide("program", { url: program.url, dataDir: program.dataDir });
  return async () => {
    await program.stop();
    await folder.remove();
  };
}
