/** A word that is explained where it first stands on a page. */
export type Term = { id: string; title: string; text: string; synonyms: readonly string[] };

export type TermPiece = { text: string; term?: Term };

/**
 * A text cut where a term first occurs, under its title or another name; the longest one counts. What was explained
 * before, by its title, is not explained again, and what is explained here is added to it.
 */
export function withTerms(
  text: string,
  glossary: readonly Term[],
  explained: Set<string> = new Set(),
): TermPiece[] {
  const named = glossary.flatMap((term) => namesOf(term).map((name) => ({ name, term })));
  const names = named.toSorted((a, b) => b.name.length - a.name.length);
  const pieces: TermPiece[] = [];
  let from = 0;
  for (const match of text.matchAll(patternOf(names.map(({ name }) => name)))) {
    const term = names.find(({ name }) => name === match[0].toLowerCase())?.term;
    if (!term || explained.has(term.title)) continue;
    explained.add(term.title);
    pieces.push({ text: text.slice(from, match.index) }, { text: match[0], term });
    from = match.index + match[0].length;
  }
  return [...pieces, { text: text.slice(from) }].filter((piece) => piece.text !== "");
}

function namesOf({ title, synonyms }: Term): string[] {
  return [title, ...synonyms].map((name) => name.replace(/^the /i, "").toLowerCase());
}

const patterns = new Map<string, RegExp>();

function patternOf(names: readonly string[]): RegExp {
  if (names.length === 0) return /(?!)/g;
  const alternatives = names.map((name) => name.replaceAll(/[.*+?^${}()|[\]\\]/g, String.raw`\$&`)).join("|");
  const known = patterns.get(alternatives);
  if (known) return known;
  const pattern = new RegExp(`(?<!\\p{L})(?:${alternatives})(?!\\p{L})`, "giu");
  if (patterns.size < 20) patterns.set(alternatives, pattern);
  return pattern;
}
