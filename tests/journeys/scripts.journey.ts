import type { Browser, Page } from "playwright-core";
import { beforeAll, describe, expect, test } from "vitest";
import { cookieNames } from "#modules/people/session-cookie.ts";
import { cookies as listedCookies } from "#web/cookies.ts";
import { become, openBrowser, visit } from "./browser.ts";
import { wrongWith } from "./page-rules.ts";

let browser: Browser;

beforeAll(async () => {
  browser = await openBrowser();
});

const ward = "/bodies/AT-22-01-01";
const notFor = "What it is not for";

const drafts = (page: Page): Promise<string[]> =>
  page.evaluate(() => Object.keys(localStorage).filter((key) => key.startsWith("draft:")));

async function save(page: Page): Promise<void> {
  await page.getByRole("button", { name: "Save", exact: true }).click();
  await page.waitForURL("**done=edited");
}

describe("what the browser adds", () => {
  test("matches stand under the box while one types, and the keyboard chooses among them", async () => {
    const { page, faults, close } = await visit(browser);
    await page.goto("/bodies");
    const box = page.getByLabel("Find an organisation");
    const matches = page.getByRole("listbox", { name: "Matches" }).getByRole("option");
    await box.pressSequentially("opalbrige");
    await matches.first().waitFor();
    expect(await box.getAttribute("aria-expanded")).toBe("true");
    await page.keyboard.press("ArrowDown");
    const first = await matches.first().getAttribute("id");
    expect(await box.getAttribute("aria-activedescendant")).toBe(first);
    expect(await wrongWith(page)).toEqual([]);
    // On paper there is no box, and what is not there has no focus.
    await box.focus();
    await page.keyboard.press("ArrowDown");
    await matches.first().waitFor();
    await page.keyboard.press("Escape");
    expect(await matches.count()).toBe(0);
    expect(await box.inputValue()).toBe("opalbrige");
    await page.keyboard.press("ArrowDown");
    await matches.first().waitFor();
    await page.keyboard.press("ArrowDown");
    await page.keyboard.press("Enter");
    await page.getByRole("button", { name: "Find" }).click();
    await page.waitForURL(/\/bodies\/[A-Z]/);
    expect(faults).toEqual([]);
    await close();
  });

  test("what was typed comes back after a reload, and goes once it is saved", async () => {
    const { page, faults, close } = await visit(browser);
    await become(page, "01-ward-sister");
    await page.goto(`${ward}/edit`);
    const box = page.getByLabel(notFor);
    const text = `${await box.inputValue()} Typed, and not sent.`;
    await box.fill(text);
    await expect.poll(() => drafts(page)).toHaveLength(1);
    await page.reload();
    expect(await box.inputValue()).toBe(text);
    expect(await page.locator(".tl-note").innerText()).toContain("We kept what you typed");
    expect(await wrongWith(page)).toEqual([]);
    await save(page);
    expect(await page.locator("main").innerText()).toContain("Typed, and not sent.");
    expect(await drafts(page)).toEqual([]);
    await page.goto(`${ward}/edit`);
    expect(await page.locator(".tl-note").count()).toBe(0);
    expect(faults).toEqual([]);
    await close();
  });

  test("an NHS number is pointed out while one types, and again by the server", async () => {
    const { page, faults, close } = await visit(browser);
    await become(page, "01-ward-sister");
    await page.goto(`${ward}/edit`);
    const box = page.getByLabel("What it is for", { exact: true });
    await box.fill("Seen: 943 476 5919 today");
    const note = page.locator(".tl-note--warning");
    await note.waitFor();
    expect(await note.innerText()).toContain("an NHS number");
    expect(await note.getAttribute("role")).toBe("status");
    await page.getByRole("button", { name: "Save", exact: true }).click();
    await page.locator(".nhsuk-error-summary").waitFor();
    expect(await box.inputValue()).toBe("Seen: 943 476 5919 today");
    expect(await page.getByLabel("This is not about a patient").isVisible()).toBe(true);
    expect(await wrongWith(page)).toEqual([]);
    expect(faults).toEqual([]);
    await close();
  });

  test("the end of the session is announced, can be put off, and is said when it has come", async () => {
    const { page, faults, close } = await visit(browser);
    await become(page, "01-ward-sister");
    await page.clock.install();
    await page.goto(`${ward}/edit`);
    const panel = page.locator(".tl-session");
    await page.clock.fastForward("26:00");
    await panel.waitFor();
    expect(await panel.innerText()).toContain("You will be signed out in 4 minutes");
    await page.getByRole("button", { name: "Stay signed in" }).click();
    await panel.waitFor({ state: "hidden" });
    await page.clock.fastForward("31:00");
    await panel.getByRole("link", { name: "Sign in again" }).waitFor();
    expect(await panel.innerText()).toContain("kept on this device");
    expect(faults).toEqual([]);
    await close();
  });
});

