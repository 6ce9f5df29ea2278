import type { Dice } from "../dice.ts";

/** Counts and values as chance would bring them about a level; the same dice bring the same numbers. */

export function poisson(mean: number, chance: Dice): number {
  if (mean > 60) return Math.max(0, Math.round(mean + Math.sqrt(mean) * normal(chance)));
  const limit = Math.exp(-mean);
  let count = 0;
  for (let product = chance.throw(); product > limit; product *= chance.throw()) count += 1;
  return count;
}

export function binomial(size: number, share: number, chance: Dice): number {
  let count = 0;
  for (let one = 0; one < size; one++) if (chance.chance(share)) count += 1;
  return count;
}

/** Box and Muller, one of their pair. */
export function normal(chance: Dice): number {
  const [one, other] = [Math.max(chance.throw(), 1e-12), chance.throw()];
  return Math.sqrt(-2 * Math.log(one)) * Math.cos(2 * Math.PI * other);
}

export function exponential(mean: number, chance: Dice): number {
  return -mean * Math.log(Math.max(chance.throw(), 1e-12));
}
