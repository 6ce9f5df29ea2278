import type { Actor } from "#platform/actor.ts";
import { Forbidden } from "#platform/problem.ts";
import type { Context } from "#platform/perform.ts";
import { writeCsv } from "#platform/write-csv.ts";
import type { BodyKind } from "../body.ts";
import { comesByFile } from "../import/check-rows.ts";
import { ownColumns } from "../import/read-own-file.ts";
import { mayImport, requireStrongSession } from "../policy.ts";
import { readKinds } from "../store/bodies.ts";

/** The kinds of body that a file can bring. Refuses, before a file is chosen, whoever may not import. */
export async function importStart({ actor, db }: Context): Promise<BodyKind[]> {
  refuse(actor);
  return (await readKinds(db)).filter(({ tier }) => comesByFile(tier));
}

function refuse(actor: Actor): void {
  if (!mayImport(actor)) throw new Forbidden(undefined, "/bodies");
  requireStrongSession(actor);
}

/** A file with every column and a small invented corner of the nation, in which one practice became another. */
export function importExample({ actor }: Context): string {
  refuse(actor);
  return writeCsv([ownColumns.map((column) => column.name), ...exampleRows]);
}

const exampleRows = [
  ["QXR", "Example region", "region", "ENG"],
  ["QXS", "Brackenfield local system", "local-system", "QXR"],
  ["QXN", "Brackenfield academic health science network", "ahsn", "ENG"],
  ["QXC", "Brackenfield cancer network", "clinical-network", "ENG", "Cancer"],
  [
    "QX101",
    "Brackenfield Medical Practice",
    "gp-practice",
    "QXS",
    "",
    "1 Mill Lane",
    "Brackenfield",
    "QX4 2AB",
    "hello@brackenfield.example",
    "01632 960101",
    "https://brackenfield.example",
    "2016-04-01",
    "",
    "",
    "QXN QXC",
  ],
  [
    "QX102",
    "Mill Lane Surgery",
    "gp-practice",
    "QXS",
    "",
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
].map((cells) => ownColumns.map((_, index) => cells[index] ?? ""));
