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

  it("asks no other host for anything, and no typeface of anybody", () => {
    expect(css).not.toMatch(/@font-face|@import|Frutiger/i);
    expect(css).not.toMatch(/url\(["']?(?:https?:)?\/\//i);
    expect(css).toMatch(/font-family:arial,sans-serif/);
  });
});
