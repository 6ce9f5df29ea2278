import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { projectRoot } from "#platform/project-root.ts";

/** The built stylesheet and script, under names that change with their content. */
export type Assets = {
  folder: string;
  stylesheet: string;
  script: string;
  favicon: string;
  /** The scripts of pages that have an island, by its name. */
  islands: Readonly<Record<string, string>>;
  /** Stylesheets for what few pages have: an island's own, or the look that a page names. */
  looks?: Readonly<Record<string, string>>;
};

type Manifest = Record<string, { file: string; css?: string[] }>;

export const assetFolder = join(projectRoot, "dist", "assets");

export async function readAssets(): Promise<Assets> {
  const text = await readFile(join(assetFolder, ".vite", "manifest.json"), "utf8");
  const manifest = JSON.parse(text) as Manifest;
  const built = (source: string): string => {
    const entry = manifest[source];
    if (!entry) throw new Error(`The build made nothing of ${source}.`);
    return `/assets/${entry.file}`;
  };
  const named = (shape: RegExp): Record<string, string> =>
    Object.fromEntries(
      Object.keys(manifest).flatMap((source) => {
        const name = shape.exec(source)?.[1];
        return name ? [[name, built(source)]] : [];
      }),
    );
  return {
    folder: assetFolder,
    stylesheet: built("src/web/assets/app.scss"),
    script: built("src/web/assets/app.ts"),
    favicon: "/assets/favicon.svg",
    islands: named(/^src\/islands\/([^/]+)\/start\.tsx?$/),
    looks: {
      ...named(/^src\/islands\/([^/]+)\/look\.scss$/),
      ...named(/^src\/web\/assets\/looks\/([^/]+)\.scss$/),
    },
  };
}
