import type { Browser, Page } from "playwright-core";
import { beforeAll, expect, test } from "vitest";
import { become, openBrowser, visit } from "./browser.ts";
import { wrongWith } from "./page-rules.ts";

let browser: Browser;

beforeAll(async () => {
  browser = await openBrowser();
});

/** The menu needs a moment to fold itself when the page becomes narrower. */
async function wrongHere(page: Page): Promise<string[]> {
  await page.setViewportSize({ width: 320, height: 900 });
  await page.waitForTimeout(300);
  return wrongWith(page);
}

async function ownPlan(page: Page): Promise<string> {
  await page.goto("/");
  const link = page.locator('a[href^="/plans/"]', { hasText: "Fewer falls at night" }).first();
  return (await link.getAttribute("href"))!;
}

const main = (page: Page): Promise<string> => page.locator("main").innerText();
const press = (page: Page, name: string): Promise<void> =>
  page.getByRole("button", { name, exact: true }).click();
const follow = (page: Page, name: string): Promise<void> =>
  page.getByRole("link", { name, exact: true }).click();
const here = (page: Page): string => new URL(page.url()).pathname;

async function endsInDays(page: Page, days: number): Promise<void> {
  const end = new Date(Date.now() + days * 24 * 3_600_000);
  await page.locator("#endsOn-day").fill(String(end.getDate()));
  await page.locator("#endsOn-month").fill(String(end.getMonth() + 1));
  await page.locator("#endsOn-year").fill(String(end.getFullYear()));
}

async function study(
  page: Page,
  { happened, outcome }: { happened: string; outcome: string },
): Promise<void> {
  await page.getByLabel("What happened?").fill(happened);
  await page.getByLabel(outcome, { exact: true }).check();
}

test("three tests run in a ramp, each with its prediction, and the last is abandoned with its lesson", async () => {
  const { page, faults, close } = await visit(browser);
  await become(page, "01-ward-sister");
  const plan = await ownPlan(page);

  await page.goto(`${plan}/tests/new`);
  const began = Date.now();
  await page.getByLabel("What will you try?").fill("Put a lamp within reach of bed 4");
  await page.getByLabel("What do you predict will happen?").fill("She finds it without ringing");
  await endsInDays(page, 7);
  await press(page, "Save the test");
  await page.waitForURL("**?done=planned");
  expect(Date.now() - began).toBeLessThan(60_000);
  expect(await main(page)).toContain("Running now");
  expect(await wrongHere(page)).toEqual([]);
  const first = here(page);

  await page.goto(`${first}/study`);
  await study(page, {
    happened: "She found it and it dazzled her",
    outcome: "The prediction came partly true",
  });
  await press(page, "Save the study");
  expect(await main(page)).toMatch(/The test runs until \d+ \w+ \d{4}: say why you study it before then/);
  expect(await page.getByLabel("What happened?").inputValue()).toBe("She found it and it dazzled her");
  await page.getByLabel(/^Why do you study it before/).fill("She went home");
  await press(page, "Save the study");
  await page.waitForURL("**/act?done=studied");
  await page.getByLabel("Adapt", { exact: true }).check();
  await press(page, "Save the decision");

  await page.waitForURL("**/new?follows=*");
  expect(await page.locator("h1").innerText()).toContain("Plan cycle 2");
  expect(await page.getByLabel("What will you try?").inputValue()).toBe("Put a lamp within reach of bed 4");
  expect(await page.getByLabel("What do you predict will happen?").inputValue()).toBe("");
  await page.getByLabel("What do you predict will happen?").fill("A dim lamp does not dazzle");
  await press(page, "Save the test");
  await page.waitForURL("**?done=planned");
  await page.goto(`${here(page)}/study`);
  await study(page, { happened: "Nobody was dazzled", outcome: "The prediction came true" });
  await press(page, "Save the study");
  await page.waitForURL("**/act?done=studied");
  await page.getByLabel("Expand", { exact: true }).check();
  await press(page, "Save the decision");

  await page.waitForURL("**/new?follows=*");
  expect(await page.getByLabel("A few people").isChecked()).toBe(true);
  await press(page, "Save the test");
  await page.waitForURL("**?done=planned");
  const third = here(page);
  await page.goto(`${third}/study`);
  await study(page, { happened: "3 of 4 lamps fell down", outcome: "The prediction did not come true" });
  await press(page, "Save the study");
  await page.waitForURL("**/act?done=studied");
  await page.getByLabel("Abandon", { exact: true }).check();
  await press(page, "Save the decision");
  expect(await main(page)).toContain("Say in a line what you learned");
  await page.getByLabel("What did you learn?").fill("A lamp has to be fixed to the wall");
  await press(page, "Save the decision");
  await page.waitForURL("**?done=abandon");
  expect(await main(page)).toContain("that is a success of the log");
  expect(await page.locator(".tl-ramp__list li").count()).toBe(3);
  expect(await wrongHere(page)).toEqual([]);

  await page.goto("/tests?q=lamp+bed");
  expect(await main(page)).toContain("A lamp has to be fixed to the wall");
  expect(await wrongHere(page)).toEqual([]);
  for (const path of [
    "/tests",
    "/tests/ramps",
    "/predictions",
    "/tasks",
    "/decisions",
    "/discussion",
    "/files",
  ]) {
    await page.goto(`${plan}${path}`);
    expect([path, ...(await wrongHere(page))]).toEqual([path]);
  }
  for (const path of ["/me/mail", "/me/improvement-record", `${plan}/write-up`, `${plan}/activity`]) {
    await page.goto(path);
    expect([path, ...(await wrongHere(page))]).toEqual([path]);
  }
  expect(faults).toEqual([]);
  await close();
});

test("a printed card is one sheet, and its code leads to a note that needs no connection", async () => {
  const { page, context, close } = await visit(browser, {
    viewport: { width: 390, height: 844 },
    hasTouch: true,
  });
  await become(page, "01-ward-sister");
  const plan = await ownPlan(page);
  await page.goto(`${plan}/tests/new`);
  await page.getByLabel("What will you try?").fill("Socks with grip for everybody");
  await page.getByLabel("What do you predict will happen?").fill("They are worn at night");
  await press(page, "Save the test");
  await page.waitForURL("**?done=planned");
  const cycle = here(page);

  await follow(page, "Print a card");
  await page.locator(".tl-card").waitFor();
  const sheet = await page.pdf({ preferCSSPageSize: true, format: "A4" });
  expect(sheet.toString("latin1").match(/\/Type\s*\/Page\b/g)).toHaveLength(1);
  const code = new URL((await page.locator(".tl-qr a").getAttribute("href"))!).pathname;
  await page.goto(code);
  expect(here(page)).toBe(`${cycle}/note`);
  expect(await wrongHere(page)).toEqual([]);

  const waiting = page.locator("#waiting");
  // The second time it comes through the worker, as every one after it.
  await page.evaluate(() => navigator.serviceWorker?.ready.then(() => true));
  await page.reload();
  await context.setOffline(true);
  await page.getByLabel("What do you see?").fill("2 pairs were too small");
  await press(page, "Save the note");
  await expect.poll(() => waiting.innerText()).toContain("1 note waiting to be sent");
  await context.setOffline(false);
  await expect.poll(() => waiting.innerText()).toContain("1 note sent.");
  await page.goto(cycle);
  expect((await main(page)).match(/2 pairs were too small/g)).toHaveLength(1);
  await close();
});
