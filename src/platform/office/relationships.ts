import { posix } from "node:path";
import type { Zip } from "../zip/open-zip.ts";
import { readXml } from "./read-xml.ts";

/** What one part of a package says of another. The target is a name in the package, unless it is external. */
export type Relationship = { id: string; type: string; target: string; external: boolean };

/** The relationships of a part; those of the whole package for "". */
export async function readRelationships(zip: Zip, owner: string): Promise<Relationship[]> {
  const { dir, base } = posix.parse(owner);
  const name = posix.join(dir, "_rels", `${base}.rels`);
  if (!zip.names.has(name)) return [];
  const found: Relationship[] = [];
  await readXml(zip, name, {
    open({ name: tag, attributes }) {
      if (tag !== "Relationship") return;
      const { Id: id = "", Type: type = "", Target: target = "", TargetMode: mode } = attributes;
      const external = mode === "External";
      found.push({ id, type, external, target: external ? target : resolve(dir, target) });
    },
  });
  return found;
}

function resolve(folder: string, target: string): string {
  return posix.join("/", target.startsWith("/") ? "" : folder, target).slice(1);
}
