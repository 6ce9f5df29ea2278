import { readdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import { brotliCompressSync, gzipSync } from "node:zlib";
import type { Hono } from "hono";
import { NotFound } from "#platform/problem.ts";
import type { Env } from "./env.ts";

type Asset = { type: string; plain: Buffer; gzip: Buffer; brotli: Buffer; hashed: boolean };

const types: Record<string, string> = {
  css: "text/css; charset=utf-8",
  js: "text/javascript; charset=utf-8",
  svg: "image/svg+xml",
  json: "application/speculationrules+json",
  png: "image/png",
  txt: "text/plain; charset=utf-8",
};

/** The few built files, read and compressed once. A name with a hash in it never changes its content. */
export async function serveAssets(app: Hono<Env>, folder: string): Promise<void> {
  const assets = await readFolder(folder);
  app.get("/assets/*", (c) => {
    const asset = assets.get(c.req.path);
    if (!asset) throw new NotFound("This file does not exist.");
    const accepts = c.req.header("Accept-Encoding") ?? "";
    const encoding = /\bbr\b/.test(accepts) ? "br" : /\bgzip\b/.test(accepts) ? "gzip" : undefined;
    const body = encoding === "br" ? asset.brotli : encoding === "gzip" ? asset.gzip : asset.plain;
    return c.body(new Uint8Array(body), 200, {
      "Content-Type": asset.type,
      "Cache-Control": asset.hashed ? "public, max-age=31536000, immutable" : "public, max-age=3600",
      Vary: "Accept-Encoding",
      ...(encoding && { "Content-Encoding": encoding }),
    });
  });
}

async function readFolder(folder: string): Promise<Map<string, Asset>> {
  const names = await readdir(folder, { recursive: true, withFileTypes: true });
  const assets = new Map<string, Asset>();
  for (const entry of names) {
    const type = types[entry.name.split(".").at(-1) ?? ""];
    if (!entry.isFile() || !type || entry.name === "manifest.json") continue;
    const path = join(entry.parentPath, entry.name);
    const plain = await readFile(path);
    assets.set(`/assets/${path.slice(folder.length + 1)}`, {
      type,
      plain,
      gzip: gzipSync(plain, { level: 9 }),
      brotli: brotliCompressSync(plain),
      hashed: /-[\w-]{8}\.\w+$/.test(entry.name),
    });
  }
  return assets;
}
