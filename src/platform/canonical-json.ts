import { createHash } from "node:crypto";

/** What JSON can say, and nothing else. */
export type PlainJson =
  | string
  | number
  | boolean
  | null
  | readonly PlainJson[]
  | { readonly [name: string]: PlainJson | undefined };

/** What has no one way to be written: an endless number, half a letter, a value that is none. */
export class NotCanonical extends Error {}

const mostDepth = 200;

/**
 * JSON as RFC 8785 writes it, in which the same content is the same text everywhere: names in the order of their
 * code units, no space, numbers as ECMAScript writes them. A name whose value is undefined is left out.
 */
export function canonicalJson(value: PlainJson): string {
  return written(value, 0);
}

function written(value: PlainJson | undefined, depth: number): string {
  if (depth > mostDepth) throw new NotCanonical("It is nested too deeply.");
  if (value === null || typeof value === "boolean") return String(value);
  if (typeof value === "string") return text(value);
  if (typeof value === "number") return number(value);
  if (Array.isArray(value)) {
    return `[${(value as readonly PlainJson[]).map((one) => written(one, depth + 1)).join(",")}]`;
  }
  if (isRecord(value)) return record(value, depth);
  throw new NotCanonical("A value of this kind has no place in JSON.");
}

function isRecord(value: unknown): value is { readonly [name: string]: PlainJson | undefined } {
  if (typeof value !== "object" || value === null) return false;
  const prototype: unknown = Object.getPrototypeOf(value);
  return prototype === Object.prototype || prototype === null;
}

function record(value: { readonly [name: string]: PlainJson | undefined }, depth: number): string {
  const names = Object.keys(value)
    .filter((name) => value[name] !== undefined)
    .sort();
  return `{${names.map((name) => `${text(name)}:${written(value[name], depth + 1)}`).join(",")}}`;
}

function text(value: string): string {
  if (!value.isWellFormed()) throw new NotCanonical("A text has half a letter in it.");
  return JSON.stringify(value);
}

function number(value: number): string {
  if (!Number.isFinite(value)) throw new NotCanonical("A number has no end.");
  return JSON.stringify(value);
}

/** The SHA-256 of the canonical text, in hexadecimal digits. */
export function contentDigest(value: PlainJson): string {
  return createHash("sha256").update(canonicalJson(value)).digest("hex");
}
