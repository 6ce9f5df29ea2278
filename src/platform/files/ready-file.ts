import { createHash } from "node:crypto";
import { UnreadableFile } from "../unreadable-file.ts";
import { cleanPicture } from "./clean-picture.ts";
import { detectKind, endingOf, type Detected } from "./detect-kind.ts";
import { fileKinds, type FileKind } from "./file-kind.ts";
import { scanForViruses, type Scanner } from "./scan-for-viruses.ts";

export const mostFileBytes = 10 * 1024 * 1024;

/** A file that may be kept: what it is was found out, and what it should not hold is gone. */
export type ReadyFile = {
  name: string;
  kind: FileKind;
  bytes: Uint8Array;
  sha256: Buffer;
  width: number | null;
  height: number | null;
};

/**
 * Looks at what somebody uploaded and makes it ready to be kept, or refuses it in a sentence. Ask this before the
 * transaction: a large picture takes a second.
 */
export async function readyFile(
  bytes: Uint8Array,
  name: string,
  scanners: readonly Scanner[] = [],
): Promise<ReadyFile> {
  if (bytes.length === 0) throw new UnreadableFile("The selected file is empty");
  if (bytes.length > mostFileBytes) throw new UnreadableFile("The selected file must be smaller than 10MB");
  const shown = shownName(name);
  await scanForViruses(bytes, undefined, scanners);
  const detected = await detectKind(bytes, shown);
  if ("zip" in detected) await scanForViruses(new Uint8Array(), detected.zip, scanners);
  refuseLyingName(shown, detected);
  const ready = await cleaned(bytes, detected);
  if (ready.bytes.length > mostFileBytes)
    throw new UnreadableFile("The selected file must be smaller than 10MB");
  return { name: shown, sha256: createHash("sha256").update(ready.bytes).digest(), ...ready };
}

const bareKinds: ReadonlySet<string> = new Set(["csv", "text", "markdown"]);

/** Endings that say nothing of our kinds are left alone: the content has been judged. */
function refuseLyingName(name: string, { kind }: Detected): void {
  const ending = endingOf(name);
  const claimed = (Object.keys(fileKinds) as FileKind[]).find((one) =>
    fileKinds[one].endings.includes(ending),
  );
  const says = ending === "gif" ? "gif" : claimed;
  if (!says || says === kind || (bareKinds.has(says) && bareKinds.has(kind))) return;
  throw new UnreadableFile(
    `The selected file is called ${name.slice(-60)} and is ${wordsFor(kind)}: give it its right name and upload it again`,
  );
}

function wordsFor(kind: Detected["kind"]): string {
  return kind === "gif" ? "a GIF picture" : fileKinds[kind].words;
}

async function cleaned(
  bytes: Uint8Array,
  detected: Detected,
): Promise<Pick<ReadyFile, "kind" | "bytes" | "width" | "height">> {
  const flat = { width: null, height: null };
  switch (detected.kind) {
    case "png":
    case "jpeg":
    case "webp":
    case "gif":
      return cleanPicture(bytes, detected.kind);
    case "csv":
    case "text":
    case "markdown":
      return { kind: detected.kind, bytes: new TextEncoder().encode(detected.text), ...flat };
    case "pdf":
    case "docx":
    case "xlsx":
    case "pptx":
      return { kind: detected.kind, bytes, ...flat };
  }
}

/** The last part of a path, without what no name should have in it. */
function shownName(name: string): string {
  const last = name.toWellFormed().split(/[/\\]/).at(-1)!;
  const plain = last
    .replaceAll(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]/gu, "")
    .replaceAll(/\s+/g, " ")
    .trim();
  return shortened(plain) || "File";
}

const longestName = 200;

function shortened(name: string): string {
  if (name.length <= longestName) return name;
  const ending = endingOf(name);
  return ending
    ? `${name.slice(0, longestName - ending.length - 1)}.${ending}`.toWellFormed()
    : name.slice(0, longestName).toWellFormed();
}
