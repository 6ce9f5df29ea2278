import type { Page } from "playwright-core";
import { axeFindings } from "./axe.ts";

/** A phone, which is also a desk at 400% zoom; a tablet; a desk. */
export const widths = [320, 768, 1280] as const;

/** Of a desk at 400% zoom, too; and less to paint than on a whole screen, which nobody looks at here. */
export const height = 256;

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
  await page.setViewportSize({ width: paperWidth, height });
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
    await page.setViewportSize({ width, height });
    // A page is laid out for a phone or for a desk; a tablet has one of the two.
    const isJudged = width !== widths[1];
    const lines = [...(await rulesBrokenAt(page)), ...(isJudged ? await axeFindings(page) : [])];
    for (const line of lines) wrong.push(`at ${width} px: ${line}`);
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
