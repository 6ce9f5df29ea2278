import { hash } from "node:crypto";

/** Chance that always falls the same way: the same words give the same throws, on every machine. */
export type Dice = {
  /** At least 0 and less than 1. */
  throw(): number;
  /** A whole number from 0 to one less than the sides. */
  below(sides: number): number;
  between(least: number, most: number): number;
  chance(probability: number): boolean;
  pick<T>(list: readonly T[]): T;
  /** Several different ones, in the order in which they fall. */
  some<T>(list: readonly T[], count: number): T[];
};

export function dice(words: string): Dice {
  let state = spread(words);
  // mulberry32, by Tommy Ettinger, in the public domain.
  const next = (): number => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
  const below = (sides: number): number => Math.floor(next() * sides);
  return {
    throw: next,
    below,
    between: (least, most) => least + below(most - least + 1),
    chance: (probability) => next() < probability,
    pick: (list) => list[below(list.length)]!,
    some: (list, count) => shuffle(list, Math.min(count, list.length), below),
  };
}

/** Fisher and Yates, stopped once enough have been drawn. */
function shuffle<T>(list: readonly T[], count: number, below: (sides: number) => number): T[] {
  const rest = [...list];
  for (let place = 0; place < count; place++) {
    const drawn = place + below(rest.length - place);
    [rest[place], rest[drawn]] = [rest[drawn]!, rest[place]!];
  }
  return rest.slice(0, count);
}

/** FNV-1a, with a last stir so that words that differ in one letter start far apart. */
function spread(words: string): number {
  let state = 0x811c9dc5;
  for (let place = 0; place < words.length; place++) {
    state = Math.imul(state ^ words.charCodeAt(place), 0x01000193);
  }
  state = Math.imul(state ^ (state >>> 16), 0x85ebca6b);
  return state ^ (state >>> 13);
}

/** A uuid made from a code (version 8, RFC 9562: the maker decides the bits), so that a code always has the same id. */
export function idFrom(code: string): string {
  const hex = hash("sha256", `throughline-demonstration:${code}`, "hex");
  const variant = "89ab"[Number.parseInt(hex[16]!, 16) & 3]!;
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-8${hex.slice(13, 16)}-${variant}${hex.slice(17, 20)}-${hex.slice(20, 32)}`;
}
