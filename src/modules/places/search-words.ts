const mostWords = 8;
const longestWord = 40;

/**
 * The words to look for, made like the words that the database keeps (its function search_words): lower case,
 * without accents and apostrophes. Nothing is left that could be an operator or a wildcard.
 */
export function searchWords(typed: string): string[] {
  return typed
    .slice(0, 400)
    .normalize("NFKD")
    .toLowerCase()
    .replace(/['’`]|\p{M}/gu, "")
    .split(/[^a-z0-9]+/)
    .filter((word) => word !== "")
    .slice(0, mostWords)
    .map((word) => word.slice(0, longestWord));
}
