import { SaxesParser } from "saxes";
import type { Zip } from "../zip/open-zip.ts";
import { UnreadableFile } from "../unreadable-file.ts";

export type XmlTag = { name: string; attributes: Record<string, string> };

export type XmlEvents = {
  open?(tag: XmlTag): void;
  text?(text: string): void;
  close?(name: string): void;
};

/** No document that people make is nested so deeply, or has so long a text between two marks. */
const mostDepth = 200;
const mostBetweenMarks = 1_000_000;
/** Half a million cells take a million or so; more would keep a person waiting for nothing. */
const mostMarks = 2_000_000;

/**
 * Reads one part of a package as it is unpacked, so that it is never all in memory. Names come without their
 * prefix. Entities cannot be declared, and a part that tries is refused.
 */
export async function readXml(zip: Zip, name: string, events: XmlEvents): Promise<void> {
  const { parser, sinceMark } = guardedParser(events);
  let decoder: TextDecoder | undefined;
  await zip.unpack(name, (piece) => {
    decoder ??= new TextDecoder(encodingOf(piece), { fatal: true });
    asDamaged(() => parser.write(decoder!.decode(piece, { stream: true })));
    if (sinceMark() > mostBetweenMarks) throw new UnreadableFile(tooLongText);
  });
  asDamaged(() => parser.close());
}

const tooLongText = "The selected file has a cell or a text in it that is too long";

function encodingOf([first, second]: Uint8Array): string {
  if (first === 0xff && second === 0xfe) return "utf-16le";
  return first === 0xfe && second === 0xff ? "utf-16be" : "utf-8";
}

function guardedParser(events: XmlEvents): { parser: SaxesParser; sinceMark(): number } {
  const parser = new SaxesParser();
  let mark = 0;
  let marks = 0;
  let depth = 0;
  parser.on("error", (error) => {
    throw error;
  });
  parser.on("doctype", () => {
    throw new UnreadableFile(
      "The selected file declares a document type, which no Office file needs: save it again in its own program and upload that",
    );
  });
  parser.on("opentag", (tag) => {
    mark = parser.position;
    depth += 1;
    marks += 1;
    if (marks > mostMarks) throw new UnreadableFile("The selected file is too large when it is unpacked");
    if (depth > mostDepth) throw new SyntaxError("too deep");
    events.open?.({ name: local(tag.name), attributes: tag.attributes });
  });
  parser.on("closetag", (tag) => {
    mark = parser.position;
    depth -= 1;
    events.close?.(local(tag.name));
  });
  parser.on("text", (text) => events.text?.(text));
  parser.on("cdata", (text) => events.text?.(text));
  return { parser, sinceMark: () => parser.position - mark };
}

function local(name: string): string {
  return name.slice(name.indexOf(":") + 1);
}

function asDamaged(work: () => void): void {
  try {
    work();
  } catch (error) {
    if (error instanceof UnreadableFile) throw error;
    throw new UnreadableFile(
      "The selected file is damaged: open it in its own program, save it again and upload that",
    );
  }
}
