import { deflateRawSync } from "node:zlib";
import { expect, test } from "vitest";
import { contentTypes, rawParts, rawWorkbook, relationships } from "#tests/setup/raw-workbook.ts";
import { UnreadableFile } from "../unreadable-file.ts";
import { writeZip } from "../zip/write-zip.ts";
import { readWorkbook } from "./read-workbook.ts";

const sheet = (xml: string) => rawWorkbook({ sheets: [{ name: "One", xml }] });
const withPart = (name: string, content: string | Uint8Array) => rawWorkbook({ parts: { [name]: content } });
const many = (count: number, make: (at: number) => string) =>
  Array.from({ length: count }, (_, at) => make(at)).join("");
const noise = (length: number) => {
  let seed = 1;
  return Uint8Array.from({ length }, () => (seed = (seed * 16_807) % 2_147_483_647) & 0xff);
};

/** Changes bytes of a packed file in place, wherever its directory or a file's own header says something. */
function patched(
  bytes: Uint8Array,
  signature: string,
  change: (view: DataView, at: number) => void,
): Uint8Array {
  const copy = Buffer.from(bytes);
  for (
    let at = copy.indexOf(signature, 0, "latin1");
    at !== -1;
    at = copy.indexOf(signature, at + 1, "latin1")
  ) {
    change(new DataView(copy.buffer, copy.byteOffset), at);
  }
  return copy;
}

const directoryLine = "PK\u0001\u0002";
const ownHeader = "PK\u0003\u0004";

/** Says that everything unpacks to ten bytes. */
function lying(bytes: Uint8Array): Uint8Array {
  const said = patched(bytes, directoryLine, (view, at) => view.setUint32(at + 24, 10, true));
  return patched(said, ownHeader, (view, at) => view.setUint32(at + 22, 10, true));
}

function compound(text: string): Uint8Array {
  return Buffer.concat([
    Buffer.from([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]),
    Buffer.alloc(600),
    Buffer.from(text, "utf16le"),
  ]);
}

const doctype = '<!DOCTYPE x [<!ENTITY a SYSTEM "file:///etc/passwd">]>';
const laughs = `<!DOCTYPE x [<!ENTITY a "ha">${many(9, (at) => `<!ENTITY a${at} "&a;&a;&a;&a;&a;&a;&a;&a;">`)}]>`;
const macroType = "application/vnd.ms-excel.sheet.macroEnabled.main+xml";
const millionRows = many(1_000_000, (at) => `<row r="${at + 1}"><c><v>${at * 7}</v></c></row>`);
const millionStrings = many(1_000_000, (at) => `<si><t>${at * 7_919}</t></si>`);
const zeros = (bytes: number) => new Uint8Array(bytes);

