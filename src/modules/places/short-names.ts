import type { NamedBody } from "./body.ts";

/**
 * Names without the last words that all of them share, for a table whose heading says what they are: "Kelmar
 * Lakes" among academic health science networks. By code.
 */
export function shortNames(bodies: readonly NamedBody[]): Map<string, string> {
  const words = bodies.map((body) => body.name.split(" "));
  const shared = sharedEnding(words);
  return new Map(
    bodies.map(({ code }, index) => [code, words[index]!.slice(0, words[index]!.length - shared).join(" ")]),
  );
}

function sharedEnding(names: readonly string[][]): number {
  const [first, ...others] = names;
  if (!first || others.length === 0) return 0;
  let shared = 0;
  while (names.every((name) => name.length > shared + 1 && name.at(-1 - shared) === first.at(-1 - shared)))
    shared += 1;
  return shared;
}
