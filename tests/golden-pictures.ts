import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import type { ReactNode } from "react";
import { renderToStaticMarkup } from "react-dom/server";
import { describe, expect, it } from "vitest";

const mayRewrite = process.env["UPDATE_GOLDEN"] === "1";

/** One element a line, so that a difference can be read. */
function normalised(markup: string): string {
  return `${markup.replaceAll("><", ">\n<")}\n`;
}

type Examples = Readonly<Record<string, () => ReactNode>>;

/** Each example against the picture kept of it in the folder; a changed one is saved beside it. */
export function goldenPictures(title: string, folder: string, examples: Examples): void {
  describe(title, () => {
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
        const pictures = drawn.match(/<svg[\s\S]*?>/g) ?? [];
        expect(pictures.length).toBeGreaterThan(0);
        for (const svg of pictures) {
          expect(svg).toMatch(/role="img"/);
          expect(svg).toMatch(/aria-label(ledby)?=/);
        }
      },
    );
  });
}
