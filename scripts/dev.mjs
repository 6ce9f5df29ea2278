import { spawn } from "node:child_process";
import { watch } from "node:fs";
import { join } from "node:path";
import { buildIfNeeded, root } from "./build.mjs";

// Builds, runs, and does both again whenever a source changes. A build that fails leaves the old program up.
let program;
let timer;

async function again() {
  try {
    await buildIfNeeded();
  } catch (error) {
    console.error(error.message);
    return;
  }
  await stopped(program);
  program = spawn(process.execPath, [join(root, "scripts", "start.mjs")], {
    stdio: "inherit",
    cwd: root,
    env: { ...process.env, DRAIN_SECONDS: "0" },
  });
}

function stopped(child) {
  if (!child || child.exitCode !== null) return Promise.resolve();
  return new Promise((resolve) => {
    child.once("exit", resolve);
    child.kill("SIGTERM");
  });
}

for (const folder of ["src", "packages", "db", "content"]) {
  try {
    watch(join(root, folder), { recursive: true }, () => {
      clearTimeout(timer);
      timer = setTimeout(again, 150);
    });
  } catch {
    // A folder that does not exist yet has nothing to watch.
  }
}
process.on("SIGINT", () => stopped(program).then(() => process.exit(0)));
await again();
