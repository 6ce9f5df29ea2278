import type { Browser, Page } from "playwright-core";
import { beforeAll, describe, expect, test } from "vitest";
import { become, openBrowser, visit } from "./browser.ts";

let browser: Browser;

beforeAll(async () => {
  browser = await openBrowser();
});

const heading = async (page: Page): Promise<string> => (await page.locator("h1").innerText()).trim();

async function press(page: Page, name: string): Promise<void> {
  await page.getByRole("button", { name, exact: true }).click();
}

/** From an empty page to a measure with a chart to fill. */
async function startMeasure(page: Page, name: string): Promise<void> {
  await page.goto("/measures/new");
  await page.getByLabel("What will you measure?").fill(name);
  await page.getByLabel("A count of events").check();
  await press(page, "Continue");
  await page.getByLabel("The team only").check();
  await press(page, "Start the measure");
  await page.waitForURL("**/series/*");
}

async function addNumber(page: Page, month: number, count: number): Promise<void> {
  await page
    .getByRole("button", { name: "Add a number" })
    .or(page.getByRole("link", { name: "Add the first number" }))
    .first()
    .click();
  await page.getByLabel("Day", { exact: true }).fill("1");
  await page.getByLabel("Month", { exact: true }).fill(String(((month - 1) % 12) + 1));
  await page.getByLabel("Year", { exact: true }).fill(String(2024 + Math.floor((month - 1) / 12)));
  await page.getByLabel("Number", { exact: true }).fill(String(count));
  await press(page, "Save the number");
  await page.waitForURL("**done=added");
}

describe.each([true, false])("with scripts: %s", (javaScriptEnabled) => {
  test("a ward starts a measure, records, begins a phase with a reason, and nobody above it sees in", async () => {
    const { page, faults, close } = await visit(browser, { javaScriptEnabled });
    await become(page, "01-ward-sister");
    const name = `Falls told of ${javaScriptEnabled ? "by script" : "plainly"}`;
    await startMeasure(page, name);
    expect(await heading(page)).toContain(name);
    const address = new URL(page.url()).pathname;
    for (const [at, count] of [9, 11, 8, 10, 3, 2, 3].entries()) await addNumber(page, at + 1, count);
    expect(await page.locator("figure svg").first().isVisible()).toBe(true);
    await page.getByText("never used to rank or to judge").first().waitFor();

    await page.getByRole("link", { name: "Start a new phase", exact: true }).click();
    await page.getByLabel("Day", { exact: true }).fill("1");
    await page.getByLabel("Month", { exact: true }).fill("5");
    await page.getByLabel("Year", { exact: true }).fill("2024");
    await page.getByLabel("Name of the phase").fill("Bedside handover");
    await page.getByLabel("Why", { exact: true }).fill("The handover at the bedside began in May");
    await press(page, "Show the effect");
    expect(await heading(page)).toContain("Check the change");
    await page.getByRole("heading", { name: "As it would be" }).waitFor();
    await press(page, "Confirm and save the change");
    await page.waitForURL("**done=changed");
    await page.getByRole("link", { name: "What was changed, by whom and why" }).click();
    await page.getByText("The handover at the bedside began in May").waitFor();

    await become(page, "09-national-body-officer");
    const refused = await page.goto(address);
    expect(refused!.status()).toBe(404);
    expect(await page.content()).not.toContain(name);
    expect(faults).toEqual([]);
    await close();
  });
});

test.each([1280, 320])(
  "dragging over a chart of %i px chooses a point to begin a phase at, and marks no words",
  async (width) => {
    const { page, faults, close } = await visit(browser, { viewport: { width, height: 900 } });
    await become(page, "01-ward-sister");
    await startMeasure(page, "Dragged falls");
    for (const [at, count] of [9, 11, 8, 10].entries()) await addNumber(page, at + 1, count);
    const chart = page.locator("figure svg:visible").first();
    await chart.scrollIntoViewIfNeeded();
    const { x, y, width: wide, height } = (await chart.boundingBox())!;
    await page.mouse.move(x + wide * 0.8, y + height * 0.5);
    await page.mouse.down();
    await page.mouse.move(x + 5, y + height * 0.5, { steps: 8 });
    await page.mouse.up();
    expect(await page.evaluate(() => String(getSelection()))).toBe("");
    await page.getByRole("link", { name: "Start a new phase at this point" }).click();
    expect(await page.getByLabel("Month", { exact: true }).inputValue()).toBe("1");
    expect(faults).toEqual([]);
    await close();
  },
);

test("a number that somebody saves appears on the page that another has open", async () => {
  const first = await visit(browser);
  await become(first.page, "01-ward-sister");
  await startMeasure(first.page, "Live falls");
  await addNumber(first.page, 1, 7);
  const address = new URL(first.page.url()).pathname;
  const watching = await first.open();
  await watching.goto(address);
  await addNumber(first.page, 2, 1234);
  const began = Date.now();
  await watching.getByText("1,234").first().waitFor({ state: "attached", timeout: 5_000 });
  expect(Date.now() - began).toBeLessThan(2_500);
  await first.close();
});
