import { readdirSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { gzipSync } from "node:zlib";
import { compile } from "sass";
import { describe, expect, it } from "vitest";

const here = fileURLToPath(new URL(".", import.meta.url));

describe("the stylesheet", () => {
  const { css } = compile(`${here}app.scss`, {
    style: "compressed",
    loadPaths: [here, fileURLToPath(new URL("../../../node_modules", import.meta.url))],
    quietDeps: true,
  });

  it("weighs less than 32 kB compressed", () => {
    expect(gzipSync(css, { level: 9 }).length).toBeLessThan(32_000);
  });

  it("has one home for each class of ours, so that two modules do not dress one another", () => {
    const homes = new Map<string, string[]>();
    for (const file of readdirSync(here).filter((name) => name.endsWith(".scss")))
      for (const [, name] of readFileSync(`${here}${file}`, "utf8").matchAll(/^\.(tl-[\w-]+) ?\{/gm))
        homes.set(name!, [...(homes.get(name!) ?? []), file]);
    expect(homes.size).toBeGreaterThan(50);
    expect([...homes].filter(([, files]) => new Set(files).size > 1)).toEqual([]);
  });

  it("lets the button that changes an answer look like the link that people know", () => {
    expect(css).toMatch(/\.tl-link-button\{[^}]*text-decoration:underline/);
  });

  it("asks no other host for anything, and no typeface of anybody", () => {
    expect(css).not.toMatch(/@font-face|@import|Frutiger/i);
    expect(css).not.toMatch(/url\(["']?(?:https?:)?\/\//i);
    expect(css).toMatch(/font-family:arial,sans-serif/);
  });
});
