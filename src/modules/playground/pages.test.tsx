import { Hono } from "hono";
import { describe, expect, it } from "vitest";
import type { Env, Services } from "#web/env.ts";
import { answerProblem } from "#web/errors.tsx";
import { readBody } from "#web/middleware/read-body.ts";
import { contentSecurityPolicy } from "#web/middleware/security-headers.ts";
import { publicRoutes } from "#web/public-routes.ts";
import { examples } from "../../islands/playground/examples.ts";
import { mountPlayground, playgroundNavigation } from "./index.ts";

/** The page needs no database and nobody's session: only what every page is drawn with. */
function playground() {
  const app = new Hono<Env>();
  const assets = {
    folder: "",
    stylesheet: "/a.css",
    script: "/a.js",
    favicon: "/f.svg",
    islands: { playground: "/p.js" },
  };
  const services = {
    assets,
    navigation: [playgroundNavigation],
    demonstration: false,
  } as unknown as Services;
  app.onError(answerProblem);
  app.use(async (c, next) => {
    c.set("services", services);
    c.set("at", new Date("2026-04-01T12:00:00Z"));
    await next();
  });
  app.use(readBody(() => false));
  mountPlayground(app);
  const post = (path: string, form: Record<string, string>) =>
    app.request(path, { method: "POST", body: new URLSearchParams(form) });
  return { get: (path: string) => app.request(path), post, app };
}

const { get, post, app } = playground();
const boxes = { screen: "on", gaps: "on" };
const rows = Array.from(
  { length: 20 },
  (_, i) => `${String((i % 12) + 1).padStart(2, "0")}/${2024 + Math.floor(i / 12)}\t${40 + ((i * 5) % 9)}`,
).join("\n");

