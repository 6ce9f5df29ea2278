import type { Browser, Page } from "playwright-core";
import { beforeAll, describe, expect, test } from "vitest";
import { become, openBrowser, visit } from "./browser.ts";
import { wrongWith } from "./page-rules.ts";

let browser: Browser;

beforeAll(async () => {
  browser = await openBrowser();
});

async function heading(page: Page): Promise<string> {
  return (await page.locator("h1").innerText()).trim();
}

/** From the first sentence to the workspace. Says where it is. */
async function start(page: Page, sentence: string): Promise<string> {
  await page.goto("/plans/new");
  await page.getByLabel("In one sentence").fill(sentence);
  await page.getByRole("button", { name: "Continue" }).click();
  await page.waitForURL("**/plans/new/check*");
  await page.getByLabel("Everyone who is signed in").check();
  await page.getByRole("button", { name: "Start the project" }).click();
  await page.waitForURL(/\/plans\/[0-9a-f-]{36}\?done=started/);
  return new URL(page.url()).pathname;
}

async function stop(page: Page, plan: string, learned: string): Promise<void> {
  await page.goto(`${plan}/stage`);
  await page.getByRole("radio", { name: "Stopped" }).check();
  await page.getByRole("button", { name: "Save", exact: true }).click();
  await page.getByRole("heading", { name: "There is a problem" }).waitFor();
  await page.getByLabel("What did you learn?").fill(learned);
  await page.getByRole("button", { name: "Save", exact: true }).click();
  await page.waitForURL(`**${plan}?done=stopped`);
}

describe.each([true, false])("with scripts: %s", (javaScriptEnabled) => {
  const tag = javaScriptEnabled ? "scripted" : "plain";

  test(
    "a ward sister starts a project and invites a patient partner, who edits it",
    { timeout: 120_000 },
    async () => {
      const sister = await visit(browser, { javaScriptEnabled });
      await become(sister.page, "01-ward-sister");
      const plan = await start(
        sister.page,
        `Reduce ${tag} falls at night from 12 to 6 a month by 1 June 2027 for patients`,
      );
      if (javaScriptEnabled) expect(await wrongWith(sister.page), "the workspace").toEqual([]);
      await sister.page.goto(`${plan}/team/invite-code?as=patient-partner`);
      await sister.page.getByRole("button", { name: "Make the QR code" }).click();
      const link = await sister.page.locator("figcaption a").getAttribute("href");
      const partner = await visit(browser, { javaScriptEnabled });
      await become(partner.page, "03-patient-partner");
      await partner.page.goto(new URL(link!).pathname);
      await partner.page.getByRole("button", { name: "Join the team" }).click();
      await partner.page.waitForURL(`**${plan}/team?done=joined`);
      expect(await heading(partner.page)).toContain("Who takes part");
      await sister.page.goto(plan);
      await partner.page.goto(`${plan}/edit`);
      await partner.page.getByLabel("Its name").fill(`Nights without falls, ${tag}`);
      await partner.page.getByRole("button", { name: "Save", exact: true }).click();
      await partner.page.waitForURL(`**${plan}?done=edited`);
      if (javaScriptEnabled)
        await sister.page.getByRole("heading", { level: 1, name: `Nights without falls, ${tag}` }).waitFor();
      else await sister.page.goto(plan);
      expect(await heading(sister.page)).toContain(`Nights without falls, ${tag}`);
      expect([...sister.faults, ...partner.faults]).toEqual([]);
      await sister.close();
      await partner.close();
    },
  );

  test(
    "a project that was stopped is thanked for, and found by somebody who starts the same",
    { timeout: 120_000 },
    async () => {
      const sister = await visit(browser, { javaScriptEnabled });
      await become(sister.page, "01-ward-sister");
      const plan = await start(sister.page, `Put ${tag} weighted blankets on every bed`);
      await stop(sister.page, plan, `Blankets were too warm for ${tag} patients`);
      await sister.page.getByText("Stopped, and learned from").waitFor();
      const other = await visit(browser, { javaScriptEnabled });
      await become(other.page, "02-practice-manager");
      await other.page.goto("/plans/new");
      await other.page.getByLabel("In one sentence").pressSequentially(`Weighted blankets for ${tag} people`);
      if (javaScriptEnabled)
        await other.page.getByText(`Blankets were too warm for ${tag} patients`).waitFor();
      await other.page.getByRole("button", { name: "Continue" }).click();
      await other.page.waitForURL("**/plans/new/check*");
      await other.page.getByText(`Blankets were too warm for ${tag} patients`).waitFor();
      if (javaScriptEnabled) expect(await wrongWith(other.page), "who has tried it").toEqual([]);
      expect([...sister.faults, ...other.faults]).toEqual([]);
      await sister.close();
      await other.close();
    },
  );
});
