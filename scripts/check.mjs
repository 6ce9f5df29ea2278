import { fileURLToPath } from "node:url";
import { step } from "./say.mjs";
import { fastTests } from "./fast-tests.mjs";

/** What a check may remember from one run to the next; a fresh install forgets it. */
const remembered = "node_modules/.cache/check";

/** Everything that is quick to know: types, lint, format, the laws of the house, unused code. */
export async function staticChecks() {
  const code = ["src", "packages", "tests", "scripts", "db"];
  const results = [];
  results.push(
    ...(await Promise.all([
      step("types", "tsc", [
        "--noEmit",
        "--incremental",
        "--tsBuildInfoFile",
        `${remembered}/types.tsbuildinfo`,
      ]),
      step("lint", "oxlint", ["--type-aware", "--deny-warnings", "src", "packages", "tests"]),
    ])),
  );
  results.push(
    ...(await Promise.all([
      step("format", "oxfmt", ["--check", ...code]),
      step("boundaries", "depcruise", [
        "src",
        "packages",
        "--config",
        ".dependency-cruiser.mjs",
        "--cache",
        `${remembered}/boundaries`,
        "--output-type",
        "err-long",
      ]),
      step("unused", "knip", ["--no-progress"]),
    ])),
  );
  return results.every(Boolean);
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const clean = await staticChecks();
  const tested = await step("fast unit tests", "vitest", ["run", "--project", "unit", ...fastTests()]);
  process.exitCode = clean && tested ? 0 : 1;
}
