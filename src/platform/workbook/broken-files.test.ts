import fc from "fast-check";
import { expect, test } from "vitest";
import { rawParts } from "#tests/setup/raw-workbook.ts";
import { readCsv } from "../csv.ts";
import { UnreadableFile } from "../unreadable-file.ts";
import { writeZip, type ZipEntry } from "../zip/write-zip.ts";
import { readSpreadsheet } from "./read-spreadsheet.ts";
import { writeWorkbook } from "./write-workbook.ts";

/** A sheet, or a refusal in a sentence: never an error of the program, never a wait. */
async function readsOrRefuses(bytes: Uint8Array): Promise<"read" | "refused"> {
  try {
    await readSpreadsheet(bytes);
    return "read";
  } catch (error) {
    if (error instanceof UnreadableFile && error.message.startsWith("The s")) return "refused";
    if (error instanceof UnreadableFile && error.message.startsWith("Line ")) return "refused";
    throw error;
  }
}

const fixed = { seed: 20_260_401 };
const rows =
  '<row r="1"><c r="A1" t="s"><v>0</v></c><c r="B1" s="1"><f>1+1</f><v>46113</v></c></row><row r="2"><c r="A2" t="inlineStr"><is><t>x</t></is></c></row>';
const parts = rawParts({
  sheets: [{ name: "One", xml: rows }],
  strings: "<si><t>Falls</t></si>",
  styles: '<styleSheet><cellXfs><xf numFmtId="0"/><xf numFmtId="14"/></cellXfs></styleSheet>',
});

/** Replaces a piece of one part by something that often stands in such parts, or by nothing. */
function edited(
  entries: readonly ZipEntry[],
  [part, at, length, by]: [number, number, number, string],
): Uint8Array {
  return writeZip(
    entries.map((entry, index) => {
      if (index !== part % entries.length) return entry;
      const text = String(entry.content);
      const from = at % (text.length + 1);
      return { name: entry.name, content: text.slice(0, from) + by + text.slice(from + length) };
    }),
  );
}

const pieces = fc.constantFrom(
  "",
  "<",
  ">",
  '"',
  "&",
  "]]>",
  "<row>",
  "</c>",
  "<v>1e999</v>",
  "<c/>",
  "r:id=",
  "9999999999",
  "-1",
  "\u0000",
  "<![CDATA[",
  "<?x?>",
  "xmlns:x=",
  "é",
);
const edit = fc.tuple(fc.nat(), fc.nat(), fc.nat(12), pieces);

test("a workbook with any part edited by hand", async () => {
  const seen = new Set<string>();
  await fc.assert(
    fc.asyncProperty(edit, async (change) => void seen.add(await readsOrRefuses(edited(parts, change)))),
    { ...fixed, numRuns: 600 },
  );
  expect(seen).toEqual(new Set(["read", "refused"]));
});

test("a workbook with any bytes changed", async () => {
  const whole = await writeWorkbook({
    title: "A",
    cover: ["B"],
    notes: ["C"],
    at: new Date("2026-04-01"),
    tables: [{ sheet: "T", title: "T", name: "t", columns: [{ heading: "H", kind: "text" }], rows: [["v"]] }],
  });
  const seen = new Set<string>();
  await fc.assert(
    fc.asyncProperty(
      fc.array(fc.tuple(fc.nat(), fc.nat(255)), { minLength: 1, maxLength: 6 }),
      async (changes) => {
        const bytes = whole.slice();
        for (const [at, to] of changes) bytes[at % bytes.length] = to;
        seen.add(await readsOrRefuses(bytes));
      },
    ),
    { ...fixed, numRuns: 300 },
  );
  expect(seen).toEqual(new Set(["read", "refused"]));
});

test("a workbook that was cut off anywhere", async () => {
  const whole = writeZip(parts);
  for (let length = 4; length < whole.length; length += 7) {
    expect(await readsOrRefuses(whole.subarray(0, length)), `${length} bytes`).toBe("refused");
  }
});

test("any bytes at all", async () => {
  await fc.assert(
    fc.asyncProperty(fc.uint8Array({ minLength: 0, maxLength: 400 }), async (bytes) => {
      expect(["read", "refused"]).toContain(await readsOrRefuses(bytes));
    }),
    { ...fixed, numRuns: 500 },
  );
});

test("any text, as CSV: every record has its line, in order", () => {
  const letters = fc.constantFrom(",", ";", "\t", '"', "\n", "\r", "a", " ", "=", "é", "\uFEFF");
  const text = fc.array(letters, { minLength: 1, maxLength: 60 }).map((parts) => parts.join(""));
  fc.assert(
    fc.property(text, (written) => {
      try {
        const { records } = readCsv(new TextEncoder().encode(written));
        const lines = records.map((record) => record.line);
        expect(lines).toEqual(lines.toSorted((a, b) => a - b));
      } catch (error) {
        expect(error).toBeInstanceOf(UnreadableFile);
      }
    }),
    { ...fixed, numRuns: 3_000 },
  );
});
