import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import type { Page } from "playwright-core";

const axeSource = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");

export const widths = [320, 768, 1280] as const;

/** What axe-core finds wrong by WCAG 2.2 A and AA, as short lines. */
export async function axeFindings(page: Page): Promise<string[]> {
  // Evaluated by the debugger, not by the page, so that the content security policy can stay as it is.
  await page.evaluate(axeSource);
  return page.evaluate(async () => {
    const { axe } = window as unknown as {
      axe: {
        run(
          root: Document,
          options: object,
        ): Promise<{ violations: { id: string; nodes: { html: string }[] }[] }>;
      };
    };
    const { violations } = await axe.run(document, {
      runOnly: ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"],
      rules: { region: { enabled: false } },
    });
    return violations.flatMap(({ id, nodes }) =>
      nodes.slice(0, 3).map((node) => `${id}: ${node.html.slice(0, 160)}`),
    );
  });
}

export type Outline = { title: string; headings: { level: number; text: string }[]; wide: number };

/** The rules that every page keeps, whoever made it: broken ones as short lines. */
export async function brokenPageRules(page: Page): Promise<string[]> {
  const { title, headings, wide } = await page.evaluate(() => ({
    title: document.title,
    headings: [...document.querySelectorAll("h1,h2,h3,h4,h5,h6")].map((heading) => ({
      level: Number(heading.tagName[1]),
      text: (heading.textContent ?? "").trim(),
    })),
    wide: document.documentElement.scrollWidth - document.documentElement.clientWidth,
  }));
  const broken: string[] = [];
  const first = headings.filter((heading) => heading.level === 1);
  if (first.length !== 1) broken.push(`${first.length} h1`);
  if (first[0] && first[0].text.length > 65 + 40) broken.push(`h1 too long: ${first[0].text}`);
  if (!title.endsWith(" – Throughline") && title !== "Throughline") broken.push(`title: ${title}`);
  if (headings.some((heading) => heading.level > 4)) broken.push("h5 or h6");
  headings.forEach((heading, index) => {
    const before = headings[index - 1];
    if (before && heading.level > before.level + 1)
      broken.push(`h${before.level} then h${heading.level}: ${heading.text}`);
  });
  if (wide > 0) broken.push(`${wide} px too wide`);
  return broken;
}
