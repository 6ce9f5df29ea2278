import { spawn } from "node:child_process";
import { readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { buildIfNeeded, root } from "./build.mjs";

// The long forms of tests/program: what the gate tries a few times is tried a hundred times here. Everything
// listens on this machine only. What each one proves stands in docs/proof.md.
const longest = 20 * 60_000;
const long = { PROOF: "yes", KILL_ROUNDS: "100", NODE_ENV: "test" };

await buildIfNeeded();
const started = performance.now();
const report = join(tmpdir(), `throughline-proof-${process.pid}.json`);
const inTime = await prove(process.argv.slice(2));
const results = JSON.parse(await readFile(report, "utf8").catch(() => "{}"));
await rm(report, { force: true });

const minutes = ((performance.now() - started) / 60_000).toFixed(1);
const passed = results.numPassedTests ?? 0;
const failed = (results.numFailedTests ?? 0) + brokenFiles(results) + (inTime && passed > 0 ? 0 : 1);
console.log(inTime ? `\nAfter ${minutes} minutes:` : `\nNot done after ${minutes} minutes, so ended.`);
console.log(`${passed} passed, ${failed} failed`);
process.exitCode = failed === 0 ? 0 : 1;

/** True when it ended by itself. Names on the command line choose some of the files. */
function prove(names) {
  const reporters = ["--reporter=verbose", "--reporter=json", `--outputFile.json=${report}`];
  const vitest = spawn("vitest", ["run", "--project", "program", ...reporters, ...names], {
    cwd: root,
    stdio: "inherit",
    env: { ...process.env, ...long },
  });
  return new Promise((resolve) => {
    let ended = true;
    const bound = setTimeout(() => {
      ended = false;
      vitest.kill("SIGTERM");
    }, longest);
    vitest.on("error", () => resolve(false));
    vitest.on("close", () => {
      clearTimeout(bound);
      resolve(ended);
    });
  });
}

/** A file that could not be loaded, or whose end failed, has no failed test in it, and is a failure all the same. */
function brokenFiles({ testResults = [] }) {
  return testResults.filter(
    (file) => file.status === "failed" && !file.assertionResults.some((test) => test.status === "failed"),
  ).length;
}
