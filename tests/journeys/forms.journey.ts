import { randomUUID } from "node:crypto";
import type { Browser, Page } from "playwright-core";
import { beforeAll, describe, expect, inject, test } from "vitest";
import { Browse } from "../setup/browse.ts";
import { become, openBrowser, visit } from "./browser.ts";
import { discover, mainOf, matterOf, type Found } from "./discover.ts";
import { axeFindings, bringAxe } from "./axe.ts";
import { brokenPageRules } from "./page-rules.ts";

let browser: Browser;

beforeAll(async () => {
  browser = await openBrowser();
});

type Typed = [name: string, value: string][];

/** Sends the page's form as it stands, with every text control holding something that can be told again. */
async function sendNonsense(page: Page, form: number): Promise<Typed> {
  return page.evaluate((index) => {
    const typed: [string, string][] = [];
    const target = document.querySelectorAll<HTMLFormElement>("main form[method=post]")[index]!;
    for (const control of target.querySelectorAll<HTMLInputElement | HTMLTextAreaElement>("input,textarea")) {
      const kept =
        control instanceof HTMLTextAreaElement ||
        ["text", "email", "tel", "url", "search"].includes(control.type);
      if (!kept || control.autocomplete === "one-time-code") continue;
      control.value = control.inputMode === "numeric" ? "99" : "\u2007?? <b>not this</b>";
      typed.push([control.name, control.value]);
    }
    target.noValidate = true;
    target.requestSubmit();
    return typed;
  }, form);
}

const textForm = /<form[^>]*method="post"[\s\S]*<(textarea|input[^>]*type="(text|email)")/;
const tried = new Set<string>();

/** The pages with a text to send whose matter nobody before has been shown. */
function withNewForms(pages: readonly Found[]): Found[] {
  return pages.filter(({ path, text }) => {
    // What is pasted into the chart page is judged in the browser, and has a journey of its own.
    if (path.startsWith("/charts") || !textForm.test(mainOf(text))) return false;
    const matter = matterOf(text);
    return !tried.has(matter) && Boolean(tried.add(matter));
  });
}

/** Which forms of the open page have a text in them, by their place on it. */
function formsWithText(page: Page): Promise<number[]> {
  return page.evaluate(() =>
    [...document.querySelectorAll("main form[method=post]")].flatMap((form, index) =>
      form.querySelector("input[type=text],input[type=email],textarea") ? [index] : [],
    ),
  );
}

describe.each(["visitor", "01-ward-sister", "10-administrator"])("every form that %s can reach", (walker) => {
  test("says what is wrong where it is wrong, and keeps what was typed", { timeout: 180_000 }, async () => {
    const browse = new Browse(inject("program").url);
    if (walker !== "visitor")
      await browse.post("/demonstration/become", { persona: walker, _key: randomUUID() });
    const pages = withNewForms(await discover(browse));
    const { page, faults, close } = await visit(browser);
    await bringAxe(page);
    if (walker !== "visitor") await become(page, walker);
    const found: string[] = [];
    let refused = 0;
    for (const { path } of pages) {
      await page.goto(path);
      for (const [nth, form] of (await formsWithText(page)).entries()) {
        if (nth > 0) await page.goto(path);
        const answered = page.waitForNavigation();
        const typed = await sendNonsense(page, form);
        const status = (await answered)?.status();
        if (status !== 422) continue;
        refused += 1;
        found.push(
          ...(await wrongWithRefusal(page, typed)).map((line) => `${path}, form ${form + 1}: ${line}`),
        );
      }
    }
    await close();
    expect(refused).toBeGreaterThan(0);
    // The grid's own box for pasting has no name, is not sent, and so does not come back.
    const pasted = /^\/series\/\S+\/numbers\S*, form 1: lost what was typed in $/;
    expect(found.filter((line) => !pasted.test(line))).toEqual([]);
    expect(faults).toEqual([]);
  });
});

async function wrongWithRefusal(page: Page, typed: Typed): Promise<string[]> {
  const wrong = [...(await brokenPageRules(page)), ...(await axeFindings(page))];
  const seen = await page.evaluate(() => {
    const summary = document.querySelector("main .nhsuk-error-summary, .nhsuk-error-summary");
    const links = [...(summary?.querySelectorAll("a") ?? [])];
    return {
      title: document.title,
      summary: summary?.querySelector("h2")?.textContent?.trim(),
      focused: summary !== null && document.activeElement === summary,
      summaryFirst:
        (summary !== null &&
          summary === document.querySelector("main")?.firstElementChild?.closest(".nhsuk-error-summary")) ||
        summary?.compareDocumentPosition(document.querySelector("h1")!) === Node.DOCUMENT_POSITION_FOLLOWING,
      lost: links.filter((link) => !document.getElementById(link.hash.slice(1))).map((link) => link.hash),
      links: links.length,
      messages: document.querySelectorAll("main .nhsuk-error-message").length,
      values: [...document.querySelectorAll<HTMLInputElement>("main input,main textarea")].map(
        (control) => [control.name, control.value] as const,
      ),
    };
  });
  if (!seen.title.startsWith("Error: ")) wrong.push(`title: ${seen.title}`);
  if (seen.summary !== "There is a problem") wrong.push(`summary: ${seen.summary}`);
  if (!seen.focused) wrong.push("the summary has no focus");
  if (!seen.summaryFirst) wrong.push("the summary is not before the h1");
  if (seen.links === 0 || seen.messages < 1) wrong.push(`${seen.links} links, ${seen.messages} messages`);
  if (seen.lost.length > 0) wrong.push(`links to nothing: ${seen.lost.join(" ")}`);
  const values = new Map(seen.values);
  for (const [name, value] of typed)
    if (values.get(name)?.trim() !== value.trim()) wrong.push(`lost what was typed in ${name}`);
  return wrong;
}