describe.each([true, false])("two editors, with scripts: %s", (javaScriptEnabled) => {
  test("the second sees both texts, loses neither, and decides", async () => {
    const first = await visit(browser, { javaScriptEnabled });
    const second = await visit(browser, { javaScriptEnabled });
    const tag = javaScriptEnabled ? "with" : "without";
    for (const { page } of [first, second]) {
      await become(page, "01-ward-sister");
      await page.goto(`${ward}/edit`);
    }
    await first.page.getByLabel(notFor).fill(`One wrote this ${tag}.`);
    await second.page.getByLabel(notFor).fill(`The other wrote that ${tag}.`);
    await save(first.page);
    const answered = second.page.waitForNavigation();
    await second.page.getByRole("button", { name: "Save", exact: true }).click();
    expect((await answered)?.status()).toBe(409);
    const panel = second.page.locator(".tl-conflict");
    expect(await panel.innerText()).toContain(`One wrote this ${tag}.`);
    expect(await panel.innerText()).toContain(`The other wrote that ${tag}.`);
    expect(await second.page.getByLabel(notFor).inputValue()).toBe(`The other wrote that ${tag}.`);
    expect(await second.page.title()).toMatch(/^Error: /);
    if (javaScriptEnabled) expect(await wrongWith(second.page)).toEqual([]);
    await second.page.getByRole("button", { name: "Save mine over theirs" }).click();
    await second.page.waitForURL("**done=edited");
    expect(await second.page.locator("main").innerText()).toContain(`The other wrote that ${tag}.`);
    expect([...first.faults, ...second.faults]).toEqual([]);
    await first.close();
    await second.close();
  });
});

test.each(["/bodies/AT-22-01", "/charts", "/sign-up"])(
  "each script of %s blocked in turn takes nothing away",
  async (path) => {
    const { page, context, faults, close } = await visit(browser);
    await page.goto(path);
    const sources = await page
      .locator("script[src]")
      .evaluateAll((scripts) => scripts.map((script) => (script as HTMLScriptElement).src));
    const headings = await page.locator("h1,h2,h3").allInnerTexts();
    expect(sources.length).toBeGreaterThan(0);
    for (const source of sources) {
      await context.route(source, (route) => route.abort());
      await page.reload();
      expect(await page.locator("h1,h2,h3").allInnerTexts(), source).toEqual(headings);
      await context.unroute(source);
    }
    expect(faults.filter((fault) => fault.startsWith("error:"))).toEqual([]);
    await close();
  },
);

test("every cookie that can be set is listed, and the privacy page shows the list", async () => {
  const { session, code, signOn, phone } = cookieNames("https://throughline.example");
  const listed = listedCookies.map(({ name }) => name);
  expect(listed.toSorted()).toEqual([session, code, signOn, phone].toSorted());
  const { page, close } = await visit(browser);
  await page.goto("/privacy");
  expect((await page.locator("main table th[scope=row]").allInnerTexts()).toSorted()).toEqual(
    listed.toSorted(),
  );
  await close();
});

test("focus is always to be seen, and never behind something", async () => {
  const { page, close } = await visit(browser, { viewport: { width: 1280, height: 700 } });
  await become(page, "01-ward-sister");
  for (const path of ["/", `${ward}/edit`, "/bodies?q=avocet&kind=ward"]) {
    await page.goto(path);
    for (let step = 0; step < 40; step += 1) {
      await page.keyboard.press("Tab");
      expect(await hiddenFocus(page), `${path}, step ${step + 1}`).toBeUndefined();
    }
  }
  await close();
});

test("negative control: a focus that cannot be seen is found out", async () => {
  const { page, close } = await visit(browser);
  await page.goto("/");
  await page.keyboard.press("Tab");
  expect(await hiddenFocus(page)).toBeUndefined();
  await page.evaluate(() => {
    const unmarked = "outline: none !important; box-shadow: none !important";
    document.styleSheets[0]!.insertRule(`*, *::before { ${unmarked} }`);
  });
  expect(await hiddenFocus(page)).toContain("no mark");
  await close();
});

/** What is wrong with how the focus shows; nothing when all is well. */
function hiddenFocus(page: Page): Promise<string | undefined> {
  return page.evaluate(() => {
    const at = document.activeElement;
    if (!at || at === document.body) return undefined;
    const name = at.outerHTML.slice(0, 90);
    // The boxes of the design system are drawn by the label that follows a control nobody sees.
    const drawn = at.matches("[type=radio],[type=checkbox]") ? at.nextElementSibling! : at;
    const style = [getComputedStyle(drawn), getComputedStyle(drawn, "::before")];
    const isMarked = style.some(
      ({ outlineStyle, boxShadow }) => outlineStyle !== "none" || boxShadow !== "none",
    );
    if (!isMarked) return `no mark: ${name}`;
    const { left, top, width, height } = drawn.getBoundingClientRect();
    const above = document.elementFromPoint(left + width / 2, top + height / 2);
    return above && (drawn.contains(above) || above.contains(drawn)) ? undefined : `hidden: ${name}`;
  });
}
