/** A shared definition as far as a published measure is held against it. */
export type Choosable = { id: string; name: string; form: string };

export type Suggested<T extends Choosable> = {
  /** The likeliest first; nothing where none is at all alike. */
  likely: readonly T[];
  /** Called the same, and the only one of that name: nobody has to look twice. */
  isSure: boolean;
  /** How alike the likeliest is, from 0 to 1. */
  likeness: number;
};

/** One definition for one measure: of 2 that sound like it only the likelier has it chosen already. */
export function claimed<T extends Choosable>(all: readonly Suggested<T>[]): readonly (T | null)[] {
  const taken = new Map<string, Suggested<T>>();
  for (const one of all.toSorted((a, b) => b.likeness - a.likeness)) {
    const best = one.likely[0];
    if (best && !taken.has(best.id)) taken.set(best.id, one);
  }
  return all.map((one) => {
    const best = one.likely[0];
    return best && taken.get(best.id) === one ? best : null;
  });
}

/** Less alike than this is not alike. */
const leastLikeness = 0.4;
const mostLikely = 5;

/** Which definition a measure of a published file may be, by its words. */
export function suggestDefinition<T extends Choosable>(
  measure: string,
  definitions: readonly T[],
): Suggested<T> {
  const words = wordsOf(measure);
  const alike = definitions
    .map((definition) => ({ definition, likeness: likeness(words, wordsOf(definition.name)) }))
    .filter(({ likeness: found }) => found >= leastLikeness)
    .toSorted((one, other) => other.likeness - one.likeness);
  const likely = alike.slice(0, mostLikely).map(({ definition }) => definition);
  const [first = 0, second = 0] = alike.map(({ likeness: found }) => found);
  return { likely, isSure: first === 1 && second < 1, likeness: first };
}

const empty = new Set(["a", "an", "and", "at", "by", "for", "from", "in", "of", "on", "the", "to", "with"]);
const numbers: Readonly<Record<string, string>> = {
  one: "1",
  two: "2",
  three: "3",
  four: "4",
  six: "6",
  twelve: "12",
  eighteen: "18",
};

/** Without little words and endings, so that "Waiting over four hours" is "waits over 4 hours". */
function wordsOf(text: string): ReadonlySet<string> {
  const found = text.toLowerCase().match(/\d+|\p{L}+/gu) ?? [];
  const telling = found.filter((word) => !empty.has(word));
  return new Set(telling.map((word) => numbers[word] ?? word.replace(/(?<=\p{L}{3})(?:ing|ed|es|s)$/u, "")));
}

/** 1 for the same words and 0 for none in common; all the words of the shorter in the longer say much. */
function likeness(one: ReadonlySet<string>, other: ReadonlySet<string>): number {
  if (one.size === 0 || other.size === 0) return 0;
  const common = [...one].filter((word) => other.has(word)).length;
  const dice = (2 * common) / (one.size + other.size);
  const inShorter = common / Math.min(one.size, other.size);
  return dice === 1 ? 1 : Math.max(dice, inShorter * 0.8) * (common > 1 || dice > 0.6 ? 1 : 0.6);
}
