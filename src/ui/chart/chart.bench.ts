import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { build } from "vite";

export interface BenchRow {
  readonly name: string;
  readonly figure: number;
  readonly unit: string;
  readonly reference: { readonly name: string; readonly figure: number };
  readonly ratio: number;
}

interface Drawings {
  drawOne(): string;
  drawSixty(): string;
}

export async function bench(): Promise<BenchRow[]> {
  const folder = await mkdtemp(join(tmpdir(), "chart-bench-"));
  try {
    const { drawOne, drawSixty } = await builtDrawings(folder);
    return [
      row("a chart of 36 points", drawOne, 600),
      row("60 charts of 36 points on a page", drawSixty, 30),
    ];
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

/** Built as the program is, with React's production build: Node alone cannot read a component's file. */
async function builtDrawings(folder: string): Promise<Drawings> {
  const before = process.env["NODE_ENV"];
  process.env["NODE_ENV"] = "production";
  await build({
    configFile: false,
    logLevel: "error",
    mode: "production",
    define: { "process.env.NODE_ENV": '"production"' },
    build: {
      ssr: join(import.meta.dirname, "golden", "drawings.tsx"),
      outDir: folder,
      rolldownOptions: { output: { entryFileNames: "drawings.mjs" } },
    },
    ssr: { noExternal: true },
  });
  if (before === undefined) delete process.env["NODE_ENV"];
  else process.env["NODE_ENV"] = before;
  return import(pathToFileURL(join(folder, "drawings.mjs")).href) as Promise<Drawings>;
}

function row(name: string, draw: () => string, rounds: number): BenchRow {
  const figure = fastest(draw, rounds);
  const { length } = draw();
  const plain = fastest(() => concatenated(length), rounds);
  const reference = { name: `putting together a string of the same ${length} letters`, figure: plain };
  return { name, figure, unit: "ms", reference, ratio: figure / plain };
}

/** Elements of the usual length, put together by hand with numbers in them. */
function concatenated(length: number): string {
  let text = "";
  for (let i = 0; text.length < length; i += 1) {
    text += `<text x="${Math.round(i * 73.1) / 10}" y="${Math.round(i * 31.7) / 10}" fill="#4c6272">${i}</text>`;
  }
  return text;
}

function fastest(work: () => string, rounds: number): number {
  let best = Infinity;
  for (let round = 0; round < rounds; round += 1) {
    const from = performance.now();
    work();
    best = Math.min(best, performance.now() - from);
  }
  return best;
}
