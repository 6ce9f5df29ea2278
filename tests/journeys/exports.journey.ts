import { execFile } from "node:child_process";
import { readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { promisify } from "node:util";
import type { Browser, Page } from "playwright-core";
import { beforeAll, describe, expect, it } from "vitest";
import { become, openBrowser, visit } from "./browser.ts";

const run = promisify(execFile);
const millimetresOfPoint = 25.4 / 72;

let browser: Browser;
beforeAll(async () => {
  browser = await openBrowser();
});

/** The pages of the PDF that the browser makes of a page, and the size of the first in millimetres. */
async function pdfOf(
  page: Page,
  path: string,
): Promise<{ pages: number; width: number; height: number; text: string }> {
  await page.goto(path);
  const file = join(tmpdir(), `journey-${process.pid}-${Date.now()}.pdf`);
  await page.pdf({ path: file, preferCSSPageSize: true, printBackground: true });
  const { stdout: facts } = await run("pdfinfo", [file]);
  const { stdout: text } = await run("pdftotext", ["-layout", file, "-"]);
  await rm(file);
  const [, pages = "0"] = /^Pages:\s+(\d+)/m.exec(facts) ?? [];
  const [, width = "0", height = "0"] = /^Page size:\s+([\d.]+) x ([\d.]+)/m.exec(facts) ?? [];
  const millimetres = (points: string) => Math.round(Number(points) * millimetresOfPoint);
  return { pages: Number(pages), width: millimetres(width), height: millimetres(height), text };
}

/** The first of the projects that the ward sister takes part in. */
async function ownProject(page: Page): Promise<string> {
  await become(page, "01-ward-sister");
  await page.goto("/");
  const href = await page
    .locator('main a[href^="/plans/"]')
    .evaluateAll((links) =>
      links.map((link) => link.getAttribute("href")!).find((path) => /^\/plans\/[0-9a-f-]{36}$/.test(path)),
    );
  return href!;
}

describe("taking a project along", () => {
  it("fits a summary on one sheet of A4 and a poster on one sheet of A3", { timeout: 90_000 }, async () => {
    const { page, faults, close } = await visit(browser);
    const plan = await ownProject(page);
    const title = (await (await page.goto(plan))!.text()).match(/<title>([^<]+?) – /)![1]!;
    const summary = await pdfOf(page, `${plan}/take/summary`);
    expect([summary.pages, summary.width, summary.height]).toEqual([1, 210, 297]);
    const poster = await pdfOf(page, `${plan}/take/poster`);
    expect([poster.pages, poster.width, poster.height]).toEqual([1, 420, 297]);
    for (const { text } of [summary, poster]) {
      expect(text).toContain(title);
      expect(text).not.toContain("Print this page");
      expect(text).not.toContain("My account");
    }
    expect(faults).toEqual([]);
    await close();
  });

  it("goes out as a workbook and comes in again as a new project", { timeout: 90_000 }, async () => {
    const { page, faults, close } = await visit(browser);
    const plan = await ownProject(page);
    await page.goto(`${plan}/take`);
    const [download] = await Promise.all([page.waitForEvent("download"), page.click('a[href$="plan.xlsx"]')]);
    const file = join(tmpdir(), `journey-${process.pid}.xlsx`);
    await writeFile(file, await readFile(await download.path()));
    await page.goto("/plans/new/from-file");
    await page.setInputFiles('input[type="file"]', file);
    await page.click("text=Check it");
    expect(await page.textContent("main")).toContain("Check what comes in");
    await page.click("text=Start it here");
    await page.waitForURL(/\/plans\/[0-9a-f-]{36}/);
    expect(new URL(page.url()).pathname).not.toBe(plan);
    expect(await page.textContent("main")).toContain("The team only");
    await rm(file);
    expect(faults).toEqual([]);
    await close();
  });
});
