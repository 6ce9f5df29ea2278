import { readXml } from "../office/read-xml.ts";
import { UnreadableFile } from "../unreadable-file.ts";
import type { Zip } from "../zip/open-zip.ts";
import { inFull, type WorkbookLimits } from "./limits.ts";
import { spelledOut } from "./spelled-out.ts";

/** The texts that cells refer to by number. How Japanese is read aloud stands beside a text and is left out. */
export async function readSharedStrings(
  zip: Zip,
  part: string | undefined,
  limits: WorkbookLimits,
): Promise<string[]> {
  const strings: string[] = [];
  if (!part) return strings;
  let text = "";
  let within = "";
  let aside = false;
  let characters = 0;
  await readXml(zip, part, {
    open({ name, attributes }) {
      within = name;
      if (name === "si") text = "";
      if (name === "rPh") aside = true;
      if (name === "sst" && Number(attributes.uniqueCount) > limits.sharedStrings) tooMany(limits);
    },
    text(piece) {
      if (within === "t" && !aside) text += piece;
    },
    close(name) {
      within = "";
      if (name === "rPh") aside = false;
      if (name !== "si") return;
      characters += text.length;
      if (strings.push(spelledOut(text)) > limits.sharedStrings) tooMany(limits);
      if (characters > limits.characters) throw new UnreadableFile("The selected file holds too much text");
    },
  });
  return strings;
}

function tooMany(limits: WorkbookLimits): never {
  throw new UnreadableFile(
    `The selected file holds more than ${inFull(limits.sharedStrings)} different texts: cut it into several and upload them one by one`,
  );
}
