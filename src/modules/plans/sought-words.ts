const mostWords = 8;
const longestWord = 40;
/** Said in questions, and in every text. */
const empty = new Set(
  "a an and are at did do for from how in is it of on or our the their to try tried was we what with".split(
    " ",
  ),
);

/** The words of what was typed, made like those that the database keeps; nothing that could be an operator is left. */
export function soughtWords(typed: string): string[] {
  const words = typed
    .slice(0, 400)
    .normalize("NFKD")
    .toLowerCase()
    .replace(/['’`]|\p{M}/gu, "")
    .split(/[^a-z0-9]+/)
    .filter((word) => word !== "")
    .map((word) => word.slice(0, longestWord));
  const telling = words.filter((word) => !empty.has(word));
  return (telling.length > 0 ? telling : words).slice(0, mostWords);
}
