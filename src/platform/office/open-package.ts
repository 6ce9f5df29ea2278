import { openZip, passwordProtected, type Zip, type ZipLimits } from "../zip/open-zip.ts";
import { UnreadableFile } from "../unreadable-file.ts";
import { contentTypeOf, readContentTypes } from "./content-types.ts";
import { readRelationships, type Relationship } from "./relationships.ts";

export type OfficeKind = "workbook" | "document" | "slides";

export type OfficePackage = {
  kind: OfficeKind;
  zip: Zip;
  /** The part that names all others: the workbook, the document, the presentation. */
  main: string;
};

const mainTypes: [string, OfficeKind][] = [
  ["spreadsheetml.sheet.main+xml", "workbook"],
  ["spreadsheetml.template.main+xml", "workbook"],
  ["wordprocessingml.document.main+xml", "document"],
  ["wordprocessingml.template.main+xml", "document"],
  ["presentationml.presentation.main+xml", "slides"],
  ["presentationml.slideshow.main+xml", "slides"],
  ["presentationml.template.main+xml", "slides"],
];

/** Opens a file of Excel, Word or PowerPoint and refuses one that could do more than be read. */
export async function openPackage(
  bytes: Uint8Array,
  limits: Partial<ZipLimits> = {},
): Promise<OfficePackage> {
  refuseOtherKinds(bytes);
  const zip = await openZip(bytes, limits);
  refuseOtherPackages(zip);
  const types = await readContentTypes(zip);
  const main = mainPart(await readRelationships(zip, ""));
  const type = contentTypeOf(types, main);
  if (type.includes("sheet.binary")) throw new UnreadableFile(binaryWorkbook);
  if (holdsMacros(zip, [...types.values(), type])) throw new UnreadableFile(macros);
  const kind = mainTypes.find(([ending]) => type.endsWith(ending))?.[1];
  if (!kind || !zip.names.has(main)) throw new UnreadableFile(noOfficeFile);
  await refuseLinks(zip);
  return { kind, zip, main };
}

const noOfficeFile = "The selected file is not a file of Excel, Word or PowerPoint";
const binaryWorkbook =
  "The selected file is a binary workbook (.xlsb): open it in Excel, save it as .xlsx and upload that";
const macros =
  "The selected file holds macros: save it without them, as .xlsx, .docx or .pptx, and upload that";
const oldOffice =
  "The selected file is from an old version of Office: save it as .xlsx, .docx or .pptx and upload that";
const openDocument =
  "The selected file is an OpenDocument file: save it as .xlsx, .docx or .pptx and upload that";

const compoundFile = [0xd0, 0xcf, 0x11, 0xe0];
const encryptedStream = Buffer.from("EncryptedPackage", "utf16le");

function refuseOtherKinds(bytes: Uint8Array): void {
  if (bytes.length === 0) throw new UnreadableFile("The selected file is empty");
  if (compoundFile.every((byte, at) => bytes[at] === byte)) {
    throw new UnreadableFile(Buffer.from(bytes).includes(encryptedStream) ? passwordProtected : oldOffice);
  }
  if (bytes[0] !== 0x50 || bytes[1] !== 0x4b) throw new UnreadableFile(noOfficeFile);
}

function refuseOtherPackages({ names }: Zip): void {
  if (names.has("content.xml") && names.has("META-INF/manifest.xml")) throw new UnreadableFile(openDocument);
  if (!names.has("[Content_Types].xml")) throw new UnreadableFile(noOfficeFile);
}

function mainPart(relationships: readonly Relationship[]): string {
  const found = relationships.find(({ type }) => type.endsWith("/officeDocument"));
  if (!found) throw new UnreadableFile(noOfficeFile);
  return found.target;
}

function holdsMacros({ names }: Zip, types: readonly string[]): boolean {
  return (
    types.some((type) => /macroEnabled|vbaProject|ms-office\.activeX/i.test(type)) ||
    [...names].some((name) => /(?:^|\/)(?:vbaProject|vbaData|macrosheets\/)|\/activeX\//i.test(name))
  );
}

/** A link to a web page is a text that somebody may follow. Any other is fetched by whoever opens the file. */
async function refuseLinks(zip: Zip): Promise<void> {
  if ([...zip.names].some((name) => /(?:^|\/)externalLinks\//i.test(name))) throw new UnreadableFile(linked);
  for (const name of zip.names) {
    const owner = ownerOf(name);
    if (owner === undefined) continue;
    const relationships = await readRelationships(zip, owner);
    if (relationships.some(isFetched)) throw new UnreadableFile(linked);
  }
}

const linked =
  "The selected file is linked to other files: break the links in its own program (Data, Edit links) and upload it again";

function ownerOf(name: string): string | undefined {
  const found = /^(.*?)_rels\/([^/]*)\.rels$/.exec(name);
  return found ? `${found[1]}${found[2]}` : undefined;
}

function isFetched({ type, target, external }: Relationship): boolean {
  if (!external || type.endsWith("/hyperlink")) return false;
  // Word notes where the writer's own template lies; only one from elsewhere is fetched.
  return !type.endsWith("/attachedTemplate") || /^(?:https?|ftp):|^(?:file:)?[\\/]{2}[^/]/i.test(target);
}
