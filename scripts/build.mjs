import { createHash } from "node:crypto";
import { mkdir, readdir, readFile, stat, writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import { brotliCompress } from "node:zlib";

export const root = dirname(dirname(fileURLToPath(import.meta.url)));
const compress = promisify(brotliCompress);
const stampFile = join(root, "dist", ".built");
const sources = ["src", "packages", "content", "vite.config.ts", "package-lock.json"];

/** Builds only when a source has changed since the last build. */
export async function buildIfNeeded(report = console.log) {
  const stamp = await sourceStamp();
  const built = await readFile(stampFile, "utf8").catch(() => "");
  if (built === stamp) return false;
  const started = performance.now();
  report("Building the program …");
  await build();
  await mkdir(dirname(stampFile), { recursive: true });
  await writeFile(stampFile, stamp);
  report(`Built in ${((performance.now() - started) / 1000).toFixed(1)} s`);
  return true;
}

async function build() {
  process.env.NODE_ENV = "production";
  process.chdir(root);
  const { build: viteBuild } = await import("vite");
  const { browser, server } = await import("../vite.config.ts");
  await viteBuild(browser);
  await Promise.all([compressAssets(join(root, "dist", "assets")), viteBuild(server)]);
}

/** What goes to browsers, as small as it gets, once and not at every start. */
async function compressAssets(folder) {
  const names = (await readdir(folder)).filter((name) => /\.(css|js)$/.test(name));
  await Promise.all(
    names.map(async (name) => {
      const path = join(folder, name);
      await writeFile(`${path}.br`, await compress(await readFile(path)));
    }),
  );
}

async function sourceStamp() {
  const hash = createHash("sha256");
  for (const source of sources) await addToStamp(hash, join(root, source));
  return hash.digest("hex");
}

async function addToStamp(hash, path) {
  const info = await stat(path).catch(() => undefined);
  if (!info) return;
  if (info.isDirectory()) {
    for (const name of (await readdir(path)).sort()) {
      if (name !== "node_modules") await addToStamp(hash, join(path, name));
    }
    return;
  }
  if (/\.test\.tsx?$|\.bench\.ts$/.test(path)) return;
  hash.update(`${path.slice(root.length)} ${info.size} ${info.mtimeMs}\n`);
}

if (process.argv[1] === fileURLToPath(import.meta.url)) await buildIfNeeded();
