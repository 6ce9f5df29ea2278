import { Forbidden } from "#platform/problem.ts";
import type { Context } from "#platform/perform.ts";
import { writeCsv } from "#platform/write-csv.ts";
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
  return writeCsv([ownColumns.map((column) => column.name), ...exampleRows]);
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
