import { spawn } from "node:child_process";
import { existsSync, readdirSync, watch } from "node:fs";
import { join } from "node:path";
import { buildIfNeeded, root } from "./build.mjs";

// Builds, runs, and does both again whenever a source changes. A build that fails leaves the old program up.
let program;
let timer;
let working = Promise.resolve();

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

/** One after another: what changes during a build is built after it. */
function changed() {
  watchFolders();
  clearTimeout(timer);
  timer = setTimeout(() => (working = working.then(again)), 150);
}

const watched = new Set();

/** Each folder by itself: a recursive watch loses a file that an editor or git puts in another's place. */
function watchFolders() {
  for (const folder of ["src", "packages", "db", "content"].flatMap((name) => foldersIn(join(root, name)))) {
    if (watched.has(folder)) continue;
    watched.add(folder);
    watch(folder, changed).on("error", () => watched.delete(folder));
  }
}

function foldersIn(folder) {
  if (!existsSync(folder)) return [];
  const inner = readdirSync(folder, { withFileTypes: true }).filter(
    (entry) => entry.isDirectory() && entry.name !== "node_modules",
  );
  return [folder, ...inner.flatMap((entry) => foldersIn(join(folder, entry.name)))];
}

for (const signal of ["SIGINT", "SIGTERM"])
  process.on(signal, () => stopped(program).then(() => process.exit(0)));
watchFolders();
working = again();
