import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import type { Page } from "playwright-core";

const axeSource = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");

/** A phone, which is also a desk at 400% zoom; a tablet; a desk. */
export const widths = [320, 768, 1280] as const;

type Finding = { id: string; nodes: { html: string; target: string[] }[] };

/** What of axe-core depends on how wide the page is; all else is the same at every width. */
const ofLayout = ["color-contrast", "target-size", "scrollable-region-focusable", "region"] as const;

/** Which part of axe-core's judgement is asked for: all of it, or what is left where a narrower page was judged. */
type Part = "all" | "layout" | "rest";

/** Has axe-core there as soon as a page is: sent once, where each page would be sent half a megabyte. */
export async function bringAxe(page: Page): Promise<void> {
  await page.addInitScript({ content: axeSource });
}

/** What axe-core finds wrong by WCAG 2.2 A and AA, as short lines. */
export async function axeFindings(page: Page, part: Part = "all"): Promise<string[]> {
  // Evaluated by the debugger, not by the page, so that the content security policy can stay as it is.
  if (!(await page.evaluate(() => "axe" in window))) await page.evaluate(axeSource);
  return page.evaluate(
    async ({ part, ofLayout }) => {
      type Judged = Window & {
        axe: {
          run(root: Document | { include: Element[] }, options: object): Promise<{ violations: Finding[] }>;
        };
        drawn?: WeakSet<Element>;
      };
      const judged = window as unknown as Judged;
      const run = async (root: Document | { include: Element[] }, options: object): Promise<Finding[]> =>
        (await judged.axe.run(root, { resultTypes: ["violations"], ...options })).violations;
      const every = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"];
      const drawn = [...document.body.querySelectorAll("*")].filter((one) => one.getClientRects().length > 0);
      // No colour of ours depends on the width, so that contrast is judged where an element is drawn first.
      const fresh = drawn.filter((one) => !judged.drawn?.has(one));
      judged.drawn = new WeakSet(drawn);
      const violations =
        part === "layout"
          ? await run(document, { runOnly: ofLayout })
          : await run(document, {
              runOnly: every,
              rules: { "target-size": { enabled: true }, "color-contrast": { enabled: part === "all" } },
            });
      if (part === "rest" && fresh.length > 0)
        violations.push(...(await run({ include: fresh }, { runOnly: ["color-contrast"] })));
      const isExcused = (id: string, target: string): boolean => {
        const element = document.querySelector(target);
        if (!element) return false;
        // The design system puts the way back before main, so that the skip link passes it.
        if (id === "region") return element.matches(".nhsuk-back-link");
        // Its name has a comma for the ear that the eye does not need; 2.5.3 leaves punctuation out of account.
        if (id === "label-content-name-mismatch") return element.matches(".nhsuk-file-upload__drop-button");
        // A header shown as a specimen makes a second one of the page's own.
        return id.startsWith("landmark-") && document.querySelector("[data-landmark]") !== null;
      };
      return violations.flatMap(({ id, nodes }) =>
        nodes
          .filter((node) => !isExcused(id, node.target[0] ?? ""))
          .slice(0, 3)
          .map((node) => `${id}: ${node.html.slice(0, 160)}`),
      );
    },
    { part, ofLayout },
  );
}

/** The rules that every page keeps, whoever made it: broken ones as short lines. */
export async function brokenPageRules(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const broken: string[] = [];
    const words = (element: Element): string => (element.textContent ?? "").replaceAll(/\s+/g, " ").trim();
    const { title, documentElement } = document;
    const headings = [...document.querySelectorAll("h1,h2,h3,h4,h5,h6")].map((heading) => ({
      level: Number(heading.tagName[1]),
      text: words(heading),
    }));
    const [first, ...others] = headings.filter((heading) => heading.level === 1);
    if (!first || others.length > 0) broken.push(`${others.length + (first ? 1 : 0)} h1`);
    // The name of an organisation may be longer than a title that we write ourselves.
    if (first && first.text.length > 200) broken.push(`h1 too long: ${first.text}`);
    if (!title.endsWith(" – Throughline")) broken.push(`title: ${title}`);
    const subject = title.replace(/^Error: /, "").replace(/( \(page \d+ of \d+\))? – .*$/, "");
    if (first && !first.text.includes(subject)) broken.push(`the title is not of the h1: ${title}`);
    if (headings.some((heading) => heading.level > 4)) broken.push("h5 or h6");
    headings.forEach(({ level, text }, index) => {
      const before = headings[index - 1]?.level ?? level;
      if (level > before + 1) broken.push(`h${before} then h${level}: ${text}`);
    });
    for (const table of document.querySelectorAll("main table"))
      if (!table.querySelector("caption")) broken.push(`no caption: ${words(table).slice(0, 60)}`);
    const wide = documentElement.scrollWidth - documentElement.clientWidth;
    if (wide > 0) broken.push(`${wide} px too wide`);
    return broken;
  });
}

/** What is wrong with the page on paper: something cut off, its heading gone, or what only a screen can do. */
export async function wrongOnPaper(page: Page): Promise<string[]> {
  await page.setViewportSize({ width: paperWidth, height: 900 });
  await page.emulateMedia({ media: "print" });
  const wrong = await page.evaluate(() => {
    const isShown = (element: Element): boolean => element.getClientRects().length > 0;
    const found: string[] = [];
    if (![...document.querySelectorAll("h1")].some(isShown)) found.push("no h1");
    for (const part of document.querySelectorAll("header nav, footer, .nhsuk-skip-link, main button"))
      if (isShown(part)) found.push(`still there: ${part.outerHTML.slice(0, 80)}`);
    const { scrollWidth, clientWidth } = document.documentElement;
    if (scrollWidth > clientWidth) found.push(`${scrollWidth - clientWidth} px are cut off`);
    return found;
  });
  await page.emulateMedia({ media: null });
  return wrong;
}

/** An A4 sheet between its margins. */
const paperWidth = 680;

/** All of these, at each width and on paper, for a page that is open. */
export async function wrongWith(page: Page): Promise<string[]> {
  const wrong: string[] = [];
  for (const width of widths) {
    await page.setViewportSize({ width, height: 900 });
    for (const line of [...(await rulesBrokenAt(page)), ...(await axeAt(page, width))])
      wrong.push(`at ${width} px: ${line}`);
  }
  for (const line of await wrongOnPaper(page)) wrong.push(`on paper: ${line}`);
  return wrong;
}

/** The design system folds the navigation a moment after the window has changed; what is too wide then, is. */
async function rulesBrokenAt(page: Page): Promise<string[]> {
  const broken = await brokenPageRules(page);
  if (!broken.at(-1)?.endsWith("px too wide")) return broken;
  const fits = () => document.documentElement.scrollWidth <= document.documentElement.clientWidth;
  await page.waitForFunction(fits, undefined, { timeout: 5_000 }).catch(() => undefined);
  return brokenPageRules(page);
}

/** On a phone what its layout decides; where all of the page is to be seen all the rest; between them neither. */
function axeAt(page: Page, width: number): Promise<string[]> {
  if (width === widths[2]) return axeFindings(page, "rest");
  return width === widths[0] ? axeFindings(page, "layout") : Promise.resolve([]);
}
