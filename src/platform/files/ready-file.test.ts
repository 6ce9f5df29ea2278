import { gzipSync } from "node:zlib";
import sharp from "sharp";
import { beforeAll, describe, expect, test } from "vitest";
import { rawWorkbook } from "#tests/setup/raw-workbook.ts";
import { UnreadableFile } from "../unreadable-file.ts";
import { writeSlides } from "../slides/write-slides.ts";
import { openPackage } from "../office/open-package.ts";
import { writeZip } from "../zip/write-zip.ts";
import { readyFile } from "./ready-file.ts";

const text = (content: string) => new TextEncoder().encode(content);
const pdf = text("%PDF-1.7\n1 0 obj\n<<>>\nendobj\ntrailer\n<<>>\n%%EOF");
const virus = ["X5O!P%@AP[4\\PZX54(P^)7CC)7}", "$EICAR-STANDARD-", "ANTIVIRUS-TEST-FILE!", "$H+H*"].join("");

type Picture = "png" | "jpeg" | "webp" | "gif";
const pictures = {} as Record<Picture, Uint8Array>;

beforeAll(async () => {
  const drawn = sharp({ create: { width: 40, height: 20, channels: 3, background: "#005eb8" } });
  for (const kind of ["png", "jpeg", "webp", "gif"] as const) {
    pictures[kind] = new Uint8Array(
      await drawn
        .clone()
        .withExif({ IFD0: { Copyright: "SECRET-PLACE", ImageDescription: "<script>" } })
        .withMetadata({ orientation: 6 })
        .toFormat(kind)
        .toBuffer(),
    );
  }
});

test.each<[string, () => Uint8Array, string, string]>([
  ["a PDF", () => pdf, "report.pdf", "pdf"],
  ["a PDF without an ending", () => pdf, "report", "pdf"],
  ["a picture", () => pictures.png, "chart.PNG", "png"],
  ["a picture with a name of another kind of thing", () => pictures.jpeg, "photo.2026", "jpeg"],
  ["a workbook", () => rawWorkbook(), "data.xlsx", "xlsx"],
  ["CSV", () => text("a,b\n1,2"), "data.csv", "csv"],
  ["Markdown", () => text("# A heading\n\nSome *text*"), "notes.md", "markdown"],
  ["text", () => text("Some text\twith a tab\n"), "notes.txt", "text"],
  ["text that somebody calls CSV", () => text("only words"), "words.csv", "csv"],
  ["text with a name that says nothing", () => text("words"), "README", "text"],
])("%s is what it is by its content", async (_, bytes, name, kind) => {
  const ready = await readyFile(bytes(), name);
  expect(ready).toMatchObject({ kind, name });
  expect(ready.sha256).toHaveLength(32);
});

test("a presentation is one", async () => {
  const bytes = await writeSlides({ title: "A", at: new Date(), slides: [{ title: "A", shapes: [] }] });
  expect(await readyFile(bytes, "a.pptx")).toMatchObject({ kind: "pptx", bytes });
  expect((await openPackage(bytes)).kind).toBe("slides");
});

describe("a picture is drawn anew", () => {
  test.each(["png", "jpeg", "webp"] as const)(
    "%s: nothing is left of what was hidden in it",
    async (kind) => {
      expect(Buffer.from(pictures[kind]).includes("SECRET-PLACE")).toBe(true);
      const ready = await readyFile(pictures[kind], `photo.${kind}`);
      expect(Buffer.from(ready.bytes).includes("SECRET-PLACE")).toBe(false);
      expect(await sharp(ready.bytes).metadata()).toMatchObject({ format: kind, width: 20, height: 40 });
      expect(ready).toMatchObject({ width: 20, height: 40 });
    },
  );

  test("a GIF becomes a PNG, so that nothing moves", async () => {
    expect(await readyFile(pictures.gif, "party.gif")).toMatchObject({ kind: "png", name: "party.gif" });
  });

  test("what was appended to it is gone", async () => {
    const both = Buffer.concat([pictures.png, rawWorkbook(), text("<script>alert(1)</script>")]);
    const ready = await readyFile(both, "both.png");
    expect(Buffer.from(ready.bytes).includes("<script>")).toBe(false);
    expect(Buffer.from(ready.bytes).includes("PK\u0003\u0004")).toBe(false);
  });

  test("a large one is made smaller", async () => {
    const wide = await sharp({ create: { width: 9_000, height: 300, channels: 3, background: "#fff" } })
      .png()
      .toBuffer();
    expect(await readyFile(wide, "wide.png")).toMatchObject({ width: 4_000, height: 133 });
  });
});

/** A PNG that says it is as wide as this, and holds next to nothing. */
function boasting(width: number, height: number): Uint8Array {
  const copy = Buffer.from(pictures.png);
  copy.writeUInt32BE(width, 16);
  copy.writeUInt32BE(height, 20);
  return copy;
}

const wrongKind = "The selected file must be a PDF, a picture";

