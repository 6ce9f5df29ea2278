import { fileURLToPath } from "node:url";
import { step } from "./say.mjs";
import { fastTests } from "./fast-tests.mjs";

/** What a check may remember from one run to the next; a fresh install forgets it. */
const remembered = "node_modules/.cache/check";

const types = [
  "tsc",
  "--noEmit",
  // Each checker more looks into most of the same types again: two take twice the processor time of one.
  "--checkers",
  "1",
  "--incremental",
  "--tsBuildInfoFile",
  `${remembered}/types.tsbuildinfo`,
];
const lint = ["oxlint", "--type-aware", "--deny-warnings", "src", "packages", "tests"];
const format = ["oxfmt", "--check", "src", "packages", "tests", "scripts", "db"];
const boundaries = [
  "depcruise",
  "src",
  "packages",
  "--config",
  ".dependency-cruiser.mjs",
  "--cache",
  `${remembered}/boundaries`,
  "--output-type",
  "err-long",
];

/** Everything that is quick to know: types, lint, format, the laws of the house, unused code. A lane for each core. */
export async function staticChecks() {
  const lanes = [
    lane(["types", types], ["unused", ["knip", "--no-progress"]]),
    // Its half that knows types is written in Go, and cheaper on one core for the same reason.
    lane(["lint", lint, { env: { GOMAXPROCS: "1" } }], ["boundaries", boundaries], ["format", format]),
  ];
  return (await Promise.all(lanes)).flat().every(Boolean);
}

async function lane(...steps) {
  const results = [];
  for (const [name, [command, ...args], options] of steps)
    results.push(await step(name, command, args, options));
  return results;
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const clean = await staticChecks();
  const tested = await step("fast unit tests", "vitest", ["run", "--project", "unit", ...fastTests()]);
  process.exitCode = clean && tested ? 0 : 1;
}
