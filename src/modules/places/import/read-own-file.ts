import type { CsvRecord } from "#platform/csv.ts";
import { readDate, type ImportProblem, type ReadFile } from "./import-row.ts";

/** The columns of our own file, in any order, under these headings. */
export const ownColumns = [
  {
    name: "code",
    needed: true,
    says: "Its code. A new code makes a new body; a code is never used for a second one",
  },
  {
    name: "name",
    needed: true,
    says: "Its name. When the name changes, the old one is kept and still finds it",
  },
  { name: "kind", needed: true, says: "What it is, by its name below, such as gp-practice or region" },
  { name: "parent_code", needed: true, says: "The code of the body that it stands below" },
  { name: "topic", needed: false, says: "For a clinical network: its field of care, such as Cancer" },
  { name: "address", needed: false, says: "Street address, without town and postcode" },
  { name: "town", needed: false, says: "Town" },
  { name: "postcode", needed: false, says: "Postcode, with the space" },
  { name: "contact_email", needed: false, says: "Public email address" },
  { name: "contact_phone", needed: false, says: "Public phone number" },
  { name: "website", needed: false, says: "Address of its website, beginning with https://" },
  { name: "opened_on", needed: false, says: "Date of opening, such as 2015-04-01" },
  { name: "closed_on", needed: false, says: "Date of closing, such as 2016-03-31. Empty while it is open" },
  { name: "successor_code", needed: false, says: "For one that closed: the code of what it became" },
  {
    name: "area_codes",
    needed: false,
    says: "Codes of all the areas that it sits in, with a space between them",
  },
] as const;

type ColumnName = (typeof ownColumns)[number]["name"];

const names: ReadonlySet<string> = new Set(ownColumns.map((column) => column.name));

export function hasOwnHeadings(first: CsvRecord): boolean {
  return first.cells.some((cell) => heading(cell) === "code");
}

export function readOwnFile([first, ...records]: readonly CsvRecord[]): ReadFile {
  const headings = first!.cells.map(heading);
  const file: ReadFile = { format: "own", rows: [], problems: headingProblems(first!, headings), leftOut: 0 };
  if (file.problems.length > 0) return file;
  for (const record of records) {
    if (record.cells.length !== headings.length) file.problems.push(wrongCount(record, headings.length));
    else readRecord(record, headings, file);
  }
  return file;
}

function heading(cell: string): string {
  return cell.trim().toLowerCase();
}

function headingProblems({ line }: CsvRecord, headings: readonly string[]): ImportProblem[] {
  const unknown = headings.filter((name) => !names.has(name));
  const missing = ownColumns.filter((column) => column.needed && !headings.includes(column.name));
  const twice = headings.filter((name, index) => headings.indexOf(name) !== index);
  return [
    ...unknown.map((name) => ({
      line,
      message: `There is no column called ${name.slice(0, 40) || "(empty)"}`,
    })),
    ...missing.map(({ name }) => ({ line, message: `The column ${name} is missing` })),
    ...twice.map((name) => ({ line, message: `The column ${name.slice(0, 40)} is there twice` })),
  ];
}

function wrongCount({ line, cells }: CsvRecord, wanted: number): ImportProblem {
  return { line, message: `There are ${cells.length} columns here and ${wanted} headings` };
}

function readRecord({ line, cells }: CsvRecord, headings: readonly string[], file: ReadFile): void {
  const text = (name: ColumnName) => cells[headings.indexOf(name)]?.trim();
  const date = (name: "opened_on" | "closed_on") => {
    const read = readDate(text(name) ?? "");
    if (read === null)
      file.problems.push({
        line,
        message: `${text(name)!.slice(0, 40)} under ${name} is not a date like 2015-04-01`,
      });
    return read ?? undefined;
  };
  file.rows.push({
    line,
    code: text("code")!.toUpperCase(),
    name: text("name")!,
    kind: text("kind")!.toLowerCase(),
    parentCode: text("parent_code")!.toUpperCase(),
    ...given("topic", text("topic")),
    ...given("address", text("address")),
    ...given("town", text("town")),
    ...given("postcode", text("postcode")?.toUpperCase()),
    ...given("contactEmail", text("contact_email")),
    ...given("contactPhone", text("contact_phone")),
    ...given("website", text("website")),
    openedOn: date("opened_on"),
    closedOn: date("closed_on"),
    successorCode: text("successor_code")?.toUpperCase() || undefined,
    ...given(
      "areaCodes",
      text("area_codes")
        ?.toUpperCase()
        .split(/[\s;]+/)
        .filter(Boolean),
    ),
  });
}

function given<Name extends string, Value>(name: Name, value: Value | undefined): { [key in Name]?: Value } {
  return value === undefined ? {} : ({ [name]: value } as { [key in Name]: Value });
}
