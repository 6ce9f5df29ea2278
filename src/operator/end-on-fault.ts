import type { Log } from "#platform/log.ts";

/**
 * After what nobody expected the program is in no known state: it is written down, said, and ended, so that
 * whoever watches over it starts it anew. The database goes on and is taken over by that start.
 */
export function endOnFault(log: Log, where: string): void {
  process.on("uncaughtException", (error: unknown) => {
    const { name, message, stack } = error instanceof Error ? error : new Error(String(error));
    log.fatal({ error: name, message, stack }, "the program ended itself");
    console.error(`Throughline ended itself after a fault of its own: ${where}.`);
    process.exit(1);
  });
  // A terminal that is closed takes away where we speak, and nothing else.
  for (const stream of [process.stdout, process.stderr]) stream.on("error", () => {});
}
