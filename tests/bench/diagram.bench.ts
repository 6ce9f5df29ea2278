import { randomUUID } from "node:crypto";
import { chromium, type Locator, type Page } from "playwright-core";
import { findChromium } from "../../scripts/chromium.mjs";
import { startProgram, temporaryFolder } from "../setup/running-program.ts";
import { goal, percentile, row, type Row } from "./row.ts";

/** How long a frame of the driver diagram's editor takes in Chromium, with few nodes and with 200. */
export async function bench(): Promise<Row[]> {
  await using opened = new AsyncDisposableStack();
  const folder = await temporaryFolder("throughline-bench-");
  opened.defer(() => folder.remove());
  const program = await startProgram({ dataDir: folder.path });
  opened.defer(() => program.stop().then(() => undefined));
  const browser = await chromium.launch({
    executablePath: findChromium(),
    args: quietly,
  });
  opened.defer(() => browser.close());
  const page = await browser.newPage({ baseURL: program.url, viewport: { width: 1400, height: 1000 } });
  const plan = await ownPlan(page);
  const few = await framesOf(page, plan, 10);
  const many = await framesOf(page, plan, 200);
  return Object.keys(deeds).flatMap((name) => [
    row(`driver diagram of 200 nodes, ${name}: longest frame`, "ms", many[name]!, goal(50)),
    row(`driver diagram of 200 nodes, ${name}: longest frame`, "ms", many[name]!, {
      name: "the same with 10 nodes",
      figures: few[name]!,
    }),
  ]);
}

const quietly = ["--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run"];
const rounds = 5;

async function ownPlan(page: Page): Promise<string> {
  await page.goto("/demonstration");
  await page.locator('form:has(input[value="01-ward-sister"]) button').click();
  await page.waitForURL((url) => url.pathname !== "/demonstration");
  const link = page.locator('a[href^="/plans/"]', { hasText: "Fewer falls at night" }).first();
  return (await link.getAttribute("href"))!;
}

/** Each deed in every round; of a round the longest frame counts. */
async function framesOf(page: Page, plan: string, count: number): Promise<Record<string, number[]>> {
  await fill(page, plan, count);
  await page.goto(`${plan}/diagram`);
  await page.getByRole("tree").waitFor();
  const frames: Record<string, number[]> = {};
  for (let round = 0; round <= rounds; round += 1) {
    for (const [name, deed] of Object.entries(deeds)) {
      const longest = await longestFrame(page, () => deed(page));
      if (round > 0) (frames[name] ??= []).push(longest);
    }
  }
  return frames;
}

const deeds: Record<string, (page: Page) => Promise<void>> = {
  "dragging a node over it": drag,
  "writing a new node": write,
  "folding and unfolding a driver": fold,
};

/** Under a neighbour, into a column of its own: all columns are laid out anew. */
async function drag(page: Page): Promise<void> {
  const moved = item(page, "Idea 1");
  await moved.scrollIntoViewIfNeeded();
  const from = await middleOf(moved);
  const to = await middleOf(page.locator(`${named("Idea 1")} + [role=treeitem]`));
  await page.mouse.move(...from);
  await page.mouse.down();
  await page.mouse.move(from[0] - 200, from[1] + 200, { steps: 20 });
  await page.mouse.move(...to, { steps: 20 });
  await page.mouse.up();
  await said(page, "Moved");
  await page.keyboard.press("Control+z");
  await said(page, "Undone");
}

async function middleOf(item: Locator): Promise<[x: number, y: number]> {
  const box = (await item.boundingBox())!;
  return [box.x + box.width / 2, box.y + box.height / 2];
}

async function write(page: Page): Promise<void> {
  await item(page, "Idea 1").focus();
  await page.keyboard.press("Enter");
  await page.keyboard.type("Something new to try");
  await page.keyboard.press("Enter");
  await page.keyboard.press("Escape");
  await said(page, "Added");
  await page.keyboard.press("Control+z");
  await said(page, "Undone");
}

async function fold(page: Page): Promise<void> {
  await item(page, "Driver 0").focus();
  await page.keyboard.press("Space");
  await said(page, "Folded");
  await page.keyboard.press("Space");
  await said(page, "Unfolded");
}

/** By its attributes, which a browser finds at once: to find by role, it walks the whole page within a frame. */
function item(page: Page, text: string): Locator {
  return page.locator(named(text));
}

function named(text: string): string {
  return `[role=treeitem][aria-label^="${text}."]`;
}

async function said(page: Page, word: string): Promise<void> {
  await page.locator("#diagram-said", { hasText: word }).waitFor({ state: "attached" });
}

async function settled(page: Page): Promise<void> {
  await page.waitForTimeout(150);
}

/** From one time that the browser draws to the next, while something is done. */
async function longestFrame(page: Page, deed: () => Promise<void>): Promise<number> {
  await settled(page);
  await page.evaluate(() => {
    const watch = globalThis as unknown as { frames: number[]; ends: boolean };
    Object.assign(watch, { frames: [], ends: false });
    let before = performance.now();
    const tick = (now: number): void => {
      watch.frames.push(now - before);
      before = now;
      if (!watch.ends) requestAnimationFrame(tick);
    };
    requestAnimationFrame((now) => {
      before = now;
      requestAnimationFrame(tick);
    });
  });
  await deed();
  await settled(page);
  const frames = await page.evaluate(() => {
    const watch = globalThis as unknown as { frames: number[]; ends: boolean };
    watch.ends = true;
    return watch.frames;
  });
  return percentile(frames, 1);
}

/** An aim with drivers, every tenth idea under two of them, as large as wanted. */
async function fill(page: Page, plan: string, count: number): Promise<void> {
  await page.goto(`${plan}/diagram/list`);
  const key = randomUUID();
  const status = await page.evaluate(
    async ({ plan, count, key }) => {
      type Seen = { nodes: { id: string; kind: string }[] };
      const data = (await (await fetch(`${plan}/diagram/data`)).json()) as Seen;
      const aim = data.nodes.find((node) => node.kind === "aim")!.id;
      const old = data.nodes.filter((node) => node.id !== aim).map((node) => node.id);
      const changes: object[] = old.length > 0 ? [{ do: "remove", ids: old }] : [];
      const add = (kind: string, text: string, under: string): string => {
        const id = crypto.randomUUID();
        changes.push({ do: "add", id, kind, text, under, after: "" });
        return id;
      };
      const drivers = Array.from({ length: Math.ceil(count / 40) + 1 }, (_, at) =>
        add("primary", `Driver ${at}`, aim),
      );
      const lower = Array.from({ length: Math.ceil(count / 10) }, (_, at) =>
        add("secondary", `What helps ${at}`, drivers[at % drivers.length]!),
      );
      const left = count - 1 - drivers.length - lower.length;
      for (let at = 0; at < left; at += 1) {
        const idea = add(
          "idea",
          `Idea ${at}. A change that a ward can try on one shift`,
          lower[at % lower.length]!,
        );
        if (at % 10 === 0)
          changes.push({ do: "link", id: idea, under: lower[(at + 7) % lower.length]!, after: "" });
      }
      const body = new URLSearchParams({ _key: key, changes: JSON.stringify(changes) });
      return (await fetch(`${plan}/diagram/changes`, { method: "POST", body })).status;
    },
    { plan, count, key },
  );
  if (status !== 200) throw new Error(`The diagram could not be filled: ${status}`);
}
