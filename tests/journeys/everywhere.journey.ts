import { mkdirSync } from "node:fs";
import { gzipSync } from "node:zlib";
import { randomUUID } from "node:crypto";
import { join } from "node:path";
import type { Browser } from "playwright-core";
import { afterAll, beforeAll, describe, expect, inject, test } from "vitest";
import { projectRoot } from "#platform/project-root.ts";
import { cookies as listedCookies } from "#web/cookies.ts";
import { Browse } from "../setup/browse.ts";
import { become, openBrowser, visit } from "./browser.ts";
import { discover, type Found } from "./discover.ts";
import { axeFindings, brokenPageRules, widths } from "./page-rules.ts";

const pictures = join(projectRoot, "tests", "artefacts");
const walkers = ["visitor", "01-ward-sister", "10-administrator"];

let browser: Browser;

beforeAll(async () => {
  mkdirSync(pictures, { recursive: true });
  browser = await openBrowser();
});

afterAll(() => browser.close());

async function pagesFor(walker: string): Promise<Found[]> {
  const browse = new Browse(inject("program").url);
  if (walker !== "visitor")
    await browse.post("/demonstration/become", { persona: walker, _key: randomUUID() });
  return discover(browse);
}

describe.each(walkers)("every page that %s can reach", (walker) => {
  test(
    "keeps the rules of a page, at each width, with nothing for axe-core to find",
    { timeout: 240_000 },
    async () => {
      const pages = await pagesFor(walker);
      expect(pages.length).toBeGreaterThan(10);
      const { page, context, faults, close } = await visit(browser);
      if (walker !== "visitor") await become(page, walker);
      const found: string[] = [];
      const titles = new Map<string, string>();
      for (const { path, shape } of pages) {
        for (const width of widths) {
          await page.setViewportSize({ width, height: 900 });
          if (width === widths[0]) await page.goto(path);
          const wrong = [...(await brokenPageRules(page)), ...(await axeFindings(page))];
          found.push(...wrong.map((line) => `${path} at ${width} px: ${line}`));
          if (process.env["PICTURES"]) {
            const name = `${walker}${shape.replaceAll(/[^\w-]+/g, "_")}-${width}.png`;
            await page.screenshot({ path: join(pictures, name), fullPage: true });
          }
        }
        const title = await page.title();
        const twin = titles.get(title);
        if (twin && twin.split("?")[0] !== shape.split("?")[0])
          found.push(`${path} has the title of ${twin}: ${title}`);
        titles.set(title, shape);
      }
      const known = new Set(listedCookies.map((cookie) => cookie.name));
      const unlisted = (await context.cookies())
        .map((cookie) => cookie.name)
        .filter((name) => !known.has(name));
      await close();
      expect(found).toEqual([]);
      expect(faults).toEqual([]);
      expect(unlisted).toEqual([]);
    },
  );

  test("weighs little enough for ward Wi-Fi", async () => {
    const { url } = inject("program");
    const browse = new Browse(url);
    if (walker !== "visitor")
      await browse.post("/demonstration/become", { persona: walker, _key: randomUUID() });
    const weights: number[] = [];
    const scripts = new Map<string, string[]>();
    const styles = new Set<string>();
    for (const { path } of await pagesFor(walker)) {
      const { text } = await browse.get(path);
      const weight = gzipSync(text).length;
      weights.push(weight);
      expect(weight, path).toBeLessThanOrEqual(40_000);
      scripts.set(
        path,
        [...text.matchAll(/<script[^>]+src="([^"]+)"/g)].map((match) => match[1]!),
      );
      for (const match of text.matchAll(/<link rel="stylesheet" href="([^"]+)"/g)) styles.add(match[1]!);
    }
    const median = weights.toSorted((one, other) => one - other)[Math.floor(weights.length / 2)]!;
    expect(median).toBeLessThanOrEqual(14_000);
    expect(await totalWeight(url, [...styles])).toBeLessThanOrEqual(32_000);
    for (const [path, sources] of scripts) {
      const most = sources.length > 1 ? 160_000 : 15_000;
      expect(await totalWeight(url, sources), path).toBeLessThanOrEqual(most);
    }
  });
});

const weighed = new Map<string, number>();

async function totalWeight(url: string, paths: string[]): Promise<number> {
  let total = 0;
  for (const path of paths) {
    if (!weighed.has(path)) {
      const answer = await fetch(new URL(path, url));
      weighed.set(path, gzipSync(new Uint8Array(await answer.arrayBuffer())).length);
    }
    total += weighed.get(path)!;
  }
  return total;
}

test("negative control: a page that breaks the rules is found out", async () => {
  const { page, close } = await visit(browser);
  await page.goto("/accessibility");
  await page.evaluate(() => {
    document.querySelector("h1")!.outerHTML =
      '<h3>Skipped</h3><img src="/assets/mark.svg"><div style="width:3000px">wide</div>';
  });
  expect(await brokenPageRules(page)).toEqual(
    expect.arrayContaining(["0 h1", expect.stringContaining("px too wide")]),
  );
  expect(await axeFindings(page)).toEqual(expect.arrayContaining([expect.stringContaining("image-alt")]));
  await close();
});
