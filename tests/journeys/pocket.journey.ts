import type { Browser, Page } from "playwright-core";
import { beforeAll, describe, expect, test } from "vitest";
import { become, openBrowser, visit, type Visit } from "./browser.ts";
import { wrongWith } from "./page-rules.ts";

let browser: Browser;

beforeAll(async () => {
  browser = await openBrowser();
});

const phone = { viewport: { width: 390, height: 844 }, hasTouch: true };

/** A measure of its own for one walk, begun as a person begins it. Answers its address. */
async function startMeasure(page: Page, { name, often }: { name: string; often: string }): Promise<string> {
  await page.goto("/measures/new");
  await page.getByLabel("What will you measure?").fill(name);
  await page.getByLabel("A count of events").check();
  await page.getByRole("button", { name: "Continue" }).click();
  await page.waitForURL("**/details*");
  await page.getByLabel("A lower number is better").check();
  await page.getByLabel(often, { exact: true }).check();
  await page.getByLabel("The team only").check();
  await page.getByRole("button", { name: "Start the measure" }).click();
  await page.waitForURL("**/series/*");
  return new URL(page.url()).pathname;
}

async function keypadOf(page: Page, series: string): Promise<string> {
  await page.goto(`${series}/poster`);
  return new URL((await page.locator(".tl-qr a").getAttribute("href"))!).pathname;
}

async function press(page: Page, digits: string): Promise<void> {
  for (const digit of digits)
    await page.locator(".tl-keypad__keys").getByText(digit, { exact: true }).click();
}

const save = (page: Page): Promise<void> => page.getByRole("button", { name: "Save", exact: true }).click();
const note = (page: Page) => page.locator("#waiting");
const main = (page: Page): Promise<string> => page.locator("main").innerText();

/** The page says so itself. From the second time on it comes through the worker, as every one after it. */
async function untilKept(page: Page): Promise<void> {
  const said = page.getByText("This page is kept on this phone");
  await said.waitFor();
  await page.reload();
  await said.waitFor();
}

/** The menu needs a moment to fold itself when the page becomes narrower. */
async function wrongHere(page: Page): Promise<string[]> {
  await page.setViewportSize({ width: 320, height: 900 });
  await page.waitForTimeout(300);
  return wrongWith(page);
}

/** A phone in the hand of the ward's sister. */
async function sistersPhone(): Promise<Visit> {
  const held = await visit(browser, phone);
  await become(held.page, "01-ward-sister");
  return held;
}

describe("a number from a phone", () => {
  test("is pressed on large keys and saved in seconds", async () => {
    const { page, faults, close } = await sistersPhone();
    const series = await startMeasure(page, { name: "Falls at night", often: "Every week" });
    await page.goto(await keypadOf(page, series));
    const began = Date.now();
    await press(page, "12");
    await page.getByLabel("Delete the last digit").click();
    await press(page, "4");
    await save(page);
    await page.waitForURL("**?saved=*");
    expect(Date.now() - began).toBeLessThan(20_000);
    expect(await main(page)).toMatch(/Saved: 14 for the week from \d+ \w+ \d{4}\./);
    expect(await wrongHere(page)).toEqual([]);
    expect(faults).toEqual([]);
    await close();
  });

  test("is entered without a connection, also on a page opened without one, and sent once when it is back", async () => {
    const { page, context, close } = await sistersPhone();
    const series = await startMeasure(page, { name: "Falls by day", often: "Every week" });
    const keypad = await keypadOf(page, series);
    await page.goto(keypad);
    await untilKept(page);
    await context.setOffline(true);
    await page.goto(keypad);
    await press(page, "3");
    await save(page);
    await expect.poll(() => note(page).innerText()).toContain("1 number waiting to be sent");
    expect(await wrongHere(page)).toEqual([]);
    await page.reload();
    await expect.poll(() => note(page).innerText()).toContain("1 number waiting to be sent");
    await press(page, "5");
    await save(page);
    await expect.poll(() => note(page).innerText()).toContain("2 numbers waiting to be sent");
    const periods = page.locator("select[name=period]");
    expect(await periods.innerText()).toContain("– 5, not sent yet");
    await context.setOffline(false);
    await expect.poll(() => note(page).innerText()).toContain("2 numbers sent.");
    expect(await periods.innerText()).toContain("– 5");
    expect(await periods.innerText()).not.toContain("not sent yet");
    await page.goto(`${series}/numbers`);
    const values = await page
      .locator("[data-cell=first]")
      .evaluateAll((boxes) => boxes.map((box) => (box as HTMLInputElement).value).filter(Boolean));
    expect(values).toEqual(["3", "5"]);
    await close();
  });

  test("from two phones for one week meets the other, and nothing is lost or written over", async () => {
    const [one, other] = [await sistersPhone(), await sistersPhone()];
    const series = await startMeasure(one.page, { name: "Falls in the bath", often: "Every week" });
    const keypad = await keypadOf(one.page, series);
    await other.page.goto(keypad);
    await untilKept(other.page);
    await other.context.setOffline(true);
    await press(other.page, "7");
    await save(other.page);
    await expect.poll(() => note(other.page).innerText()).toContain("waiting to be sent");
    await one.page.goto(keypad);
    await press(one.page, "4");
    await save(one.page);
    await one.page.waitForURL("**?saved=*");
    await other.context.setOffline(false);
    await expect.poll(() => note(other.page).innerText()).toContain("could not be saved");
    await other.page.getByRole("button", { name: "Open it" }).click();
    await other.page.getByText("There is another number already").waitFor();
    expect(await main(other.page)).toMatch(/4[\s\S]*7|7[\s\S]*4/);
    await other.page.getByRole("button", { name: "Save mine over theirs" }).click();
    await other.page.waitForURL("**?saved=*");
    expect(await main(other.page)).toContain("Saved: 7");
    expect(await note(other.page).isVisible()).toBe(false);
    await Promise.all([one.close(), other.close()]);
  });

  test("kept pages go when somebody signs out", async () => {
    const { page, context, close } = await sistersPhone();
    const series = await startMeasure(page, { name: "Falls on the stairs", often: "Every week" });
    const keypad = await keypadOf(page, series);
    await page.goto(keypad);
    await untilKept(page);
    await page.getByRole("button", { name: "Sign out" }).click();
    await page.waitForURL("**/sign-in*");
    expect(await page.evaluate(() => caches.keys())).toEqual([]);
    await context.setOffline(true);
    await expect(page.goto(keypad)).rejects.toThrow();
    await close();
  });
});

