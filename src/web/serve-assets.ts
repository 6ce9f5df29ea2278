import { readdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import { gzipSync } from "node:zlib";
import type { Hono } from "hono";
import { NotFound } from "#platform/problem.ts";
import type { Env } from "./env.ts";

type Bytes = Uint8Array<ArrayBuffer>;
type Asset = { type: string; plain: Bytes; gzip: Bytes; brotli: Bytes | undefined; hashed: boolean };

const types: Record<string, string> = {
  css: "text/css; charset=utf-8",
  js: "text/javascript; charset=utf-8",
  svg: "image/svg+xml",
  json: "application/speculationrules+json",
  png: "image/png",
  txt: "text/plain; charset=utf-8",
};

/** The few built files, read once. A name with a hash in it never changes its content. */
export async function serveAssets(app: Hono<Env>, folder: string): Promise<void> {
  const assets = await readFolder(folder);
  serveWorker(app, assets.get("/assets/service-worker.js"));
  app.get("/assets/*", (c) => {
    const asset = assets.get(c.req.path);
    if (!asset) throw new NotFound("This file does not exist.");
    const [body, encoding] = smallest(asset, c.req.header("Accept-Encoding") ?? "");
    return c.body(body, 200, {
      "Content-Type": asset.type,
      "Cache-Control": asset.hashed ? "public, max-age=31536000, immutable" : "public, max-age=3600",
      Vary: "Accept-Encoding",
      ...(encoding && { "Content-Encoding": encoding }),
    });
  });
}

/** At the root, because it serves pages wherever they are. Asked for again at each start of it, so that it can be mended. */
function serveWorker(app: Hono<Env>, worker: Asset | undefined): void {
  app.get("/service-worker.js", (c) => {
    if (!worker) throw new NotFound("This file does not exist.");
    return c.body(worker.plain, 200, { "Content-Type": worker.type, "Cache-Control": "no-cache" });
  });
}

function smallest({ brotli, gzip, plain }: Asset, accepted: string): [Bytes, string?] {
  if (brotli && /\bbr\b/.test(accepted)) return [brotli, "br"];
  return /\bgzip\b/.test(accepted) ? [gzip, "gzip"] : [plain];
}

async function readFolder(folder: string): Promise<Map<string, Asset>> {
  const names = await readdir(folder, { recursive: true, withFileTypes: true });
  const assets = new Map<string, Asset>();
  for (const entry of names) {
    const type = types[entry.name.split(".").at(-1) ?? ""];
    if (!entry.isFile() || !type || entry.name === "manifest.json") continue;
    const path = join(entry.parentPath, entry.name);
    const plain = new Uint8Array(await readFile(path));
    assets.set(`/assets/${path.slice(folder.length + 1)}`, {
      type,
      plain,
      gzip: new Uint8Array(gzipSync(plain, { level: 9 })),
      brotli: await readBuilt(`${path}.br`),
      hashed: /-[\w-]{8}\.\w+$/.test(entry.name),
    });
  }
  return assets;
}

/** The build made it, if anybody did: to compress this much takes a second, which no start should wait for. */
async function readBuilt(path: string): Promise<Bytes | undefined> {
  return readFile(path).then(
    (bytes) => new Uint8Array(bytes),
    () => undefined,
  );
}
