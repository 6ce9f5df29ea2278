/** What may be kept. Neither SVG nor HTML is among them: both can run on whoever's page they are opened from. */
export type FileKind =
  | "pdf"
  | "png"
  | "jpeg"
  | "webp"
  | "docx"
  | "xlsx"
  | "pptx"
  | "csv"
  | "text"
  | "markdown";

type Facts = {
  /** After "a" or "an", in a sentence. */
  words: string;
  contentType: string;
  /** The first is given to a file that goes out. */
  endings: readonly [string, ...string[]];
};

const office = "application/vnd.openxmlformats-officedocument";

export const fileKinds: Readonly<Record<FileKind, Facts>> = {
  pdf: { words: "a PDF", contentType: "application/pdf", endings: ["pdf"] },
  png: { words: "a PNG picture", contentType: "image/png", endings: ["png"] },
  jpeg: { words: "a JPEG picture", contentType: "image/jpeg", endings: ["jpg", "jpeg", "jpe", "jfif"] },
  webp: { words: "a WebP picture", contentType: "image/webp", endings: ["webp"] },
  docx: {
    words: "a Word document",
    contentType: `${office}.wordprocessingml.document`,
    endings: ["docx", "dotx"],
  },
  xlsx: {
    words: "an Excel workbook",
    contentType: `${office}.spreadsheetml.sheet`,
    endings: ["xlsx", "xltx"],
  },
  pptx: {
    words: "a PowerPoint presentation",
    contentType: `${office}.presentationml.presentation`,
    endings: ["pptx", "ppsx", "potx"],
  },
  csv: { words: "a CSV file", contentType: "text/csv; charset=utf-8", endings: ["csv", "tsv"] },
  text: { words: "a text file", contentType: "text/plain; charset=utf-8", endings: ["txt", "text", "log"] },
  // To a browser it is plain text: whatever a browser would make of its marks is none of ours.
  markdown: {
    words: "a Markdown file",
    contentType: "text/plain; charset=utf-8",
    endings: ["md", "markdown"],
  },
};

/** For the attribute `accept` of a field that takes any of them. */
export const acceptedFiles: string = [
  ...Object.values(fileKinds).flatMap(({ endings }) => endings.map((ending) => `.${ending}`)),
  ".gif",
].join(",");

export const whatIsAccepted =
  "a PDF, a picture (PNG, JPEG, GIF or WebP), a Word, Excel or PowerPoint file, CSV, plain text or Markdown";
