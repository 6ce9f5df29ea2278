import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { testApp, type TestApp } from "#tests/setup/app.ts";
import { emptyForm } from "../../islands/playground/study-form.ts";

describe("the chart page in the program", () => {
  let world: TestApp;
  beforeAll(async () => {
    world = await testApp();
  });
  afterAll(() => world.close());

  it("is open to anybody, is in the navigation, and asks the database nothing", async () => {
    world.statements();
    const visit = world.anonymous();
    const page = await (await visit("/charts")).text();
    expect(page).toContain('href="/charts"');
    expect(page).toContain('<svg class="tl-chart"');
    const data = Array.from({ length: 15 }, (_, i) => `${i + 1}/01/2026\t${i % 4}`).join("\n");
    const drawn = await visit("/charts", { form: { ...emptyForm, data, title: "Calls" } });
    expect(drawn.status).toBe(200);
    expect(drawn.headers.get("Cache-Control")).toBe("no-store");
    expect(await drawn.text()).toContain("Calls");
    expect(world.statements()).toBe(0);
  });

  it("refuses a form from another site", async () => {
    const answer = await world.anonymous()("/charts", {
      form: { ...emptyForm, data: "1\n2" },
      headers: { Origin: "https://elsewhere.example" },
    });
    expect(answer.status).toBe(403);
  });

  it("says so when a paste is too large to be read", async () => {
    const answer = await world.anonymous()("/charts", {
      form: { ...emptyForm, data: "1\n".repeat(150_000) },
    });
    expect(answer.status).toBe(413);
    expect(await answer.text()).toContain("too large");
  });
});
