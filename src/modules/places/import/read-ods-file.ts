import type { CsvRecord } from "#platform/csv.ts";
import { readDate, type ImportProblem, type ImportRow, type ReadFile } from "./import-row.ts";

/** The layout of the Organisation Data Service's files such as epraccur: 27 columns, without a line of headings. */
export const odsColumns = 27;

const at = {
  code: 0,
  name: 1,
  addressFrom: 4,
  town: 7,
  postcode: 9,
  opened: 10,
  closed: 11,
  status: 12,
  commissioner: 14,
  phone: 17,
  setting: 25,
} as const;

/** Prescribing settings by number, as older files have them, and by name; others are not organisations of ours. */
const kindBySetting = new Map([
  ["4", "gp-practice"],
  ["GP PRACTICE", "gp-practice"],
  ["14", "care-home"],
  ["CARE HOME / NURSING HOME", "care-home"],
]);

export function readOdsFile(records: readonly CsvRecord[]): ReadFile {
  const file: ReadFile = { format: "ods", rows: [], problems: [], leftOut: 0 };
  for (const record of records) {
    if (record.cells.length !== odsColumns) file.problems.push(wrongCount(record));
    else readRecord(record, file);
  }
  return file;
}

function wrongCount({ line, cells }: CsvRecord): ImportProblem {
  return {
    line,
    message: `There are ${cells.length} columns here; a file of the Organisation Data Service has ${odsColumns}`,
  };
}

function readRecord({ line, cells }: CsvRecord, file: ReadFile): void {
  const text = (column: number) => cells[column]!.trim();
  const kind = kindOf(text(at.setting));
  if (!kind) {
    file.leftOut += 1;
    return;
  }
  const opened = readDate(text(at.opened));
  const closed = readDate(text(at.closed));
  if (opened === null)
    file.problems.push({ line, message: `The open date ${text(at.opened)} is not a date` });
  if (closed === null)
    file.problems.push({ line, message: `The close date ${text(at.closed)} is not a date` });
  if (saysClosed(text(at.status)) && closed === undefined) {
    file.problems.push({ line, message: "The status says closed, and there is no close date" });
  }
  file.rows.push({
    line,
    code: text(at.code).toUpperCase(),
    name: text(at.name),
    kind,
    parentCode: text(at.commissioner).toUpperCase(),
    address: addressOf(cells),
    town: text(at.town),
    postcode: text(at.postcode).toUpperCase(),
    contactPhone: text(at.phone),
    openedOn: opened ?? undefined,
    closedOn: closed ?? undefined,
  } satisfies ImportRow);
}

/** A few lines hold two settings with a bar between them: the first that we know counts. */
function kindOf(setting: string): string | undefined {
  const known = setting.split("|").map((part) => kindBySetting.get(part.trim().toUpperCase()));
  return known.find((kind) => kind !== undefined);
}

function saysClosed(status: string): boolean {
  return ["C", "CLOSED", "INACTIVE"].includes(status.toUpperCase());
}

function addressOf(cells: readonly string[]): string {
  const lines = [...cells.slice(at.addressFrom, at.town), ...cells.slice(at.town + 1, at.postcode)];
  return lines
    .map((part) => part.trim())
    .filter((part) => part !== "")
    .join("\n");
}
