import { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";
import type pg from "pg";
import { from as copyFrom } from "pg-copy-streams";

export type Value = string | number | boolean | null | undefined | readonly string[];

/** How a table's rows are made: each column and the value it takes from a thing. */
export type Columns<T> = Record<string, (thing: T) => Value>;

/** Rows sent together, so that the stream is not woken for each. */
const batch = 500;

/** Streams things into a table; memory holds a batch at a time. Answers how many there were. */
export async function copyRows<T>(
  client: pg.ClientBase,
  table: string,
  columns: Columns<T>,
  things: Iterable<T>,
): Promise<number> {
  const target = client.query(copyFrom(`COPY ${table} (${Object.keys(columns).join(", ")}) FROM STDIN`));
  await pipeline(Readable.from(linesOf(things, Object.values(columns))), target);
  return target.rowCount;
}

function* linesOf<T>(things: Iterable<T>, columns: readonly ((thing: T) => Value)[]): Generator<string> {
  let lines: string[] = [];
  for (const thing of things) {
    lines.push(columns.map((column) => encode(column(thing))).join("\t"));
    if (lines.length < batch) continue;
    yield `${lines.join("\n")}\n`;
    lines = [];
  }
  if (lines.length > 0) yield `${lines.join("\n")}\n`;
}

const escapes: Record<string, string> = { "\\": "\\\\", "\t": "\\t", "\n": "\\n", "\r": "\\r" };

/** A value in PostgreSQL's text format for COPY. */
export function encode(value: Value): string {
  if (value === null || value === undefined) return "\\N";
  const text = typeof value === "object" ? arrayLiteral(value) : String(value);
  return text.replace(/[\\\t\n\r]/g, (character) => escapes[character]!);
}

const arrayLiteral = (items: readonly string[]): string =>
  `{${items.map((item) => `"${item.replace(/["\\]/g, String.raw`\$&`)}"`).join(",")}}`;
