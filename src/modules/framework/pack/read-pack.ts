import { createHash } from "node:crypto";
import { readdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import { checkPack } from "./check-pack.ts";
import { locatedJson, NotJson, type Located } from "./located-json.ts";
import { emptyFiles, fileNames, files, optionalFiles, type FileName, type Pack } from "./pack.ts";

export type PackFault = { file: string; line: number; message: string };

/** Nothing of a pack is taken when anything in it is wrong. */
export class FaultyPack extends Error {
  readonly faults: readonly PackFault[];
  constructor(folder: string, faults: readonly PackFault[]) {
    const lines = faults.map(({ file, line, message }) => `${file}, line ${line}: ${message}`);
    super(`The framework pack in ${folder} was not loaded.\n${lines.join("\n")}`);
    this.faults = faults;
  }
}

export type ReadPack = { pack: Pack; digest: string };

/** A pack from its folder, whole and sound, or every fault in it by file and line. */
export async function readPack(folder: string): Promise<ReadPack> {
  const texts = await readTexts(folder);
  const { pack, faults } = packOf(texts);
  if (faults.length > 0) throw new FaultyPack(folder, faults);
  const hash = createHash("sha256");
  for (const name of fileNames) hash.update(`${name}\n${texts.get(name) ?? ""}\n`);
  return { pack, digest: hash.digest("hex") };
}

export type Texts = ReadonlyMap<string, string>;

async function readTexts(folder: string): Promise<Texts> {
  const names = (await readdir(folder)).filter((name) => name.endsWith(".json")).sort();
  return new Map(
    await Promise.all(
      names.map(async (name): Promise<[string, string]> => [
        name.slice(0, -".json".length),
        await readFile(join(folder, name), "utf8"),
      ]),
    ),
  );
}

/** From the texts of the files, by their names without an ending. */
export function packOf(texts: Texts): { pack: Pack; faults: PackFault[] } {
  const faults: PackFault[] = unknownFiles(texts);
  const located = new Map<FileName, Located>();
  const pack: Partial<Record<FileName, unknown>> = {};
  for (const name of fileNames) pack[name] = readFileOf(name, texts, { located, faults });
  const whole = pack as Pack;
  if (faults.length > 0) return { pack: whole, faults };
  const misfits = checkPack(whole).map(({ file, path, message }) => ({
    file: `${file}.json`,
    line: located.get(file)?.lineOf(path) ?? 1,
    message,
  }));
  return { pack: whole, faults: misfits };
}

function unknownFiles(texts: Texts): PackFault[] {
  const known: ReadonlySet<string> = new Set(fileNames);
  return [...texts.keys()]
    .filter((name) => !known.has(name))
    .map((name) => ({ file: `${name}.json`, line: 1, message: "A pack has no file of this name" }));
}

type Finding = { located: Map<FileName, Located>; faults: PackFault[] };

function readFileOf(name: FileName, texts: Texts, { located, faults }: Finding): unknown {
  const file = `${name}.json`;
  const text = texts.get(name);
  if (text === undefined) {
    if (!optionalFiles.has(name)) faults.push({ file, line: 1, message: "This file is missing" });
    return emptyFiles[name] ?? [];
  }
  try {
    const json = locatedJson(text);
    located.set(name, json);
    const parsed = files[name].safeParse(json.value);
    if (parsed.success) return parsed.data;
    for (const { path, message } of parsed.error.issues)
      faults.push({ file, line: json.lineOf(path), message: `${path.map(String).join(" › ")}: ${message}` });
  } catch (error) {
    if (!(error instanceof NotJson)) throw error;
    faults.push({ file, line: error.line, message: error.message });
  }
  return undefined;
}
