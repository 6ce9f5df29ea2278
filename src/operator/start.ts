import { getRequestListener } from "@hono/node-server";
import { setTimeout as pause } from "node:timers/promises";
import { atPort, type Config } from "#platform/config.ts";
import { createMetrics } from "#platform/metrics.ts";
import { createApp } from "../app.ts";
import { startWorker } from "../worker.ts";
import { logFileOf } from "./data-folder.ts";
import { ensureDemonstration } from "./demonstration.ts";
import { openDoor, type Door } from "./door.ts";
import { endOnFault } from "./end-on-fault.ts";
import { keepBackups } from "./keep-backups.ts";
import { loadFrameworks } from "./load-frameworks.ts";
import { openMetrics } from "./metrics-server.ts";
import { openGround } from "./open-ground.ts";
import { openServices, type Opened } from "./open-services.ts";
import { listenToSignals, ToldToStop, type Signals, type Stop } from "./signals.ts";

type Running = Opened & { door: Door | undefined };

const say = (line: string): void => console.error(line);

/** Starts everything: the database, the web and the background work, in one process unless told otherwise. */
export async function startCommand(config: Config): Promise<void> {
  const started = performance.now();
  const signals = listenToSignals();
  const opened = new AsyncDisposableStack();
  try {
    const running = await open(config, opened, signals);
    announce(running, started);
    if (running.isWithoutAdministrator) sayHowToBegin(running.services.config);
    await leave(running, await signals.stop);
  } catch (error) {
    if (!(error instanceof ToldToStop)) throw error;
  } finally {
    await opened.disposeAsync();
    // Nothing is left to do; what still holds the process has been told to go.
    setTimeout(() => process.exit(), 1_000).unref();
  }
  say("Stopped.");
  process.exit(0);
}

/** Step by step, each remembered for the way back. A signal that comes during a step is obeyed after it. */
async function open(given: Config, opened: AsyncDisposableStack, signals: Signals): Promise<Running> {
  const door = given.PROCESS === "worker" ? undefined : await openDoor(given);
  opened.defer(() => door?.close());
  const config = door ? atPort(given, door.port) : given;
  if (config.PORT !== given.PORT && given.PORT !== 0)
    say(`Port ${given.PORT} is taken, so this uses ${config.PORT}.`);
  const metrics = createMetrics();
  const ground = await openGround(config, { report: say, onStatement: () => metrics.statements.inc() });
  opened.defer(() => ground.close());
  endOnFault(ground.log, whereToLook(config));
  signals.check();
  await ensureDemonstration(ground, say);
  signals.check();
  const house = await openServices(ground, metrics);
  const { services } = house;
  await loadFrameworks(services, say);
  opened.defer(() => services.jobs.stop());
  opened.defer(() => services.live.close());
  if (config.PROCESS !== "web") await startWorker(ground, services);
  const backups = keepBackups(ground);
  opened.defer(() => backups.stop());
  const metricsDoor = await openMetrics(services);
  opened.defer(() => metricsDoor?.close());
  if (door) door.open(getRequestListener((await createApp(services)).fetch));
  signals.check();
  return { ...house, door };
}

const longestEnd = 25_000;

/** Not ready any more, then a while for the load balancer to see it, then nobody new; who is inside finishes. */
async function leave({ services, door }: Running, { drain }: Stop): Promise<void> {
  const seconds = drain && door ? services.config.DRAIN_SECONDS : 0;
  setTimeout(() => process.exit(1), seconds * 1000 + longestEnd).unref();
  say("Stopping …");
  services.ready.accepting = false;
  door?.lead();
  await pause(seconds * 1000);
  // Streams would go on for ever; their browsers come back, to whoever is there then.
  await services.live.close();
  await door?.close();
}

function whereToLook(config: Config): string {
  const file = logFileOf(config);
  return file ? `see the end of ${file}` : "its log says which";
}

/** An empty installation cannot grow by itself: everybody else is let in by somebody. */
function sayHowToBegin({ BASE_URL }: Config): void {
  process.stdout.write(
    `Nobody administers it yet. Create an account at ${BASE_URL}/sign-up, then run\n  npm run administrator -- EMAIL\nbeside this program, with the same settings.\n`,
  );
}

function announce({ services: { config, demonstration }, personas }: Running, started: number): void {
  const seconds = ((performance.now() - started) / 1000).toFixed(1);
  if (config.PROCESS === "worker")
    return void process.stdout.write(`The worker is ready after ${seconds} s\n`);
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