describe("the chart page", () => {
  it("is public in every way", () => {
    for (const route of app.routes.filter(
      ({ method, path }) => method !== "ALL" && path.startsWith("/charts"),
    ))
      expect(publicRoutes.has(`${route.method} ${route.path}`)).toBe(true);
  });

  it("draws an example that says it is one before anything is pasted", async () => {
    const response = await get("/charts");
    const page = await response.text();
    expect(response.status).toBe(200);
    expect(page).toContain('<h1 class="nhsuk-heading-l nhsuk-u-margin-bottom-2">Draw a control chart</h1>');
    expect(page).toContain("This is an example with invented numbers");
    expect(page).toContain('<svg class="tl-chart"');
    expect(page).toContain('src="/p.js"');
    expect(page).not.toMatch(/\s(?:style|on[a-z]+)="/);
    expect(contentSecurityPolicy).not.toContain("unsafe");
  });

  it.each(Object.keys(examples))("puts the example %s into the form with one click", async (key) => {
    const page = await (await get(`/charts?example=${key}`)).text();
    expect(page).toContain(examples[key]!.form.title);
    expect(page).not.toContain("This is an example with invented numbers");
    expect(page).toContain("Download picture (PNG)");
  });

  it.each(["constructor", "__proto__", "%00", "<script>"])(
    "takes no notice of an example called %s",
    async (key) => {
      expect((await get(`/charts?example=${encodeURIComponent(key)}`)).status).toBe(200);
    },
  );

  it("has one h1, unique ids, and a table with a caption and row headers for the chart", async () => {
    const page = await (await get("/charts?example=waits")).text();
    expect(page.match(/<h1/g)).toHaveLength(1);
    const ids = [...page.matchAll(/\sid="([^"]+)"/g)].map((match) => match[1]);
    expect(ids.filter((id, i) => ids.indexOf(id) !== i)).toEqual([]);
    expect(page).toContain('<th class="nhsuk-table__header" scope="row"');
    expect(page).toContain("Left out: Flood in the department");
    expect(page).toContain("No data");
    expect(page).toContain("Not applicable");
  });
});

describe("drawing without script", () => {
  it("draws what was pasted, keeps it in the form, and writes nothing as markup", async () => {
    const response = await post("/charts", {
      ...boxes,
      data: rows,
      title: "<b>Waits</b>",
      improvement: "decrease",
    });
    const page = await response.text();
    expect(response.status).toBe(200);
    expect(page).toContain("&lt;b&gt;Waits&lt;/b&gt; shows");
    expect(page).not.toContain("<b>Waits");
    expect(page).toContain("01/2024\t40");
  });

  it.each([
    ["nothing", "", "Paste your data first"],
    [
      "words in a number",
      "Apr-24\t1\nMay-24\ttwelve\nJun-24\t4\nJul-24\t4",
      "Row 2: “twelve” is not a number",
    ],
    ["a huge number", "Apr-24\t1\nMay-24\t1e308\nJun-24\t4\nJul-24\t4", "is too large for a chart"],
    [
      "a date that is none",
      "01/04/2024\t1\n31/04/2024\t4\n01/05/2024\t5",
      "Row 2: “31/04/2024” is not a date",
    ],
    ["one row", "Apr-24\t1", "There is 1 point"],
    ["too many rows", "1\n".repeat(20_000), "There are 20,001 rows"],
    ["zero denominators", "Apr-24\t0\t0\nMay-24\t0\t0\nJun-24\t0\t0", "Every denominator is 0"],
  ])("says what is wrong with %s at its field and in the summary", async (_name, data, message) => {
    const response = await post("/charts", { ...boxes, data });
    const page = await response.text();
    expect(response.status).toBe(422);
    expect(page).toContain("<title>Error: Draw a control chart");
    expect(page.split(message)).toHaveLength(3);
    expect(page).toContain('id="data-error"');
    expect(page).toContain('href="#data"');
  });

  it("draws points that are all equal", async () => {
    const response = await post("/charts", {
      ...boxes,
      data: "Apr-24\t100%\n".repeat(3) + "May-24\t100%\nJun-24\t100%",
      target: "100",
    });
    expect(response.status).toBe(200);
    expect(await response.text()).not.toMatch(/NaN|Infinity/);
  });

  it.each([
    "run",
    "xmr",
    "mr",
    "xmr-median",
    "c",
    "g",
    "t",
    "p",
    "p-prime",
    "u",
    "u-prime",
    "xmr-weighted",
    "xbar",
    "nonsense",
  ])("answers for the chart %s, whatever was pasted", async (chart) => {
    for (const data of [rows, rows.replaceAll(/\t(\d+)/g, "\t$1\t90"), "1\n0\n0\n1\n-4"]) {
      expect([200, 422]).toContain(
        (await post("/charts", { ...boxes, data, chart, ranges: "on", histogram: "on" })).status,
      );
    }
  });
});

describe("files", () => {
  const sent = { ...boxes, data: rows, title: "Waits: ward 7" };

  it("gives a drawing that stands by itself", async () => {
    const response = await post("/charts/download", { ...sent, format: "svg" });
    const svg = await response.text();
    expect(response.headers.get("Content-Type")).toContain("image/svg+xml");
    expect(response.headers.get("Content-Disposition")).toBe('attachment; filename="waits-ward-7.svg"');
    expect(svg).toMatch(/^<svg[^>]+xmlns=/);
    expect(svg).toContain("Fingerprint");
  });

  it("gives a picture at twice the size", async () => {
    const response = await post("/charts/download", { ...sent, format: "png" });
    const bytes = new Uint8Array(await response.arrayBuffer());
    expect(new TextDecoder().decode(bytes.slice(1, 4))).toBe("PNG");
    expect(new DataView(bytes.buffer).getUint32(16)).toBe(1760);
  });

  it("gives a table that opens in Excel, and the arithmetic", async () => {
    const table = await (await post("/charts/download", { ...sent, format: "csv" })).text();
    expect(table.split("\r\n")[1]).toMatch(/^2024-01-01,40,/);
    expect(await (await post("/charts/download", { ...sent, format: "working" })).text()).toContain(
      "Fingerprint",
    );
  });

  it("comes back with the page where nothing can be drawn", async () => {
    expect((await post("/charts/download", { ...boxes, data: "", format: "png" })).status).toBe(422);
  });
});
