/** A list written as running text, so that a hundred names take ten lines. */
export const words = (text: string): string[] => text.trim().split(/\s+/);

/** The same for names of several words, with commas between. */
export const phrases = (text: string): string[] =>
  text.split(",").map((phrase) => phrase.trim().replace(/\s+/g, " "));
