import { open, stat } from "node:fs/promises";
import { setTimeout as pause } from "node:timers/promises";

/**
 * The times that the program itself wrote down in its log: from the moment a request is handed to it until its
 * answer stands ready to be sent, so with the work, the database and the waiting for both. What the connection,
 * the browser and the reader's own computer take is not in it.
 */
export async function serverTimes(logFile: string, work: () => Promise<unknown>): Promise<number[]> {
  const { size } = await stat(logFile);
  await work();
  // The log is written several lines at once.
  await pause(500);
  const file = await open(logFile);
  try {
    const lines: number[] = [];
    for await (const line of file.readLines({ start: size })) {
      const { msg, ms } = JSON.parse(line) as { msg: string; ms: number };
      if (msg === "request") lines.push(ms);
    }
    return lines;
  } finally {
    await file.close();
  }
}
