import type { Browser } from "playwright-core";
import { beforeAll, expect, test } from "vitest";
import { openBrowser, visit } from "./browser.ts";
import { wrongWith } from "./page-rules.ts";
import { problemPages } from "./problem-pages.ts";

let browser: Browser;

beforeAll(async () => {
  browser = await openBrowser();
});

test("every problem has a page that keeps the rules, says what to do, and is no form error", async () => {
  const { page, context, close } = await visit(browser);
  const pages = await problemPages();
  expect(new Set(pages.map(({ status }) => status))).toEqual(
    new Set([303, 400, 403, 404, 408, 409, 413, 422, 429, 500, 503]),
  );
  const found: string[] = [];
  for (const { name, status, html } of pages.filter(({ location }) => location === null)) {
    const address = `/problem/${name}`;
    await context.route(`**${address}`, (route) =>
      route.fulfill({ status, body: html, contentType: "text/html; charset=utf-8" }),
    );
    await page.goto(address);
    found.push(...(await wrongWith(page)).map((line) => `${name}, ${status} ${line}`));
    if (await page.locator(".nhsuk-error-summary").count()) found.push(`${name}: looks like a form error`);
    if ((await page.locator("main").innerText()).length < 60) found.push(`${name}: says next to nothing`);
    if ((await page.locator("main a").count()) === 0 && status !== 503) found.push(`${name}: no way on`);
  }
  await close();
  expect(found).toEqual([]);
});

test("whoever has to sign in first, or prove who they are, is led there and back", async () => {
  const led = (await problemPages()).filter(({ location }) => location !== null);
  expect(led.map(({ name, location }) => [name, location])).toEqual([
    ["nobody-yet", "/sign-in?next=%2Fnobody-yet"],
    ["proof-needed", "/sign-in/prove?next=%2Fproof-needed"],
  ]);
});

test("the program itself answers with such a page: not there, not allowed, tried too often", async () => {
  const { page, close } = await visit(browser);
  expect((await page.goto("/nothing/at/all"))?.status()).toBe(404);
  expect(await page.locator("h1").innerText()).toBe("Page not found");
  let status = 0;
  for (let guess = 0; guess < 14 && status !== 429; guess += 1) {
    await page.goto("/sign-in");
    await page.getByLabel("Email address").fill("nobody@guess.example");
    await page.getByLabel("Password", { exact: true }).fill("guess after guess");
    const answered = page.waitForNavigation();
    await page.getByRole("button", { name: "Sign in", exact: true }).click();
    status = (await answered)?.status() ?? 0;
  }
  expect(status).toBe(429);
  expect(await wrongWith(page)).toEqual([]);
  await close();
});