test.each<[string, () => Uint8Array, string, string]>([
  ["nothing", () => new Uint8Array(), "a.pdf", "The selected file is empty"],
  ["spaces", () => text(" \n "), "a.txt", "The selected file is empty"],
  ["more than 10 MB", () => new Uint8Array(10 * 1024 * 1024 + 1), "a.pdf", "must be smaller than 10MB"],
  ["a picture called a PDF", () => pictures.png, "report.pdf", "is called report.pdf and is a PNG picture"],
  ["a PDF called a picture", () => pdf, "a.png", "is called a.png and is a PDF"],
  ["a GIF called a JPEG", () => pictures.gif, "a.jpg", "is called a.jpg and is a GIF picture"],
  [
    "a workbook called a document",
    () => rawWorkbook(),
    "a.docx",
    "is called a.docx and is an Excel workbook",
  ],
  ["text called a workbook", () => text("a,b"), "a.xlsx", "is called a.xlsx and is a text file"],
  ["a picture called CSV", () => pictures.webp, "a.csv", "is called a.csv and is a WebP picture"],
  ["a page", () => text("<!DOCTYPE html><script>alert(1)</script>"), "a.html", wrongKind],
  ["a page called text", () => text("\n <html><body>"), "a.txt", wrongKind],
  [
    "a drawing",
    () => text('<svg xmlns="http://www.w3.org/2000/svg" onload="alert(1)"/>'),
    "a.svg",
    wrongKind,
  ],
  ["a drawing called a picture", () => text('<?xml version="1.0"?><svg/>'), "a.png", wrongKind],
  ["a drawing behind a remark", () => text("<!-- hello --><svg onload=alert(1)>"), "a.txt", wrongKind],
  ["a page in UTF-16", () => new Uint8Array(Buffer.from("\uFEFF<html>", "utf16le")), "a.txt", wrongKind],
  ["a program", () => text("MZ\u0090\u0000\u0003"), "a.txt", wrongKind],
  ["a program of Linux", () => text("\u007FELF\u0002\u0001\u0001"), "a", wrongKind],
  ["a packed file", () => new Uint8Array(gzipSync("hello")), "a.gz", wrongKind],
  [
    "a packed file that is no Office file",
    () => writeZip([{ name: "a.txt", content: "a" }]),
    "a.docx",
    "not a file of Excel",
  ],
  [
    "a picture of a telephone",
    () => text("\u0000\u0000\u0000\u0018ftypheic"),
    "a.heic",
    "is a picture in HEIC",
  ],
  ["the beginning of a picture", () => pictures.png.subarray(0, 60), "a.png", "picture is damaged"],
  [
    "a script that begins like a picture",
    () => text("GIF89a/*........*/=0;alert(1)"),
    "a.gif",
    "picture is damaged",
  ],
  [
    "a page that begins like a picture",
    () => Buffer.concat([Buffer.from([0xff, 0xd8, 0xff]), text("<script>")]),
    "a.jpg",
    "picture is damaged",
  ],
  ["a picture of a billion pixels", () => boasting(40_000, 40_000), "a.png", "more than 60 million pixels"],
  ["a picture without height", () => boasting(40, 0), "a.png", "picture is damaged"],
  [
    "a document with macros",
    () => rawWorkbook({ parts: { "word/vbaProject.bin": "x" } }),
    "a.docx",
    "holds macros",
  ],
  [
    "an old document",
    () => new Uint8Array([0xd0, 0xcf, 0x11, 0xe0, ...Array<number>(600).fill(0)]),
    "a.doc",
    "old version of Office",
  ],
  ["a test virus", () => text(virus), "a.txt", "contains a virus"],
  ["one in a PDF", () => Buffer.concat([pdf, text(virus)]), "a.pdf", "contains a virus"],
  [
    "one in a workbook",
    () => rawWorkbook({ parts: { "xl/media/a.bin": virus } }),
    "a.xlsx",
    "contains a virus",
  ],
  ["one in a picture", () => Buffer.concat([pictures.jpeg, text(virus)]), "a.jpg", "contains a virus"],
  [
    "one in UTF-16",
    () => new Uint8Array(Buffer.from(`\uFEFF${virus}`, "utf16le")),
    "a.txt",
    "contains a virus",
  ],
  [
    "one in base64",
    () => text(`data: ${Buffer.from(`x${virus}`).toString("base64")}`),
    "a.txt",
    "contains a virus",
  ],
])("%s is refused in a sentence", async (_, bytes, name, sentence) => {
  const refusal: unknown = await readyFile(bytes(), name).catch((error: unknown) => error);
  expect(refusal).toBeInstanceOf(UnreadableFile);
  expect((refusal as Error).message).toContain(sentence);
});

test("another scanner is asked as well, and nothing goes through when it fails", async () => {
  const seen: number[] = [];
  const watching = (bytes: Uint8Array) => seen.push(bytes.length) === 0;
  await readyFile(rawWorkbook(), "a.xlsx", [watching]);
  expect(seen.length).toBeGreaterThan(5);
  await expect(readyFile(pdf, "a.pdf", [() => true])).rejects.toThrow("contains a virus");
  const broken = () => Promise.reject(new Error("connection refused"));
  await expect(readyFile(pdf, "a.pdf", [broken])).rejects.toThrow("could not be scanned. Try again later");
});

test.each([
  ["../../etc/passwd", "passwd"],
  ["C:\\Users\\me\\plan.pdf", "plan.pdf"],
  ["a\r\nX-Y: z.pdf", "aX-Y: z.pdf"],
  ["\u202Efdp.exe", "fdp.exe"],
  ["   ", "File"],
  [`${"n".repeat(5_000)}.pdf`, `${"n".repeat(196)}.pdf`],
])("%j is shown as %j", async (name, shown) => {
  expect((await readyFile(pdf, name)).name).toBe(shown);
});

test("text is kept in UTF-8, whatever it came in", async () => {
  const ready = await readyFile(new Uint8Array([0x63, 0x61, 0x66, 0xe9]), "a.txt");
  expect(new TextDecoder().decode(ready.bytes)).toBe("café");
});