const bombs: [string, () => Uint8Array, string][] = [
  ["nothing", () => new Uint8Array(), "is empty"],
  ["text with the name of a workbook", () => Buffer.from("a,b\n1,2"), "not a file of Excel"],
  ["a page with the name of a workbook", () => Buffer.from("<html><table>"), "not a file of Excel"],
  ["a picture", () => noise(5_000), "not a file of Excel"],
  ["an old workbook", () => compound("Workbook"), "from an old version of Office"],
  ["an encrypted workbook", () => compound("EncryptedPackage"), "password protected"],
  [
    "an encrypted part",
    () => patched(sheet(""), directoryLine, (view, at) => view.setUint16(at + 8, 1, true)),
    "password protected",
  ],
  ["only a beginning", () => sheet("").subarray(0, 300), "damaged"],
  [
    "a broken middle",
    () => patched(sheet("<row/>".repeat(900)), ownHeader, (view, at) => view.setUint8(at + 60, 0xff)),
    "damaged",
  ],
  ["an empty packed file", () => writeZip([]), "not a file of Excel"],
  ["some packed file", () => writeZip([{ name: "a.txt", content: "a" }]), "not a file of Excel"],
  [
    "an OpenDocument file",
    () =>
      writeZip([
        { name: "content.xml", content: "<a/>" },
        { name: "META-INF/manifest.xml", content: "<a/>" },
      ]),
    "OpenDocument",
  ],
  [
    "a Word document",
    () =>
      withPart(
        "[Content_Types].xml",
        contentTypes(1, "application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"),
      ),
    "is a Word document",
  ],
  [
    "slides",
    () =>
      withPart(
        "[Content_Types].xml",
        contentTypes(1, "application/vnd.openxmlformats-officedocument.presentationml.presentation.main+xml"),
      ),
    "is a PowerPoint presentation",
  ],
  [
    "a binary workbook",
    () =>
      withPart(
        "[Content_Types].xml",
        contentTypes(1, "application/vnd.ms-excel.sheet.binary.macroEnabled.main"),
      ),
    "a binary workbook (.xlsb)",
  ],
  ["macros by type", () => withPart("[Content_Types].xml", contentTypes(1, macroType)), "macros"],
  ["macros by part", () => withPart("xl/vbaProject.bin", "x"), "macros"],
  ["macros of the old kind", () => withPart("xl/macrosheets/sheet1.xml", "<a/>"), "macros"],
  ["controls", () => withPart("xl/activeX/activeX1.bin", "x"), "macros"],
  [
    "a link to another workbook",
    () => withPart("xl/externalLinks/externalLink1.xml", "<a/>"),
    "linked to other files",
  ],
  [
    "a picture from elsewhere",
    () =>
      withPart(
        "xl/drawings/_rels/drawing1.xml.rels",
        relationships([["image", "http://192.0.2.1/a.png", true]]),
      ),
    "linked to other files",
  ],
  [
    "a template from elsewhere",
    () =>
      withPart("xl/_rels/x.xml.rels", relationships([["attachedTemplate", "\\\\192.0.2.1\\a.xltx", true]])),
    "linked to other files",
  ],
  [
    "a type declaration in a sheet",
    () => sheet(`${doctype}<worksheet><sheetData/></worksheet>`),
    "declares a document type",
  ],
  [
    "a type declaration in the list of types",
    () => withPart("[Content_Types].xml", `${doctype}<Types/>`),
    "declares a document type",
  ],
  [
    "a type declaration in the texts",
    () => withPart("xl/sharedStrings.xml", `${doctype}<sst><si><t>&a;</t></si></sst>`),
    "declares a document type",
  ],
  [
    "a billion laughs",
    () =>
      sheet(`${laughs}<worksheet><sheetData><row><c t="str"><v>&a8;</v></c></row></sheetData></worksheet>`),
    "declares a document type",
  ],
  [
    "a type declaration in UTF-16",
    () => withPart("xl/styles.xml", Buffer.from(`\uFEFF${doctype}<a/>`, "utf16le")),
    "declares a document type",
  ],
  ["an entity out of nowhere", () => sheet('<row><c t="str"><v>&xxe;</v></c></row>'), "damaged"],
  ["no end to a mark", () => sheet("<row"), "damaged"],
  ["marks a thousand deep", () => sheet("<a>".repeat(1_000) + "</a>".repeat(1_000)), "damaged"],
  [
    "1 GB of nothing in a part",
    () => writeZip([...rawParts(), { name: "xl/media/image1.png", content: zeros(80_000_000) }]),
    "too large",
  ],
  [
    "nothing a hundred times over",
    () =>
      writeZip([
        ...rawParts(),
        ...Array.from({ length: 100 }, (_, at) => ({ name: `xl/media/${at}.png`, content: zeros(900_000) })),
      ]),
    "too large",
  ],
  [
    "a sheet of one letter",
    () => sheet(`<row><c t="str"><v>${"a".repeat(40_000_000)}</v></c></row>`),
    "too large",
  ],
  [
    "a packed file in it",
    () => withPart("xl/embeddings/more.zip", writeZip([{ name: "a", content: zeros(1_000) }])),
    "another packed file",
  ],
  ["a packed file in a packed file in it", () => withPart("more.7z", noise(1_000)), "another packed file"],
  ["a size that is a lie", () => lying(sheet("<row/>".repeat(5_000))), "says a wrong size"],
  [
    "a size that is a lie, of much",
    () => lying(writeZip([...rawParts({ strings: millionStrings })])),
    "says a wrong size",
  ],
  ["a million rows", () => sheet(millionRows), "more than 50,000 rows"],
  ["a million rows of nothing", () => lying(sheet("<row/>".repeat(1_000_000))), "says a wrong size"],
  ["a million texts", () => rawWorkbook({ strings: millionStrings }), "more than 200,000 different texts"],
  [
    "a million texts, announced",
    () => withPart("xl/sharedStrings.xml", '<sst uniqueCount="1000000"><si><t>a</t></si></sst>'),
    "more than 200,000 different texts",
  ],
  [
    "32,768 columns",
    () => sheet(`<row>${many(32_768, (at) => `<c><v>${at}</v></c>`)}</row>`),
    "more than 1,000 columns",
  ],
  [
    "a column after the last",
    () => sheet('<row r="1"><c r="XFE1"><v>1</v></c></row>'),
    "more than 16,384 columns",
  ],
  [
    "a column with a name without an end",
    () => sheet('<row r="1"><c r="ZZZZZZZ1"><v>1</v></c></row>'),
    "more than 16,384 columns",
  ],
  ["a row after the last", () => sheet('<row r="1048577"><c><v>1</v></c></row>'), "damaged"],
  ["rows that go back", () => sheet('<row r="2"/><row r="1"/>'), "damaged"],
  ["cells that go back", () => sheet('<row r="1"><c r="B1"/><c r="A1"/></row>'), "damaged"],
  [
    "far corners of 600 rows",
    () => sheet(many(600, (at) => `<row r="${at + 1}"><c r="ALL${at + 1}"><v>${at}</v></c></row>`)),
    "over 500,000 cells",
  ],
  [
    "a cell of 100,000 letters",
    () => sheet(`<row><c t="str"><v>${Buffer.from(noise(75_000)).toString("base64")}</v></c></row>`),
    "more than 32,767 characters in cell A1",
  ],
  ["a text that does not exist", () => sheet('<row><c t="s"><v>7</v></c></row>'), "is damaged at cell A1"],
  ["a number that is none", () => sheet("<row><c><v>Infinity</v></c></row>"), "is damaged at cell A1"],
  ["a date that is none", () => sheet('<row><c t="d"><v>2026-02-30</v></c></row>'), "is damaged at cell A1"],
  [
    "101 sheets",
    () => rawWorkbook({ sheets: Array.from({ length: 101 }, (_, at) => ({ name: `S${at}`, xml: "" })) }),
    "more than 100 sheets",
  ],
  [
    "2,001 parts",
    () =>
      writeZip([
        ...rawParts(),
        ...Array.from({ length: 2_001 }, (_, at) => ({ name: `x${at}`, content: "" })),
      ]),
    "too large",
  ],
  [
    "a sheet that is not there",
    () => withPart("xl/_rels/workbook.xml.rels", relationships([["worksheet", "../../../etc/passwd"]])),
    "damaged",
  ],
  ["a name that leads out", () => withPart("../../../etc/cron.d/x", "x"), "damaged"],
  ["a name from the root", () => withPart("/etc/passwd", "x"), "damaged"],
  ["a name with a drive", () => withPart("C:/windows/x", "x"), "damaged"],
  ["a name twice", () => writeZip([...rawParts(), ...rawParts()]), "damaged"],
  [
    "a link in the file system",
    () =>
      patched(sheet(""), directoryLine, (view, at) => view.setUint32(at + 38, (0o120777 << 16) >>> 0, true)),
    "a link that leads out",
  ],
  [
    "more styles than there can be",
    () =>
      rawWorkbook({ styles: `<a><cellXfs>${many(70_000, (at) => `<xf numFmtId="${at}"/>`)}</cellXfs></a>` }),
    "more styles of cells",
  ],
  [
    "three million marks",
    () => sheet(`<worksheet><a>${many(3_000_000, (at) => `<a b="${(at * 7_919) % 997}"/>`)}</a></worksheet>`),
    "too large when it is unpacked",
  ],
  ["two names for the same bytes", () => overlapping(), "damaged"],
];

