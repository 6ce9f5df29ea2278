import type { Browser } from "playwright-core";
import { beforeAll, describe, expect, it } from "vitest";
import { openBrowser, visit } from "./browser.ts";

const rows = Array.from({ length: 24 }, (_, i) => {
  const month = `${String((i % 12) + 1).padStart(2, "0")}/${2024 + Math.floor(i / 12)}`;
  return `${month}\t${80 + (i % 7) + (i > 15 ? 9 : 0)}\t120`;
});
const pasted = ["Month\tSeen in time\tAll", ...rows].join("\n");

describe("drawing a control chart", () => {
  let browser: Browser;
  beforeAll(async () => {
    browser = await openBrowser();
  });

  it("redraws as one types, says what is wrong where it is wrong, and opens again from its link", async () => {
    const { page, faults, close } = await visit(browser);
    await page.goto("/charts");
    await page.fill("#data", pasted);
    await page.check('input[name="improvement"][value="increase"]');
    await page.fill("#title", "Seen within 4 hours");
    await expect
      .poll(() => page.textContent("#chart-results h2"))
      .toContain("Seen within 4 hours shows a signal of improvement");
    await page.fill("#target", "high");
    await expect.poll(() => page.locator("#target-error").textContent()).toContain("not a target");
    await page.fill("#target", "95");
    await expect.poll(() => page.locator("#target-error").count()).toBe(0);
    await page.click('[data-copy="link"]');
    await expect.poll(() => page.url()).toContain("#z");
    const again = await page.context().newPage();
    await again.goto(page.url());
    await expect.poll(() => again.inputValue("#title")).toBe("Seen within 4 hours");
    await expect.poll(() => again.textContent("#chart-results h2")).toContain("signal of improvement");
    expect(faults).toEqual([]);
    await close();
  });

  it("works without script, down to the file", async () => {
    const { page, close } = await visit(browser, { javaScriptEnabled: false });
    await page.goto("/charts");
    await page.fill("#data", pasted);
    await page.fill("#title", "Seen");
    await page.click("text=Draw the chart");
    expect(await page.textContent("#chart-results h2")).toContain("Seen");
    const download = page.waitForEvent("download");
    await page.click("text=Download picture (PNG)");
    expect((await download).suggestedFilename()).toBe("seen.png");
    await close();
  });

  it("fits a phone", async () => {
    const { page, close } = await visit(browser, { viewport: { width: 320, height: 640 } });
    await page.goto("/charts?example=waits");
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(320);
    expect(await page.locator(".tl-responsive-chart__narrow").first().isVisible()).toBe(true);
    expect(await page.locator(".tl-responsive-chart__wide").first().isVisible()).toBe(false);
    await close();
  });
});
