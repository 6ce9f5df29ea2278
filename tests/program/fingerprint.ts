import { createHash } from "node:crypto";
import { readdirSync, readFileSync, statSync } from "node:fs";
import path from "node:path";

/** Every file of these folders, with what is in it. */
export function fingerprint(...folders: string[]): string[] {
  return folders.flatMap((folder) =>
    readdirSync(folder, { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map((entry) => path.join(entry.parentPath, entry.name))
      .toSorted()
      .map((file) => `${file} ${statSync(file).mode} ${digest(file)}`),
  );
}

const digest = (file: string): string => createHash("sha256").update(readFileSync(file)).digest("hex");