/** All names of the directory lead to the first of the packed parts. */
function overlapping(): Uint8Array {
  return patched(
    writeZip(rawParts({ strings: millionStrings.slice(0, 700_000) + "</t></si>" })),
    directoryLine,
    (view, at) => view.setUint32(at + 42, 0, true),
  );
}

test.each(bombs)("%s is refused in a sentence, at once", async (_, make, sentence) => {
  const bytes = make();
  const before = process.memoryUsage().rss;
  const began = process.cpuUsage();
  const refusal: unknown = await readWorkbook(bytes).catch((error: unknown) => error);
  expect(refusal).toBeInstanceOf(UnreadableFile);
  expect((refusal as Error).message).toContain(sentence);
  expect((refusal as Error).message).not.toMatch(/\.$|undefined|Error/);
  // Of the processor, so that it does not matter what else the machine does.
  const { user, system } = process.cpuUsage(began);
  expect((user + system) / 1_000).toBeLessThan(1_000);
  expect(process.memoryUsage().rss - before).toBeLessThan(100 * 1024 * 1024);
});

test("the packer of these bombs is honest: what it packs, zlib packs", () => {
  expect(writeZip([{ name: "a", content: "b" }])).toHaveLength(
    30 + 1 + deflateRawSync("b").length + 46 + 1 + 22,
  );
});
