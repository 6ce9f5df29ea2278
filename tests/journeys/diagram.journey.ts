import { randomUUID } from "node:crypto";
import type { Browser, Page } from "playwright-core";
import { beforeAll, describe, expect, test } from "vitest";
import { become, openBrowser, visit, type Visit } from "./browser.ts";

let browser: Browser;

beforeAll(async () => {
  browser = await openBrowser();
});

/** A plan of the ward sister's with nothing in it but what this journey writes: no two journeys meet. */
async function ownPlan(page: Page): Promise<string> {
  await page.goto("/");
  const href = await page
    .locator('a[href^="/plans/"]', { hasText: "Fewer falls at night" })
    .first()
    .getAttribute("href");
  return href!;
}

/** As the editor does it: all that is in the diagram but the aim is removed. */
async function emptied(page: Page, plan: string): Promise<void> {
  await page.goto(`${plan}/diagram`);
  await page.evaluate(
    async ([path, key]) => {
      const data = (await (await fetch(`${path}/diagram/data`)).json()) as {
        nodes: { id: string; kind: string }[];
      };
      const ids = data.nodes.filter((node) => node.kind !== "aim").map((node) => node.id);
      if (ids.length === 0) return;
      const body = new URLSearchParams({ _key: key!, changes: JSON.stringify([{ do: "remove", ids }]) });
      await fetch(`${path}/diagram/changes`, { method: "POST", body });
    },
    [plan, randomUUID()],
  );
}

async function opened(page: Page, plan: string): Promise<void> {
  await page.goto(`${plan}/diagram`);
  await page.getByRole("tree").waitFor();
}

function item(page: Page, text: string) {
  return page.getByRole("treeitem", { name: new RegExp(`^${text}\\.`) });
}

async function saved(page: Page): Promise<void> {
  await page.getByText("All changes are saved.").waitFor();
}

async function asSister(options = {}): Promise<Visit & { plan: string }> {
  const seen = await visit(browser, options);
  await become(seen.page, "01-ward-sister");
  return { ...seen, plan: await ownPlan(seen.page) };
}

