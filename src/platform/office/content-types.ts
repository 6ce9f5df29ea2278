import { posix } from "node:path";
import type { Zip } from "../zip/open-zip.ts";
import { readXml } from "./read-xml.ts";

/** Content types by the name of a part ("/xl/workbook.xml") or by an ending (".xml"). */
export type ContentTypes = ReadonlyMap<string, string>;

export async function readContentTypes(zip: Zip): Promise<ContentTypes> {
  const types = new Map<string, string>();
  await readXml(zip, "[Content_Types].xml", {
    open({ name, attributes }) {
      const { PartName, Extension, ContentType = "" } = attributes;
      if (name === "Override" && PartName) types.set(PartName.toLowerCase(), ContentType);
      if (name === "Default" && Extension) types.set(`.${Extension.toLowerCase()}`, ContentType);
    },
  });
  return types;
}

export function contentTypeOf(types: ContentTypes, part: string): string {
  return types.get(`/${part}`.toLowerCase()) ?? types.get(posix.extname(part).toLowerCase()) ?? "";
}
