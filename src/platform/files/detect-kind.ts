import { decodeText } from "../decode-text.ts";
import { openPackage, type OfficeKind } from "../office/open-package.ts";
import { UnreadableFile } from "../unreadable-file.ts";
import type { Zip } from "../zip/open-zip.ts";
import { fileKinds, whatIsAccepted, type FileKind } from "./file-kind.ts";

/** What a file is by its content. A GIF is made a PNG, so that nothing on a page moves. */
export type Detected =
  | { kind: Exclude<FileKind, "csv" | "text" | "markdown" | "docx" | "xlsx" | "pptx"> | "gif" }
  | { kind: "docx" | "xlsx" | "pptx"; zip: Zip }
  | { kind: "csv" | "text" | "markdown"; text: string };

export async function detectKind(bytes: Uint8Array, name: string): Promise<Detected> {
  const kind = signatureOf(bytes);
  if (kind === "office") {
    const { kind: office, zip } = await openPackage(bytes, roomy);
    return { kind: officeKinds[office], zip };
  }
  if (kind) return { kind };
  const text = plainText(bytes);
  if (text === undefined) throw new UnreadableFile(refusalFor(bytes));
  return { kind: kindOfText(name), text };
}

/** A blank drawing in a document packs better than any sheet does; all of it together stays within bounds. */
const roomy = { entries: 5_000, ratio: Infinity };

const officeKinds: Record<OfficeKind, "docx" | "xlsx" | "pptx"> = {
  document: "docx",
  workbook: "xlsx",
  slides: "pptx",
};

const signatures: [at: number, sign: string, kind: "pdf" | "png" | "jpeg" | "gif" | "webp" | "office"][] = [
  [0, "%PDF-", "pdf"],
  [0, "\u0089PNG\r\n\u001A\n", "png"],
  [0, "\u00FF\u00D8\u00FF", "jpeg"],
  [0, "GIF87a", "gif"],
  [0, "GIF89a", "gif"],
  [8, "WEBP", "webp"],
  [0, "PK\u0003\u0004", "office"],
  [0, "PK\u0005\u0006", "office"],
  [0, "\u00D0\u00CF\u0011\u00E0", "office"],
];

function signatureOf(bytes: Uint8Array) {
  const start = Buffer.from(bytes.subarray(0, 16)).toString("latin1");
  const found = signatures.find(([at, sign]) => start.startsWith(sign, at))?.[2];
  return found === "webp" && !start.startsWith("RIFF") ? undefined : found;
}

/** Text that a browser could take for a page or a drawing is none that we keep. */
const marked =
  /^\s*(?:<\?xml|<!doctype|<!--|<(?:html|head|body|script|svg|iframe|style|title|table|div|p|a|h1)\b)/i;

function plainText(bytes: Uint8Array): string | undefined {
  if (
    bytes.includes(0) &&
    !/^(?:\u00FF\u00FE|\u00FE\u00FF)/.test(Buffer.from(bytes.subarray(0, 2)).toString("latin1"))
  )
    return undefined;
  try {
    const { text } = decodeText(bytes);
    return marked.test(text) || hasControls(text) ? undefined : text;
  } catch {
    return undefined;
  }
}

/** Programs and other formats begin with bytes that may pass for letters; text has no control characters. */
function hasControls(text: string): boolean {
  return /[\u0001-\u0008\u000E-\u001A\u001C-\u001F]/.test(text);
}

function refusalFor(bytes: Uint8Array): string {
  const start = Buffer.from(bytes.subarray(0, 32)).toString("latin1");
  if (/^....ftyp(?:hei|hev|mif|msf)/s.test(start))
    return "The selected file is a picture in HEIC, which most computers cannot show: save it as JPEG and upload that";
  if (bytes.length > 0 && start.trim() === "" && !Buffer.from(bytes).some((byte) => byte > 0x20))
    return "The selected file is empty";
  return `The selected file must be ${whatIsAccepted}`;
}

/** Only a name can say which of these a text is. */
function kindOfText(name: string): "csv" | "text" | "markdown" {
  const ending = endingOf(name);
  if (fileKinds.csv.endings.includes(ending)) return "csv";
  return fileKinds.markdown.endings.includes(ending) ? "markdown" : "text";
}

export function endingOf(name: string): string {
  return /\.([A-Za-z0-9]{1,10})$/.exec(name.trim())?.[1]?.toLowerCase() ?? "";
}
