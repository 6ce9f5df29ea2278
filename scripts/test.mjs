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

const report = join(tmpdir(), `throughline-tests-${process.pid}.json`);
await show("vitest", ["run", "--reporter=dot", "--reporter=json", `--outputFile.json=${report}`], {
  CHROMIUM: chromium ?? "",
  NODE_ENV: "test",
});
const results = JSON.parse(await readFile(report, "utf8").catch(() => "{}"));
await rm(report, { force: true });

const passed = results.numPassedTests ?? 0;
const failed =
  (results.numFailedTests ?? 0) +
  brokenFiles(results) +
  (clean ? 0 : 1) +
  (chromium ? 0 : 1) +
  (passed === 0 ? 1 : 0);
console.log(`\n${passed} passed, ${failed} failed`);
process.exitCode = failed === 0 ? 0 : 1;

/** A file that could not even be loaded has no failed test in it, and is a failure all the same. */
function brokenFiles({ testResults = [] }) {
  return testResults.filter(
    (file) => file.status === "failed" && !file.assertionResults.some((test) => test.status === "failed"),
  ).length;
}
