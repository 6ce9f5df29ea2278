import { mkdir, stat } from "node:fs/promises";
import { dirname } from "node:path";

/** With those above it. Node's own way never ends where a folder cannot be made and is said not to be there, as in /proc. */
export async function makeFolder(folder: string, mode?: number): Promise<void> {
  const parent = dirname(folder);
  if (parent !== folder && !(await isThere(parent))) await makeFolder(parent, mode);
  await mkdir(folder, { mode }).catch(async (error: NodeJS.ErrnoException) => {
    if (error.code !== "EEXIST" || !(await stat(folder)).isDirectory()) throw error;
  });
}

const isThere = (place: string): Promise<boolean> =>
  stat(place).then(
    () => true,
    (error: NodeJS.ErrnoException) => error.code !== "ENOENT",
  );
