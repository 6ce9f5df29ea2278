import { readXml } from "../office/read-xml.ts";
import { UnreadableFile } from "../unreadable-file.ts";
import type { Zip } from "../zip/open-zip.ts";
import { numberFormat, type NumberFormat } from "./number-format.ts";

const mostStyles = 65_536;

/** For each style that a cell can name by its number: what it makes of a number. */
export async function readStyles(zip: Zip, part: string | undefined): Promise<NumberFormat[]> {
  if (!part) return [];
  const codes = new Map<number, string>();
  const formats: number[] = [];
  let inCells = false;
  await readXml(zip, part, {
    open({ name, attributes }) {
      if (name === "numFmt") codes.set(Number(attributes.numFmtId), attributes.formatCode ?? "");
      if (name === "cellXfs") inCells = true;
      if (name !== "xf" || !inCells) return;
      if (formats.push(Number(attributes.numFmtId ?? 0)) > mostStyles) {
        throw new UnreadableFile("The selected file has more styles of cells than Excel allows");
      }
    },
    close(name) {
      if (name === "cellXfs") inCells = false;
    },
  });
  return formats.map((id) => numberFormat(id, codes.get(id)));
}
