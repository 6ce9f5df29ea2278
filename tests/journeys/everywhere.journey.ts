import { randomUUID } from "node:crypto";
import { mkdirSync } from "node:fs";
import { get } from "node:http";
import { gzipSync } from "node:zlib";
import { join } from "node:path";
import type { Browser, Page } from "playwright-core";
import { beforeAll, describe, expect, inject, test } from "vitest";
import { projectRoot } from "#platform/project-root.ts";
import { cookies as listedCookies } from "#web/cookies.ts";
import { Browse } from "../setup/browse.ts";
import { become, openBrowser, visit } from "./browser.ts";
import { discover, matterOf, type Found } from "./discover.ts";
import { axeFindings, bringAxe } from "./axe.ts";
import { brokenPageRules, height, widths, wrongWith } from "./page-rules.ts";

const pictures = join(projectRoot, "tests", "artefacts");
const walkers = ["visitor", "01-ward-sister", "10-administrator"];

/** States of pages that one link more or less would not show: each kind of body, each kind of result. */
const states = [
  "/gallery",
  "/outbox",
  "/bodies?q=nothing-is-called-this",
  "/bodies?q=avocet&kind=ward&place=ENG",
  "/bodies/ENG",
  "/bodies/NB-CQC",
  "/bodies/RG-3",
  "/bodies/AH-01",
  "/bodies/CN-CAN-01",
  "/bodies/AT-22-01",
  "/bodies/MT-34-01",
  "/bodies/MT-34-01-P2",
  "/bodies/compare?a=ahsn&b=leadership-academy",
  "/bodies/compare?a=local-system&b=local-system",
];

let browser: Browser;

beforeAll(async () => {
  mkdirSync(pictures, { recursive: true });
  browser = await openBrowser();
});

const walked = new Map<string, Promise<Found[]>>();

/** Every page that this one can reach, each once, found by following links. */
function pagesFor(walker: string): Promise<Found[]> {
  const known = walked.get(walker);
  if (known) return known;
  const walk = (async () => {
    const browse = new Browse(inject("program").url);
    if (walker === "visitor") return discover(browse, states);
    await browse.post("/demonstration/become", { persona: walker, _key: randomUUID() });
    return discover(browse);
  })();
  walked.set(walker, walk);
  return walk;
}

const looked = new Set<string>();

/** The pages whose matter nobody before has been shown. */
function newIn(pages: readonly Found[]): Found[] {
  return pages.filter((page) => {
    const matter = matterOf(page.text);
    return !looked.has(matter) && Boolean(looked.add(matter));
  });
}

async function lookAt(page: Page, pages: readonly Found[], walker: string): Promise<string[]> {
  const found: string[] = [];
  await bringAxe(page);
  for (const { path, shape } of pages) {
    await page.setViewportSize({ width: widths[0], height });
    await page.goto(path);
    found.push(...(await wrongWith(page)).map((line) => `${path} ${line}`));
    if (process.env["PICTURES"]) {
      const name = `${walker}${shape.replaceAll(/[^\w-]+/g, "_")}.png`;
      await page.screenshot({ path: join(pictures, name), fullPage: true });
    }
  }
  return found;
}

describe.each(walkers)("every page that %s can reach", (walker) => {
  test(
    "keeps the rules of a page, at each width, with nothing for axe-core to find",
    { timeout: 300_000 },
    async () => {
      const pages = newIn(await pagesFor(walker));
      expect(pages.length).toBeGreaterThan(10);
      const { page, open, context, faults, close } = await visit(browser);
      if (walker !== "visitor") await become(page, walker);
      const half = Math.ceil(pages.length / 2);
      const found = await Promise.all([
        lookAt(page, pages.slice(0, half), walker),
        lookAt(await open(), pages.slice(half), walker),
      ]);
      const known = new Set(listedCookies.map((cookie) => cookie.name));
      const unlisted = (await context.cookies()).filter((cookie) => !known.has(cookie.name));
      await close();
      expect(found.flat()).toEqual([]);
      expect(faults).toEqual([]);
      expect(unlisted).toEqual([]);
    },
  );

  test("has a title of its own", async () => {
    const twins: string[] = [];
    const titles = new Map<string, string>();
    for (const { path, text } of await pagesFor(walker)) {
      const title = /<title>(.*?)<\/title>/.exec(text)?.[1] ?? "";
      const [address = ""] = path.split("?");
      const twin = titles.get(title) ?? address;
      if (twin !== address) twins.push(`${address} has the title of ${twin}: ${title}`);
      titles.set(title, address);
    }
    expect(twins).toEqual([]);
  });

  test("weighs little enough for ward Wi-Fi", async () => {
    const { url } = inject("program");
    const pages = await pagesFor(walker);
    const weights = pages.map(({ path, text }) => ({ path, weight: gzipSync(text).length }));
    expect(weights.filter(({ weight }) => weight > 40_000)).toEqual([]);
    const ordered = weights.map(({ weight }) => weight).toSorted((one, other) => one - other);
    expect(ordered[Math.floor(ordered.length / 2)]).toBeLessThanOrEqual(14_000);
    for (const { path, text } of pages) {
      const styles = [...text.matchAll(/<link rel="stylesheet" href="([^"]+)"/g)].map((match) => match[1]!);
      const scripts = [...text.matchAll(/<script[^>]+src="([^"]+)"/g)].map((match) => match[1]!);
      expect(await totalWeight(url, styles), path).toBeLessThanOrEqual(32_000);
      const most = scripts.length > 1 ? 160_000 : 15_000;
      expect(await totalWeight(url, scripts), path).toBeLessThanOrEqual(most);
    }
  });
});

