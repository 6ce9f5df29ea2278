import { readFileSync } from "node:fs";
import { firstDifference } from "./verify/compare.ts";
import { computeCase } from "./verify/compute-case.ts";
import type { ReferenceFile } from "./verify/reference-case.ts";

const compat = process.argv.includes("--compat");
const explain = process.argv.includes("--explain");
const files = process.argv.slice(2).filter((argument) => !argument.startsWith("--"));

if (files.length === 0) {
  console.error("Usage: npm run -s spc:verify -- FILE… [--compat] [--explain]");
  process.exit(2);
}

let passed = 0;
let failed = 0;
for (const file of files) {
  const { cases }: ReferenceFile = JSON.parse(readFileSync(file, "utf8"));
  for (const reference of cases) {
    const difference = firstDifference(reference, computeCase(reference, compat));
    if (difference === null) {
      passed += 1;
      continue;
    }
    failed += 1;
    const quirks = reference.packageQuirks?.join(", ");
    const marked = quirks === undefined ? "" : ` (package quirk: ${quirks})`;
    console.log(`failed ${reference.id}${marked}${explain ? `: ${difference}` : ""}`);
  }
}
console.log(`${passed} passed, ${failed} failed`);
process.exitCode = failed === 0 ? 0 : 1;