describe("the driver diagram", () => {
  test("is built, moved, linked, folded, undone and left by keyboard alone", async () => {
    const { page, faults, close, plan } = await asSister({
      permissions: ["clipboard-read", "clipboard-write"],
    });
    await emptied(page, plan);
    await opened(page, plan);
    const keys = page.keyboard;
    await page.getByRole("treeitem").first().focus();
    await keys.press("Tab");
    await keys.type("Safe ward");
    await keys.press("Enter");
    await keys.type("Alert team");
    await keys.press("Tab");
    await keys.type("Risk is said at handover");
    await keys.press("Tab");
    await keys.type("Huddle");
    await keys.press("Enter");
    await keys.type("Board");
    await keys.press("Enter");
    await keys.press("Enter");
    await saved(page);
    await item(page, "Board").waitFor();
    expect(await item(page, "Board").getAttribute("aria-level")).toBe("4");
    expect(await item(page, "Huddle").getAttribute("aria-label")).toContain(
      "Change idea, 1 of 2 under “Risk is said at handover”",
    );

    await item(page, "Board").focus();
    await keys.press("Alt+ArrowUp");
    expect(await item(page, "Board").getAttribute("aria-posinset")).toBe("1");
    await keys.press("Control+z");
    expect(await item(page, "Board").getAttribute("aria-posinset")).toBe("2");
    await keys.press("ArrowLeft");
    expect(await page.evaluate(() => document.activeElement?.getAttribute("aria-label"))).toMatch(
      /^Risk is said at handover\./,
    );
    await keys.press(" ");
    expect(await item(page, "Huddle").count()).toBe(0);
    expect(await item(page, "Risk is said at handover").getAttribute("aria-expanded")).toBe("false");
    await keys.press(" ");
    await keys.press("F2");
    await keys.press("Control+a");
    await keys.type("Risk is said aloud");
    await keys.press("Enter");
    await saved(page);
    expect(await item(page, "Risk is said aloud").count()).toBe(1);

    await item(page, "Huddle").focus();
    await page.getByRole("button", { name: "Link to another driver" }).click();
    await page
      .getByLabel("Another driver that it serves")
      .selectOption({ label: "Primary driver: Safe ward" });
    await page.getByRole("button", { name: "Link", exact: true }).click();
    await saved(page);
    expect(await item(page, "Huddle").getAttribute("aria-label")).toContain("also under");

    await item(page, "Safe ward").focus();
    await keys.press("Delete");
    await saved(page);
    expect(await item(page, "Safe ward").count()).toBe(0);
    await keys.press("Control+z");
    await saved(page);
    expect(await item(page, "Safe ward").count()).toBe(1);

    await keys.press("Escape");
    await keys.press("Tab");
    expect(await page.evaluate(() => document.activeElement?.closest("[role=tree]"))).toBeNull();
    await opened(page, plan);
    expect(await page.getByRole("treeitem").count()).toBe(6);
    expect(faults).toEqual([]);
    await close();
  });

  test("takes a branch from a spreadsheet by pasting, and gives it back as text", async () => {
    const { page, faults, close, plan } = await asSister();
    await emptied(page, plan);
    await opened(page, plan);
    await page.getByRole("treeitem").first().focus();
    await page.getByRole("button", { name: "Paste", exact: true }).click();
    await page
      .getByLabel("Indented text, or columns from Excel")
      .fill("Safe ward\tAt night\tNight light\n\t\tClear floor\n\tBy day\tAids in reach\n");
    await page.getByRole("button", { name: "Add these" }).first().click();
    await saved(page);
    expect(await page.getByRole("treeitem").count()).toBe(7);
    const text = await (await page.request.get(`${plan}/diagram/files/outline.txt`)).text();
    expect(text).toContain(
      "  Safe ward\n    At night\n      Night light\n      Clear floor\n    By day\n      Aids in reach\n",
    );
    expect(faults).toEqual([]);
    await close();
  });

  test("is edited by two at once: other words stand, the same words meet, and nothing is lost", async () => {
    const one = await asSister();
    await emptied(one.page, one.plan);
    await opened(one.page, one.plan);
    const other = await asSister();
    await opened(other.page, one.plan);

    await one.page.getByRole("treeitem").first().focus();
    await one.page.keyboard.press("Tab");
    await one.page.keyboard.type("Drivers of hers");
    await one.page.keyboard.press("Enter");
    await one.page.keyboard.press("Enter");
    const began = Date.now();
    await saved(one.page);
    await item(other.page, "Drivers of hers").waitFor({ timeout: 5_000 });
    expect(Date.now() - began).toBeLessThan(2_500);

    await item(one.page, "Drivers of hers").focus();
    await one.page.keyboard.press("F2");
    await one.page.keyboard.type(" and more");
    await item(other.page, "Drivers of hers").focus();
    await other.page.keyboard.press("F2");
    await other.page.keyboard.press("Control+a");
    await other.page.keyboard.type("Drivers of theirs");
    await other.page.keyboard.press("Enter");
    await saved(other.page);
    await one.page.waitForTimeout(1_500);
    await one.page.keyboard.press("End");
    await one.page.keyboard.type("!");
    await one.page.keyboard.press("Enter");
    const conflict = one.page.getByRole("alert", { name: "Two people wrote the same words" });
    await conflict.waitFor();
    expect(await conflict.innerText()).toContain("Drivers of theirs");
    expect(await conflict.innerText()).toMatch(/and more!|!/);
    await conflict.getByRole("button", { name: "Use mine" }).click();
    await saved(one.page);
    await item(other.page, "Drivers of theirs").waitFor({ state: "detached" });
    expect([...one.faults, ...other.faults]).toEqual([]);
    await Promise.all([one.close(), other.close()]);
  });

  test("keeps what was done without a line, and sends it when there is one", async () => {
    const { page, context, close, plan } = await asSister();
    await emptied(page, plan);
    await opened(page, plan);
    await context.setOffline(true);
    await page.getByRole("treeitem").first().focus();
    await page.keyboard.press("Tab");
    await page.keyboard.type("Written on the train");
    await page.keyboard.press("Enter");
    await page.keyboard.press("Enter");
    await page.getByText("Not saved yet.").waitFor();
    await context.setOffline(false);
    await saved(page);
    await opened(page, plan);
    expect(await item(page, "Written on the train").count()).toBe(1);
    await close();
  });

  test("is changed as a list where no script runs", async () => {
    const script = await asSister();
    await emptied(script.page, script.plan);
    await script.close();
    const { page, faults, close, plan } = await asSister({ javaScriptEnabled: false });
    await page.goto(`${plan}/diagram`);
    expect(await page.locator("svg[role=img]").count()).toBeGreaterThan(0);
    await page.goto(`${plan}/diagram/list`);
    await page.getByLabel("Add many at once").fill("Safe ward\n  At night\n    Night light\n  By day");
    await page.getByRole("button", { name: "Add these" }).click();
    await page.getByText("All of it is added.").waitFor();
    await page.getByRole("link", { name: "Night light" }).click();
    await page.getByLabel("Words").fill("Night light by every bed");
    await page.getByRole("button", { name: "Save the words" }).click();
    await page.getByLabel("Another place").selectOption({ label: "Secondary driver: By day" });
    await page.getByRole("button", { name: "Put it there as well" }).click();
    await page.getByText("It now stands there as well.").waitFor();
    await page.getByRole("button", { name: /Take it from there from under At night/ }).click();
    await page.getByText("It no longer stands there.").waitFor();
    await page.getByRole("link", { name: "Remove it from the diagram" }).click();
    await page.getByRole("button", { name: "Remove it" }).click();
    await page.getByText("It is removed.").waitFor();
    await page.goto(`${plan}/diagram/history`);
    expect(await page.locator("main").innerText()).toContain(
      "Changed “Night light” to “Night light by every bed”",
    );
    expect(faults).toEqual([]);
    await close();
  });
});