const weighed = new Map<string, number>();

/** The bytes that a browser is sent, which takes Brotli as all of them do. */
async function totalWeight(url: string, paths: string[]): Promise<number> {
  let total = 0;
  for (const path of paths) {
    if (!weighed.has(path)) weighed.set(path, await bytesSent(new URL(path, url)));
    total += weighed.get(path)!;
  }
  return total;
}

function bytesSent(url: URL): Promise<number> {
  return new Promise((resolve, reject) => {
    const asked = get(url, { headers: { "Accept-Encoding": "gzip, deflate, br" } }, (answer) => {
      let bytes = 0;
      answer.on("data", (part: Buffer) => (bytes += part.length));
      answer.on("end", () => resolve(bytes));
    });
    asked.on("error", reject);
  });
}

test("negative control: a page that breaks the rules is found out", async () => {
  const { page, close } = await visit(browser);
  await page.goto("/accessibility");
  await page.evaluate(() => {
    document.title = "Something else";
    document.querySelector("h1")!.outerHTML = '<h3>Skipped</h3><img src="/assets/mark.svg"><div>wide</div>';
    document.querySelector<HTMLElement>("main div > div")!.style.width = "3000px";
    document.querySelector("main")!.insertAdjacentHTML("beforeend", "<h6>Deep</h6><table></table>");
  });
  expect(await brokenPageRules(page)).toEqual([
    "0 h1",
    "title: Something else",
    "h5 or h6",
    expect.stringContaining("then h6: Deep"),
    "no caption: ",
    expect.stringContaining("px too wide"),
  ]);
  expect(await axeFindings(page)).toEqual(expect.arrayContaining([expect.stringContaining("image-alt")]));
  await close();
});

test("negative control: what is wrong is found in a part that looks like one in which nothing was", async () => {
  const { page, close } = await visit(browser);
  await page.goto("/accessibility");
  expect(await axeFindings(page)).toEqual([]);
  const add = (...parts: string[]) =>
    page.evaluate((parts) => {
      const pale = new CSSStyleSheet();
      pale.insertRule("main section:last-child b { color: #ddd }");
      document.adoptedStyleSheets = [pale];
      document.querySelector("main")!.insertAdjacentHTML("beforeend", parts.join(""));
    }, parts);
  const good =
    '<section><p>Words</p><p><a href="/privacy">Privacy</a></p><img alt="A mark" src="/assets/mark.svg"></section>';
  const bold = good.replace("Words", "<b>Words</b>");
  await add(bold, good);
  expect(await axeFindings(page)).toEqual([]);
  await add(good.replace(">Privacy<", "><"), good.replace('alt="A mark"', ""), good, bold);
  const found = (await axeFindings(page)).map((line) => line.split(":")[0]);
  expect(found.sort()).toEqual(["color-contrast", "image-alt", "link-name"]);
  expect(await axeFindings(page), "the same again").toHaveLength(3);
  await close();
});

test.each(["at every width", "on a desk alone"])(
  "negative control: words too pale to read %s are found out",
  async (named) => {
    const onDeskAlone = named === "on a desk alone";
    const { page, close } = await visit(browser);
    await page.setViewportSize({ width: widths[0], height });
    await page.goto("/accessibility");
    await page.evaluate((onDeskAlone) => {
      const pale = document.createElement("p");
      pale.textContent = "Too pale to read";
      pale.className = "pale";
      document.querySelector("main")!.append(pale);
      // A rule of the sheet holds as soon as the width does; a listener hears of it a frame later, or after the judgement.
      const sheet = new CSSStyleSheet();
      sheet.insertRule(".pale { color: #ddd }");
      if (onDeskAlone) sheet.insertRule("@media (max-width: 999px) { .pale { display: none } }");
      document.adoptedStyleSheets.push(sheet);
    }, onDeskAlone);
    const where = onDeskAlone ? [widths[2]] : [widths[0], widths[2]];
    expect(await wrongWith(page)).toEqual(
      where.map((width) => expect.stringContaining(`at ${width} px: color-contrast`)),
    );
    await close();
  },
);
