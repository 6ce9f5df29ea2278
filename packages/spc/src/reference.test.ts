import { existsSync, readdirSync, readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { firstDifference } from "../verify/compare.ts";
import { computeCase } from "../verify/compute-case.ts";
import type { ReferenceFile } from "../verify/reference-case.ts";

const folder = new URL("../../../../shared/reference/spc/", import.meta.url);
const present = existsSync(folder);
if (!present)
  process.stdout.write(
    "The reference cases of the trusted packages are not here: their tests are skipped.\n",
  );

describe.skipIf(!present)("the trusted packages’ own results", { timeout: 60_000 }, () => {
  const files = present ? readdirSync(folder).filter((name) => name.endsWith(".json")) : [];
  it.each(files)("%s, in both modes", (name) => {
    const { cases }: ReferenceFile = JSON.parse(readFileSync(new URL(name, folder), "utf8"));
    const right = cases.filter((each) => each.packageQuirks === undefined);
    expect(failures(right, false), "normal mode").toEqual([]);
    expect(failures(cases, true), "compatibility mode").toEqual([]);
  });
});

function failures(cases: ReferenceFile["cases"], compat: boolean): string[] {
  return cases.flatMap((each) => {
    const difference = firstDifference(each, computeCase(each, compat));
    return difference === null ? [] : [`${each.id}: ${difference}`];
  });
}
