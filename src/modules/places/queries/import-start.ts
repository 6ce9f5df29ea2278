import { Forbidden } from "#platform/problem.ts";
import type { Context } from "#platform/perform.ts";
import { csvCell } from "../import/csv.ts";
import { ownColumns } from "../import/read-own-file.ts";
import { mayImport, requireStrongSession } from "../policy.ts";

/** Refuses, before a file is chosen, whoever may not import. */
export function importStart({ actor }: Context): void {
  if (!mayImport(actor)) throw new Forbidden(undefined, "/bodies");
  requireStrongSession(actor);
}

/** A file with every column and two invented organisations, one of which became the other. */
export function importExample(context: Context): string {
  importStart(context);
  const lines = [ownColumns.map((column) => column.name), ...exampleRows];
  return `\uFEFF${lines.map((line) => line.map(csvCell).join(",")).join("\r\n")}\r\n`;
}

const exampleRows = [
  [
    "QX101",
    "Brackenfield Medical Practice",
    "gp-practice",
    "SYS1",
    "1 Mill Lane",
    "Brackenfield",
    "QX4 2AB",
    "hello@brackenfield.example",
    "01632 960101",
    "https://brackenfield.example",
    "2016-04-01",
    "",
    "",
    "",
  ],
  [
    "QX102",
    "Mill Lane Surgery",
    "gp-practice",
    "SYS1",
    "3 Mill Lane",
    "Brackenfield",
    "QX4 2AB",
    "",
    "",
    "",
    "1998-04-01",
    "2016-03-31",
    "QX101",
    "",
  ],
];
