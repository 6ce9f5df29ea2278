import { gzipSync } from "node:zlib";
import { fileURLToPath } from "node:url";
import { build } from "vite";
import { expect, it } from "vitest";

it(
  "the whole package, bundled and compressed, is under 25 kB and imports nothing",
  { timeout: 30_000 },
  async () => {
    const entry = fileURLToPath(new URL("index.ts", import.meta.url));
    const result = await build({
      configFile: false,
      logLevel: "silent",
      build: { write: false, minify: true, lib: { entry, formats: ["es"], fileName: "spc" } },
    });
    const outputs = [result].flat().flatMap((bundle) => ("output" in bundle ? bundle.output : []));
    const chunks = outputs.filter((output) => output.type === "chunk");
    expect(chunks.flatMap((chunk) => chunk.imports)).toEqual([]);
    const bytes = gzipSync(chunks.map((chunk) => chunk.code).join("")).length;
    expect(bytes).toBeLessThan(25_000);
  },
);
