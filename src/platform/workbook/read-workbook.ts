import { openPackage } from "../office/open-package.ts";
import { readRelationships, type Relationship } from "../office/relationships.ts";
import { readXml } from "../office/read-xml.ts";
import { UnreadableFile } from "../unreadable-file.ts";
import type { Zip } from "../zip/open-zip.ts";
import type { Surroundings } from "./cell-value.ts";
import type { Sheet } from "./cell.ts";
import { inFull, usualWorkbookLimits, type WorkbookLimits } from "./limits.ts";
import { readSharedStrings } from "./read-shared-strings.ts";
import { readSheet, type SheetSource } from "./read-sheet.ts";
import { readStyles } from "./read-styles.ts";

export type ReadWorkbook = { sheets: Sheet[] };

/** The sheets of an Excel workbook. What is no workbook, or more than one should be, is refused in a sentence. */
export async function readWorkbook(
  bytes: Uint8Array,
  given: Partial<WorkbookLimits> = {},
): Promise<ReadWorkbook> {
  const limits = { ...usualWorkbookLimits, ...given };
  const { kind, zip, main } = await openPackage(bytes, limits);
  if (kind !== "workbook") throw new UnreadableFile(otherKind[kind]);
  const parts = await readRelationships(zip, main);
  const { listed, from1904 } = await readList(zip, main);
  const sources = sheetSources(listed, parts);
  if (sources.length > limits.sheets)
    throw new UnreadableFile(`The selected file has more than ${inFull(limits.sheets)} sheets`);
  const around = {
    ...(await readSurroundings(zip, parts, limits)),
    from1904,
    limits,
    budget: budgetOf(limits),
  };
  const sheets: Sheet[] = [];
  for (const source of sources) sheets.push(await readSheet(zip, source, around));
  return { sheets };
}

const otherKind = {
  document: "The selected file is a Word document, not a workbook",
  slides: "The selected file is a PowerPoint presentation, not a workbook",
};

function budgetOf({ cells, characters }: WorkbookLimits): { cells: number; characters: number } {
  return { cells, characters };
}

type Listed = { name: string; hidden: boolean; id: string };

async function readList(zip: Zip, main: string): Promise<{ listed: Listed[]; from1904: boolean }> {
  const listed: Listed[] = [];
  let from1904 = false;
  await readXml(zip, main, {
    open({ name, attributes }) {
      if (name === "workbookPr") from1904 = ["1", "true"].includes(attributes.date1904 ?? "");
      if (name === "sheet" && attributes.name !== undefined) listed.push(listedSheet(attributes));
    },
  });
  return { listed, from1904 };
}

function listedSheet(attributes: Record<string, string>): Listed {
  const id = Object.entries(attributes).find(([key]) => key.endsWith(":id"))?.[1] ?? "";
  return { name: attributes.name!.slice(0, 200), hidden: /hidden/i.test(attributes.state ?? ""), id };
}

/** In the order of the tabs. A tab that holds only a chart has no cells and is left out. */
function sheetSources(listed: readonly Listed[], parts: readonly Relationship[]): SheetSource[] {
  return listed.flatMap(({ name, hidden, id }) => {
    const part = parts.find((relationship) => relationship.id === id);
    return part?.type.endsWith("/worksheet") ? [{ name, hidden, part: part.target }] : [];
  });
}

async function readSurroundings(
  zip: Zip,
  parts: readonly Relationship[],
  limits: WorkbookLimits,
): Promise<Omit<Surroundings, "from1904">> {
  const part = (ending: string) => parts.find(({ type }) => type.endsWith(ending))?.target;
  return {
    formats: await readStyles(zip, part("/styles")),
    strings: await readSharedStrings(zip, part("/sharedStrings"), limits),
  };
}
