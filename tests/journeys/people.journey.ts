import type { Browser, Page } from "playwright-core";
import { beforeAll, describe, expect, test } from "vitest";
import { codeFor } from "../setup/one-time-code.ts";
import { become, openBrowser, visit } from "./browser.ts";

let browser: Browser;

beforeAll(async () => {
  browser = await openBrowser();
});

const password = "three quiet herons at dawn";

async function heading(page: Page): Promise<string> {
  return (await page.locator("h1").innerText()).trim();
}

async function signUp(page: Page, name: string, address: string): Promise<void> {
  await page.getByLabel("Full name").fill(name);
  await page.getByLabel("Email address").fill(address);
  await page.getByLabel("Password", { exact: true }).fill(password);
  await page.getByRole("button", { name: "Open an account" }).click();
  await page.waitForURL("**/sign-up/check-your-email*");
}

/** Opens the link of the newest mail to this address, as it lies in the demonstration's outbox. */
async function followMail(page: Page, address: string): Promise<void> {
  await page.goto("/outbox");
  await page
    .locator("li,article,section,tr,div", { hasText: address })
    .locator("a[href*='/verify']")
    .first()
    .click();
}

async function signIn(page: Page, address: string): Promise<void> {
  await page.getByLabel("Email address").fill(address);
  await page.getByLabel("Password", { exact: true }).fill(password);
  await page.getByRole("button", { name: "Sign in", exact: true }).click();
}

describe.each([true, false])("with scripts: %s", (javaScriptEnabled) => {
  const tag = javaScriptEnabled ? "scripted" : "plain";

  test("somebody finds a body in spite of a slip, and reads what it is for", async () => {
    const { page, faults, close } = await visit(browser, { javaScriptEnabled });
    await page.goto("/");
    await page.getByRole("button", { name: "Find your organisation" }).click();
    const box = page.getByLabel("Find an organisation");
    await box.fill("opalbrige hospitls");
    if (javaScriptEnabled) {
      await page
        .getByRole("option", { name: /Opalbridge Hospitals/ })
        .first()
        .waitFor();
      await page.keyboard.press("Escape");
    }
    await page.getByRole("button", { name: "Find" }).click();
    await page.getByRole("link", { name: "Opalbridge Hospitals NHS Foundation Trust" }).first().click();
    await page.waitForURL("**/bodies/AT-22-01");
    expect(await heading(page)).toContain("Opalbridge Hospitals NHS Foundation Trust");
    for (const words of ["What it is for", "What it is not for", "Who to contact"]) {
      expect(await page.getByText(words, { exact: true }).count(), words).toBeGreaterThan(0);
    }
    expect(faults).toEqual([]);
    await close();
  });

  test("somebody signs up, verifies the address, sets up codes, and signs in with one", async () => {
    const { page, faults, close } = await visit(browser, { javaScriptEnabled });
    const address = `robin.${tag}@newcomer.example`;
    await page.goto("/sign-up");
    await signUp(page, "Robin Newcomer", address);
    await followMail(page, address);
    await page.getByLabel("Password", { exact: true }).fill(password);
    await page.getByRole("button", { name: "Confirm", exact: true }).click();
    await page.waitForURL((url) => url.pathname === "/");
    expect(await heading(page)).toContain("My work");

    await page.goto("/me/security");
    await page.getByRole("button", { name: "Set up codes" }).click();
    await page.getByLabel("Password", { exact: true }).fill(password);
    await page.getByRole("button", { name: "Continue" }).click();
    await page.waitForURL("**/me/security/confirm*");
    const key = (await page.locator("main code").first().innerText()).replaceAll(/\s/g, "");
    await page.getByLabel(/code/i).last().fill(codeFor(key, new Date()));
    await page.getByRole("button", { name: "Confirm" }).click();
    expect((await page.locator("main").innerText()).toLowerCase()).toContain("recovery code");

    await page.getByRole("button", { name: "Sign out" }).click();
    await page.goto("/sign-in");
    await signIn(page, address);
    await page.waitForURL("**/sign-in/code*");
    await page
      .getByLabel(/code/i)
      .last()
      .fill(codeFor(key, new Date(Date.now() + 30_000)));
    await page.getByRole("main").getByRole("button").first().click();
    await page.waitForURL((url) => url.pathname === "/");
    expect(await heading(page)).toContain("Robin Newcomer");
    expect(faults).toEqual([]);
    await close();
  });

  test("a ward sister prints a QR code, and a colleague joins with it", async () => {
    const sister = await visit(browser, { javaScriptEnabled });
    await become(sister.page, "01-ward-sister");
    await sister.page.getByRole("link", { name: "Invite a colleague" }).first().click();
    await sister.page.getByRole("link", { name: "print a QR code" }).click();
    await sister.page.getByLabel("Member", { exact: true }).check();
    await sister.page.getByRole("button", { name: "Make the QR code" }).click();
    await sister.page.waitForURL("**/people/invitations/*");
    expect(await sister.page.locator("main svg").count()).toBeGreaterThan(0);
    const link = /https?:\/\/\S+\/invitations\/[\w-]+/.exec(
      await sister.page.locator("main").innerText(),
    )?.[0];
    expect(link).toBeDefined();

    const colleague = await visit(browser, { javaScriptEnabled });
    await become(colleague.page, javaScriptEnabled ? "05-analyst" : "06-board-member");
    await colleague.page.goto(link!);
    expect(await colleague.page.locator("main").innerText()).toContain("Meadowsweet Ward");
    await colleague.page.getByRole("main").getByRole("button").first().click();
    await colleague.page.goto("/");
    expect(await colleague.page.locator("main").innerText()).toContain("Meadowsweet Ward");
    expect([...sister.faults, ...colleague.faults]).toEqual([]);
    await sister.close();
    await colleague.close();
  });

  test("somebody without the right is refused with a way on, and a stranger is asked to sign in", async () => {
    const { page, faults, close } = await visit(browser, { javaScriptEnabled });
    await page.goto("/bodies/AT-22-01-01/edit");
    expect(new URL(page.url()).pathname).toBe("/sign-in");
    await become(page, "02-practice-manager");
    const answer = await page.goto("/bodies/AT-22-01-01/edit");
    expect(answer?.status()).toBe(403);
    expect(await heading(page)).toBe("You cannot do this");
    expect(await page.locator("main .nhsuk-error-summary").count()).toBe(0);
    expect(await page.locator("main a").count()).toBeGreaterThan(0);
    expect(faults).toEqual([]);
    await close();
  });
});

