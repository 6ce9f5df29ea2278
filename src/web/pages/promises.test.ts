import { readFile, readdir } from "node:fs/promises";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { projectRoot } from "#platform/project-root.ts";

const folder = join(projectRoot, "src/web/pages");
const promises = ["accessibility", "privacy", "terms", "contact"];

function reviewedOn(source: string): number {
  return Date.parse(/<Reviewed on="(\d{4}-\d{2}-\d{2})"/.exec(source)?.[1] ?? "");
}

function isCurrent(reviewed: number, now: number): boolean {
  const age = now - reviewed;
  return age > -86_400_000 && age < 366 * 86_400_000;
}

describe("the pages that promise something", () => {
  test("are all there", async () => {
    const names = await readdir(folder);
    expect(names).toEqual(expect.arrayContaining(promises.map((name) => `${name}.tsx`)));
  });

  test.each(promises)("%s was read through in the last 12 months", async (name) => {
    expect(isCurrent(reviewedOn(await readFile(join(folder, `${name}.tsx`), "utf8")), Date.now())).toBe(true);
  });

  test("negative control: a page that nobody has read for more than a year is found out", () => {
    const reviewed = Date.parse("2025-01-01");
    expect(isCurrent(reviewed, Date.parse("2026-01-03"))).toBe(false);
    expect(isCurrent(reviewedOn("no date at all"), Date.now())).toBe(false);
  });
});
