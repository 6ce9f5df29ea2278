import {
  chromium,
  type Browser,
  type BrowserContext,
  type BrowserContextOptions,
  type Page,
} from "playwright-core";
import { inject } from "vitest";
import { findChromium } from "../../scripts/chromium.mjs";

const quietly = [
  "--no-sandbox",
  "--disable-gpu",
  "--disable-quic",
  "--no-first-run",
  "--disable-background-networking",
  "--disable-component-update",
  "--disable-sync",
  // Every page is a new world to the compilers that make hot code quicker: half of the processor's time went into
  // compiling axe-core again for each, to be thrown away with it.
  "--js-flags=--no-maglev,--no-turbofan",
];

let opened: Promise<Browser> | undefined;

/** One for all journeys, each in windows of its own; it goes with the process. */
export async function openBrowser(): Promise<Browser> {
  if (!(await opened)?.isConnected())
    opened = chromium.launch({ executablePath: findChromium(), args: quietly });
  return opened!;
}

/** A visitor's window. Everything that goes wrong in it, or leaves the site, is kept to be asserted on. */
export type Visit = {
  page: Page;
  context: BrowserContext;
  faults: string[];
  /** Another tab of the same visitor. */
  open(): Promise<Page>;
  close(): Promise<void>;
};

export async function visit(browser: Browser, options: BrowserContextOptions = {}): Promise<Visit> {
  const { url } = inject("program");
  const context = await browser.newContext({
    baseURL: url,
    locale: "en-GB",
    timezoneId: "Europe/London",
    ...options,
  });
  const faults: string[] = [];
  const open = async (): Promise<Page> => watched(await context.newPage(), url, faults);
  return { page: await open(), context, faults, open, close: () => context.close() };
}

function watched(page: Page, home: string, faults: string[]): Page {
  page.setDefaultTimeout(30_000);
  page.on("pageerror", (error) => faults.push(`error: ${error.message}`));
  page.on("console", (message) => {
    // A refusal that a journey asks for is no fault of the page.
    if (message.type() === "error" && !/status of (4\d\d|503)/.test(message.text()))
      faults.push(`console: ${message.text()}`);
  });
  page.on("request", (request) => {
    const target = request.url();
    if (!target.startsWith(home) && !target.startsWith("data:") && !target.startsWith("blob:"))
      faults.push(`left the site: ${target}`);
  });
  return page;
}

/** Steps in as one of the demonstration's people. */
export async function become(page: Page, persona: string): Promise<void> {
  await page.goto("/demonstration");
  await page.locator(`form:has(input[value="${persona}"]) button`).click();
  await page.waitForURL((url) => url.pathname !== "/demonstration");
}
