import { globSync } from "node:fs";
import { root } from "./build.mjs";

/** Unit tests that take a second or more each, or load as much: they run in `npm test`. */
const slow = [
  "golden.test.tsx",
  "src/platform/workbook/",
  "src/platform/slides/",
  "src/platform/postgres/",
  "src/demonstration/",
  "src/modules/playground/",
  "src/ui/chart/mark-shapes.test.tsx",
  "src/ui/gallery/",
  "packages/spc/src/fingerprint.test.ts",
  "packages/spc/src/properties.test.ts",
  "packages/spc/src/bundle.test.ts",
];

/** The unit tests that tell a developer within seconds. */
export function fastTests() {
  const pattern = "{src,packages/spc/src,tests/unit}/**/*.test.{ts,tsx}";
  return globSync(pattern, { cwd: root }).filter(
    (file) => !file.includes(".db.test.") && !slow.some((part) => file.includes(part)),
  );
}
