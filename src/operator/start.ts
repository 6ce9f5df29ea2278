import type { Config } from "#platform/config.ts";
import { ensureDemonstration } from "./demonstration.ts";
import { openGround } from "./open-ground.ts";
import { openServices } from "./open-services.ts";
import { listen } from "./listen.ts";
import { stopOnSignal } from "./stop-on-signal.ts";
import { startWorker } from "../worker.ts";

/** Starts everything: the database, the web and the background work, in one process unless told otherwise. */
export async function startCommand(config: Config): Promise<void> {
  const started = performance.now();
  const say = (line: string): void => console.error(line);
  const ground = await openGround(config, { report: say });
  await ensureDemonstration(ground, say);
  const opened = await openServices(ground);
  const worker = config.PROCESS === "web" ? undefined : await startWorker(ground, opened.services);
  const web = config.PROCESS === "worker" ? undefined : await listen(opened.services);
  stopOnSignal({ ground, services: opened.services, web, worker });
  announce(config, opened.services.demonstration, started, await opened.personas());
}

function announce(
  config: Config,
  demonstration: boolean,
  started: number,
  personas: readonly { email: string; title: string }[],
): void {
  const seconds = ((performance.now() - started) / 1000).toFixed(1);
  const lines = [`Throughline is ready after ${seconds} s`, "", `  ${config.BASE_URL}`, ""];
  if (demonstration && personas.length > 0) {
    lines.push(
      `Demonstration accounts (password "demonstration", or one click on ${config.BASE_URL}/demonstration):`,
    );
    const width = Math.max(...personas.map((persona) => persona.title.length));
    lines.push(...personas.map((persona) => `  ${persona.title.padEnd(width)}  ${persona.email}`), "");
  }
  process.stdout.write(`${lines.join("\n")}\n`);
}
