import { setTimeout as pause } from "node:timers/promises";

/** Asks again and again until the answer is yes, or the time is up. No wait here is without an end. */
export async function until(
  check: () => boolean | Promise<boolean>,
  milliseconds: number,
  every = 20,
): Promise<boolean> {
  const end = Date.now() + milliseconds;
  while (!(await check())) {
    if (Date.now() >= end) return false;
    await pause(every);
  }
  return true;
}
