import { readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { buildIfNeeded } from "./build.mjs";
import { staticChecks } from "./check.mjs";
import { ensureChromium } from "./chromium.mjs";
import { show } from "./say.mjs";

// The whole gate: static checks, then unit, database and browser tests, and one line that says how it went.
const chromium = ensureChromium();
await buildIfNeeded();
const clean = await staticChecks();

// Side by side: what keeps a processor busy, and what starts whole programs and browsers and waits for them. A third
// would only stand in their way: programs that are killed have to be back in time.
const lanes = [
  ["unit", "database", "safety", "permissive"],
  ["program", "browser"],
];
const results = await Promise.all(lanes.map(testLane));

const sum = (count) => results.reduce((total, result) => total + count(result), 0);
const passed = sum(({ numPassedTests = 0 }) => numPassedTests);
const failed =
  sum(({ numFailedTests = 0 }) => numFailedTests) +
  sum(brokenFiles) +
  sum(({ numTotalTests = 0 }) => (numTotalTests > 0 ? 0 : 1)) +
  (clean ? 0 : 1) +
  (chromium ? 0 : 1);
console.log(`\n${passed} passed, ${failed} failed`);
process.exitCode = failed === 0 ? 0 : 1;

async function testLane(projects) {
  const report = join(tmpdir(), `throughline-tests-${process.pid}-${projects[0]}.json`);
  const options = ["--reporter=dot", "--reporter=json", `--outputFile.json=${report}`];
  const chosen = projects.map((name) => `--project=${name}`);
  await show("vitest", ["run", ...chosen, ...options], { CHROMIUM: chromium ?? "", NODE_ENV: "test" });
  const result = JSON.parse(await readFile(report, "utf8").catch(() => "{}"));
  await rm(report, { force: true });
  return result;
}

/** A file that could not even be loaded has no failed test in it, and is a failure all the same. */
function brokenFiles({ testResults = [] }) {
  return testResults.filter(
    (file) => file.status === "failed" && !file.assertionResults.some((test) => test.status === "failed"),
  ).length;
}
