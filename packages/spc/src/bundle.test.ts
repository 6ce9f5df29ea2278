import { brotliCompressSync, gzipSync } from "node:zlib";
import { fileURLToPath } from "node:url";
import { build } from "vite";
import { expect, it } from "vitest";

it(
  "the whole package, minified and compressed, is under 25 kB and imports nothing",
  { timeout: 30_000 },
  async () => {
    const input = fileURLToPath(new URL("index.ts", import.meta.url));
    const result = await build({
      configFile: false,
      logLevel: "silent",
      build: { write: false, rolldownOptions: { input, preserveEntrySignatures: "strict" } },
    });
    const outputs = [result].flat().flatMap((bundle) => ("output" in bundle ? bundle.output : []));
    const chunks = outputs.filter((part) => part.type === "chunk");
    expect(chunks.flatMap((chunk) => chunk.imports)).toEqual([]);
    const code = chunks.map((chunk) => chunk.code).join("");
    expect(code).toContain("making-data-count-2023");
    expect(brotliCompressSync(code).length).toBeLessThan(25_000);
    expect(gzipSync(code, { level: 9 }).length).toBeLessThan(25_500);
  },
);
