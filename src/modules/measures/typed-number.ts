import { z } from "zod";

/** "1,234.5", " 12 % " and "−3" as people type them; what is no number says so in the words of its field. */
export function readNumber(typed: string): number | undefined {
  const plain = typed
    .trim()
    .replace(/\s*%$/, "")
    .replaceAll(/[\s\u00a0](?=\d{3}\b)/g, "")
    .replace(/^[−–]/, "-");
  const whole = /^-?\d{1,3}(,\d{3})+(\.\d+)?$/.test(plain) ? plain.replaceAll(",", "") : plain;
  return /^-?(\d+\.?\d*|\.\d+)(e[+-]?\d+)?$/i.test(whole) ? Number(whole) : undefined;
}

/** A number that need not be there. */
export function optionalNumber(what: string) {
  return z
    .string()
    .max(40, `${what} must be a number`)
    .refine(
      (typed) => typed === "" || readNumber(typed) !== undefined,
      `${what} must be a number, like 12 or 4.5`,
    )
    .transform((typed) => (typed === "" ? null : readNumber(typed)!));
}