/** As Excel puts it on the clipboard. */
const paste = (page: Page, cell: string, text: string): Promise<void> =>
  page.locator(cell).evaluate((box, copied) => {
    (box as HTMLInputElement).focus();
    const clipboardData = new DataTransfer();
    clipboardData.setData("text/plain", copied);
    box.dispatchEvent(new ClipboardEvent("paste", { clipboardData, bubbles: true, cancelable: true }));
  }, text);

const value = (page: Page, id: string): Promise<string> => page.locator(`[id="${id}"]`).inputValue();

describe("a table of numbers", () => {
  test("takes a paste from Excel, undoes it in one step, and says at the cell what is wrong", async () => {
    const { page, faults, close } = await visit(browser);
    await become(page, "01-ward-sister");
    const series = await startMeasure(page, { name: "Falls in a year", often: "Every month" });
    await page.goto(`${series}/numbers`);
    const first = "[data-cell=first] >> nth=0";
    await paste(
      page,
      first,
      "Month\tFalls\tTarget\r\nJan-24\t1,204\t3\r\nFeb-24\tn/a\t3\r\nMar-24\tfive\t3\r\nTotal\t1209\t\r\n",
    );
    expect(await value(page, "first-2024-01-01")).toBe("1204");
    expect(await value(page, "first-2024-02-01")).toBe("n/a");
    expect(await page.locator('[id="first-2024-03-01-error"]').innerText()).toContain(
      "“five” is not a number",
    );
    expect(await main(page)).toContain("3 numbers were put into the table");
    expect(await wrongHere(page)).toEqual([]);
    await page.locator('[id="first-2024-03-01"]').fill("5");
    await page.keyboard.press("Enter");
    await page.keyboard.press("Control+z");
    await page.keyboard.press("Control+z");
    expect(await value(page, "first-2024-01-01")).toBe("");
    await page.keyboard.press("Control+y");
    await page.keyboard.press("Control+y");
    expect(await value(page, "first-2024-03-01")).toBe("5");
    await page.getByRole("button", { name: "Save the numbers" }).click();
    await page.waitForURL("**?saved=3");
    expect(await main(page)).toContain("3 numbers were saved.");
    expect(faults).toEqual([]);
    await close();
  });

  test("asks which day a date is before it takes anything", async () => {
    const { page, faults, close } = await visit(browser);
    await become(page, "01-ward-sister");
    const series = await startMeasure(page, { name: "Falls each day", often: "Every day" });
    await page.goto(`${series}/numbers`);
    await paste(page, "[data-cell=first] >> nth=0", "03/04/2026\t4\n05/06/2026\t5");
    expect(await main(page)).toContain("Which day is 03/04/2026?");
    expect(await page.locator('[id="first-2026-04-03"]').count()).toBe(0);
    await page.getByRole("button", { name: "3 April 2026" }).click();
    expect(await value(page, "first-2026-04-03")).toBe("4");
    expect(await value(page, "first-2026-06-05")).toBe("5");
    expect(faults).toEqual([]);
    await close();
  });
});
