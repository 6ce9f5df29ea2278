import type { Pack } from "./pack/pack.ts";

type Term = Pack["glossary"][number];

export type TermPiece = { text: string; term?: Term };

/** A text cut where a term of the glossary first occurs, under its title or another name; the longest one counts. */
export function withTerms(text: string, glossary: readonly Term[]): TermPiece[] {
  const named = glossary.flatMap((term) => namesOf(term).map((name) => ({ name, term })));
  const names = named.toSorted((a, b) => b.name.length - a.name.length);
  const pieces: TermPiece[] = [];
  const seen = new Set<string>();
  let from = 0;
  for (const match of text.matchAll(patternOf(names.map(({ name }) => name)))) {
    const term = names.find(({ name }) => name === match[0].toLowerCase())?.term;
    if (!term || seen.has(term.id)) continue;
    seen.add(term.id);
    pieces.push({ text: text.slice(from, match.index) }, { text: match[0], term });
    from = match.index + match[0].length;
  }
  return [...pieces, { text: text.slice(from) }].filter((piece) => piece.text !== "");
}

function namesOf({ title, synonyms }: Term): string[] {
  return [title, ...synonyms].map((name) => name.replace(/^the /i, "").toLowerCase());
}

function patternOf(names: readonly string[]): RegExp {
  if (names.length === 0) return /(?!)/g;
  const escaped = names.map((name) => name.replaceAll(/[.*+?^${}()|[\]\\]/g, String.raw`\$&`));
  return new RegExp(`(?<!\\p{L})(?:${escaped.join("|")})(?!\\p{L})`, "giu");
}
