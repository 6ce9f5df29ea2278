import { inflateSync } from "node:zlib";
import type { Browser } from "playwright-core";
import { beforeAll, describe, expect, test } from "vitest";
import { become, openBrowser, visit } from "./browser.ts";

let browser: Browser;

beforeAll(async () => {
  browser = await openBrowser();
});

/** How many sheets a PDF has, by counting its pages where they stand, packed or not. */
function sheetsOf(pdf: Buffer): number {
  const text = pdf.toString("latin1");
  const packed = [...text.matchAll(/stream\r?\n/g)].map(({ index, 0: head }) => {
    try {
      return inflateSync(pdf.subarray(index + head.length)).toString("latin1");
    } catch {
      return "";
    }
  });
  const count = (part: string): number => part.match(/\/Type\s*\/Page\b/g)?.length ?? 0;
  return count(text) + packed.map(count).reduce((sum, one) => sum + one, 0);
}

describe("a report to the board", () => {
  test("is chosen, worded, frozen, read by a director and printed, without a script", async () => {
    const { page, faults, close } = await visit(browser, { javaScriptEnabled: false });
    await become(page, "05-analyst");
    await page.goto("/reports/new");
    await page.getByLabel("Title").fill("What has changed on our wards");
    await page.getByLabel("What time it is about").fill("Quarter 3 of 2026/27");
    await page.getByRole("button", { name: "Continue" }).click();
    for (const name of ["Emergency department: 4 hours or less", "Staff engagement", "Formal complaints"])
      await page.getByLabel(name, { exact: true }).check();
    await page.getByRole("button", { name: "Save" }).click();
    expect(await page.getByText("No story of somebody’s care").count()).toBe(1);

    await page.getByRole("link", { name: /^Write about it.*Emergency/ }).click();
    await page.getByLabel("Your words").fill("Performance is rated red and worse than last month.");
    await page.getByLabel("What will be done").fill("Redesign the evening");
    await page.getByRole("button", { name: "Save" }).click();
    expect(await page.title()).toMatch(/^Error: /);
    expect(await page.getByText("A colour says nothing").count()).toBeGreaterThan(0);
    await page
      .getByLabel("Your words")
      .fill("Since spring fewer people were seen in time, and it is no chance.");
    await page.getByRole("button", { name: "Save" }).click();
    expect(await page.getByText("The author’s own words.").count()).toBe(1);

    await page.getByRole("button", { name: "Freeze it" }).click();
    await page.getByRole("button", { name: "Freeze and share it" }).click();
    const address = new URL(page.url()).pathname;
    expect(await page.getByText("The report is frozen").count()).toBe(1);

    await become(page, "06-board-member");
    await page.goto(address);
    expect(await page.getByText("Redesign the evening").count()).toBeGreaterThan(0);
    await page.goto(`${address}/check`);
    expect(await page.locator("h1").textContent()).toBe("The report is as it was frozen");
    await page.goto(`${address}/text`);
    expect(await page.locator("h1").textContent()).not.toContain("Change the words");
    expect(faults).toEqual([]);
    await close();
  });

  test("of 14 measures has its summary and exceptions on 2 sheets, and its appendix after them", async () => {
    const { page, close } = await visit(browser);
    await become(page, "06-board-member");
    await page.goto("/reports");
    await page.getByRole("link", { name: "Quality and performance report" }).first().click();
    await page.waitForURL(/\/reports\/[0-9a-f-]{36}/);
    const whole = sheetsOf(await page.pdf({ format: "A4" }));
    await page.locator(".tl-report__stories, .tl-report__appendix").evaluateAll((parts) => {
      for (const part of parts) part.remove();
    });
    const front = sheetsOf(await page.pdf({ format: "A4" }));
    expect(front).toBe(2);
    expect(whole).toBeGreaterThan(front);
    await close();
  });

  test("is not there for an officer of a national body", async () => {
    const { page, close } = await visit(browser);
    await become(page, "06-board-member");
    await page.goto("/reports");
    const href = await page
      .getByRole("link", { name: "Quality and performance report" })
      .first()
      .getAttribute("href");
    await become(page, "09-national-body-officer");
    expect((await page.goto(href!))!.status()).toBe(404);
    await close();
  });
});
