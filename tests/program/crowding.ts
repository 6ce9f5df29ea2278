import os from "node:os";

/**
 * How many times longer everything takes on a machine that has other work as well: 1 on one that has only these
 * tests, which keep about twice as many processes busy as there are cores.
 */
export function crowding(): number {
  return Math.max(1, os.loadavg()[0]! / (2 * os.availableParallelism()));
}