test("everything on the way to a body can be done with the keyboard alone", async () => {
  const { page, faults, close } = await visit(browser);
  await page.goto("/bodies");
  await page.keyboard.press("Tab");
  expect(await page.evaluate(() => document.activeElement?.textContent)).toContain("Skip to main content");
  await page.keyboard.press("Enter");
  await page.getByLabel("Find an organisation").focus();
  await page.keyboard.type("garnetscar family");
  await page.getByRole("option").first().waitFor();
  await page.keyboard.press("ArrowDown");
  await page.keyboard.press("Enter");
  await page.keyboard.press("Enter");
  await page.waitForURL((url) => url.pathname === "/bodies/GP-22-001" || url.search.includes("q="));
  const focusable = page.getByRole("link", { name: /Garnetscar Family Practice/ }).first();
  if (await focusable.count()) {
    await focusable.focus();
    const outline = await focusable.evaluate(
      (link) => getComputedStyle(link).boxShadow + getComputedStyle(link).outlineStyle,
    );
    expect(outline).not.toBe("nonenone");
    await page.keyboard.press("Enter");
    await page.waitForURL("**/bodies/GP-22-001");
  }
  expect(await heading(page)).toContain("Garnetscar Family Practice");
  expect(faults).toEqual([]);
  await close();
});

test("a page prints without its furniture, on as few sheets as it should", async () => {
  const { page, close } = await visit(browser);
  await page.goto("/bodies/AT-22-01");
  await page.emulateMedia({ media: "print" });
  expect(await page.locator("header nav").first().isVisible()).toBe(false);
  const sheets = (await page.pdf({ format: "A4" })).toString("latin1").match(/\/Type\s*\/Page[^s]/g) ?? [];
  expect(sheets.length).toBeGreaterThan(0);
  expect(sheets.length).toBeLessThanOrEqual(4);
  await close();
});

test("with every script blocked the page still has all its words", async () => {
  const { page, context, faults, close } = await visit(browser);
  await page.goto("/bodies/AT-22-01");
  const whole = await page.locator("main").innerText();
  await context.route("**/*.js", (route) => route.abort());
  await page.reload();
  expect(await page.locator("main").innerText()).toBe(whole);
  expect(faults.filter((fault) => fault.startsWith("error:"))).toEqual([]);
  await close();
});
