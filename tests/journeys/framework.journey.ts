import type { Browser, Page } from "playwright-core";
import { beforeAll, expect, test } from "vitest";
import { become, openBrowser, visit, type Visit } from "./browser.ts";
import { wrongWith } from "./page-rules.ts";

const framework = "/framework/developing-people";

let browser: Browser;

beforeAll(async () => {
  browser = await openBrowser();
});

async function visitAs(persona?: string): Promise<Visit> {
  const visitor = await visit(browser);
  if (persona) await become(visitor.page, persona);
  return visitor;
}

async function leave(visitor: Visit): Promise<void> {
  expect(visitor.faults).toEqual([]);
  await visitor.close();
}

const heading = (page: Page): Promise<string> => page.locator("h1").innerText();

test("a citizen reads how action 9 stands and who is responsible", async () => {
  const citizen = await visitAs();
  const { page } = citizen;
  await page.goto(`${framework}/pictures`);
  expect(await wrongWith(page), "the picture").toEqual([]);
  const node = page.getByRole("link", { name: /^9\. Ensure easy access/ }).first();
  await node.focus();
  await page.keyboard.press("Enter");
  await page.waitForURL("**/items/action-9");
  const facts = page.locator(".nhsuk-summary-list");
  expect(await facts.innerText()).toMatch(/How it stands[\s\S]*of 2: [\s\S]*Responsible today[\s\S]*NHS/);
  for (const name of [/^What is unfinished/, /^Local work that serves it$/, /^Intended outcomes$/])
    expect(await page.getByRole("heading", { name }).count(), String(name)).toBe(1);
  expect(await wrongWith(page), "action 9").toEqual([]);
  await leave(citizen);
});

test("an officer who marks a commitment done is asked for evidence", async () => {
  const officer = await visitAs("09-national-body-officer");
  const { page } = officer;
  const item = `${framework}/items/detail-13.4`;
  await page.goto(item);
  await page.getByRole("link", { name: "Say how it stands" }).click();
  await page.getByRole("radio", { name: "Done", exact: true }).check();
  await page.getByLabel("What happened since?").fill("Every report of the 7 boards was read by another.");
  await page.getByRole("button", { name: "Publish" }).click();
  const problem = page.getByRole("link", { name: /needs evidence/ });
  await problem.click();
  await page.keyboard.type("What the reviewers wrote");
  await page.getByRole("button", { name: "Publish" }).click();
  await page.waitForURL(`**${item}?done=reported`);
  expect(await page.locator(".nhsuk-summary-list").innerText()).toContain("Done, with evidence");
  expect(await page.locator(".tl-evidence").innerText()).toContain("What the reviewers wrote");
  await leave(officer);
});

test("an executive writes a strategy, aligns it and publishes it", { timeout: 60_000 }, async () => {
  const executive = await visitAs("07-local-system-lead");
  const { page } = executive;
  await page.goto("/strategies");
  await page.getByRole("link", { name: "Write a strategy" }).click();
  await page.getByLabel("In one sentence").fill("Every team in our area learns to improve its own work");
  await page.getByRole("button", { name: "Continue" }).click();
  await page.waitForURL("**/plans/new/check*");
  await page.getByLabel("Everyone, without signing in").check();
  await page.getByRole("button", { name: "Start the strategy" }).click();
  await page.waitForURL(/\/plans\/[0-9a-f-]{36}\?done=started/);
  const plan = new URL(page.url()).pathname;
  await page.getByRole("link", { name: "Say what this strategy serves" }).click();
  await page.getByLabel("Find an aim or a driver").fill("talent management");
  await page.getByRole("button", { name: "Find", exact: true }).click();
  await page.getByRole("radio", { name: /^5\. Support organisations/ }).check();
  await page.getByRole("button", { name: "Save", exact: true }).click();
  await page.waitForURL(`**${plan}?done=aligned`);
  await page.goto(`${plan}/strategy`);
  expect(await page.getByText(/^Missing: /).count()).toBeGreaterThan(4);
  await page.getByRole("link", { name: "Write or change it" }).click();
  for (const section of await page.locator("textarea:not([name=milestones])").all())
    await section.fill("Each team has a coach, a method and 2 hours a month for its own question.");
  await page.getByLabel("Milestones").fill("2027-03-31 The first 20 leaders have a coach");
  await page.getByRole("button", { name: "Save", exact: true }).click();
  await page.waitForURL(`**${plan}/strategy?done=written`);
  await page.getByText("Nothing is missing.").waitFor();
  expect(await wrongWith(page), "the strategy").toEqual([]);
  await page.getByRole("button", { name: /^Publish it/ }).click();
  await page.waitForURL(`**${plan}/strategy?done=published`);
  await page.getByText("The first 20 leaders have a coach, by 31 March 2027").waitFor();
  await leave(executive);
});

test("a board member goes from a national driver to a ward's test in four clicks", async () => {
  const member = await visitAs("06-board-member");
  const { page } = member;
  await page.goto(framework);
  await page.getByRole("link", { name: "Line of sight", exact: true }).click();
  const driver = page.locator("tr", {
    has: page.getByRole("link", { name: "Time and resources for improvement" }),
  });
  await driver.getByRole("link").nth(3).click();
  await page.getByRole("columnheader", { name: "Tests" }).last().waitFor();
  await page.locator("td:last-child a[href$='/tests']").first().click();
  await page
    .getByRole("link", { name: /^Cycle 1: / })
    .first()
    .click();
  await page.waitForURL(/\/tests\/[0-9a-f-]{36}$/);
  expect(await heading(page)).not.toBe("");
  await leave(member);
});

test("someone proposes a change to the framework and sees the answer", { timeout: 60_000 }, async () => {
  const sister = await visitAs("01-ward-sister");
  await sister.page.goto(`${framework}/items/action-10`);
  await sister.page.getByRole("link", { name: "Propose a change" }).click();
  await sister.page.getByRole("radio", { name: "Change its words" }).check();
  await sister.page
    .getByLabel("What it should say")
    .fill("Help peers to learn from each other, nights included.");
  await sister.page
    .getByLabel("Why?")
    .fill("Those who work at night can come to no network that meets at noon.");
  await sister.page.getByRole("button", { name: "Propose it" }).click();
  await sister.page.waitForURL("**/proposals/*?done=proposed");
  const proposal = new URL(sister.page.url()).pathname;
  const officer = await visitAs("09-national-body-officer");
  await officer.page.goto(proposal);
  await officer.page.getByRole("radio", { name: "Decline it" }).check();
  await officer.page.getByLabel("What do you say").fill("The next version says it for all actions at once.");
  await officer.page.getByRole("button", { name: "Publish the answer" }).click();
  await officer.page.waitForURL("**/proposals/*?done=answered");
  await sister.page.goto(proposal);
  expect(await sister.page.locator(".nhsuk-inset-text").innerText()).toMatch(
    /^Declined[\s\S]*all actions at once/m,
  );
  await leave(officer);
  await leave(sister);
});
