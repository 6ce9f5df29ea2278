import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { renderToStaticMarkup } from "react-dom/server";
import { describe, expect, it } from "vitest";
import { examples } from "./golden/examples.tsx";

const folder = join(import.meta.dirname, "golden");
const mayRewrite = process.env["UPDATE_GOLDEN"] === "1";

/** One element a line, so that a difference can be read. */
function normalised(markup: string): string {
  return `${markup.replaceAll("><", ">\n<")}\n`;
}

describe("the golden diagrams", () => {
  it.each(Object.entries(examples))("draws %s as before", (name, draw) => {
    const drawn = normalised(renderToStaticMarkup(draw()));
    const golden = join(folder, `${name}.svg`);
    const changed = join(folder, `${name}.changed.svg`);
    mkdirSync(folder, { recursive: true });
    if (mayRewrite) writeFileSync(golden, drawn);
    const before = existsSync(golden) ? readFileSync(golden, "utf8") : "";
    if (drawn === before) rmSync(changed, { force: true });
    else writeFileSync(changed, drawn);
    expect(drawn === before, `${name} has changed: compare ${changed}; UPDATE_GOLDEN=1 accepts it`).toBe(
      true,
    );
  });

  it.each(Object.entries(examples))(
    "draws %s with whole numbers, words and nothing that a page refuses",
    (_name, draw) => {
      const drawn = renderToStaticMarkup(draw());
      expect(drawn).not.toMatch(/NaN|Infinity|undefined/);
      expect(drawn).not.toMatch(/\sstyle=|<style|<script|<foreignObject/);
      expect(drawn.match(/ (?:x|y|d|r|width|height)="[^"]*\.\d{3}[^"]*"/)?.[0]).toBeUndefined();
      expect(drawn).toMatch(/role="img"/);
    },
  );
});
