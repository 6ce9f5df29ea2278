import { randomInt } from "node:crypto";

/** Without letters that are mistaken for numerals, because people type it from paper. */
const alphabet = "0123456789abcdefghjkmnpqrstvwxyz";
const length = 10;

/** A short word for a printed card: 50 random bits. It opens nothing by itself. */
export function newTestToken(): string {
  return Array.from({ length }, () => alphabet[randomInt(alphabet.length)]).join("");
}

/** As it was typed or scanned; what is mistaken for another sign is read as that. */
export function typedTestToken(typed: string): string | undefined {
  const token = typed.toLowerCase().replaceAll(/[\s-]/g, "").replaceAll("o", "0").replaceAll(/[il]/g, "1");
  return /^[0-9a-hjkmnp-tv-z]{10}$/.test(token) ? token : undefined;
}
