import { execFileSync, spawnSync } from "node:child_process";
import { existsSync } from "node:fs";

/** The shell first: it draws the same without a window's whole machinery, which costs a quarter of the journeys' time. */
const shell = "chromium-headless-shell";
const names = [shell, "chromium", "chromium-browser", "google-chrome-stable", "google-chrome"];

/** The browser that the journeys use: the one named, one found, or Debian's, installed when we may. */
export function findChromium() {
  const named = process.env.CHROMIUM;
  if (named && existsSync(named)) return named;
  for (const name of names) {
    const found = spawnSync("sh", ["-c", `command -v ${name}`], { encoding: "utf8" }).stdout.trim();
    if (found) return found;
  }
  return undefined;
}

export function ensureChromium() {
  const found = findChromium();
  if (found) return found;
  const mayInstall = process.getuid?.() === 0 && existsSync("/usr/bin/apt-get");
  if (!mayInstall) {
    console.error(
      "The browser tests need Chromium: install it (on Debian or Ubuntu: sudo apt-get install chromium) or name one with CHROMIUM=/path/to/it.",
    );
    return undefined;
  }
  console.log("Installing Chromium for the browser tests …");
  try {
    aptGet("update", "-qq");
    // Not every distribution has the shell by itself.
    if (!install(shell)) aptGet(...installing, "chromium", fonts);
  } catch {
    console.error(
      "Chromium could not be installed with apt-get: install it by hand, or name one with CHROMIUM=/path/to/it.",
    );
  }
  return findChromium();
}

const installing = ["install", "-y", "-qq", "--no-install-recommends"];
const fonts = "fonts-liberation";

function install(name) {
  try {
    aptGet(...installing, name, fonts);
    return true;
  } catch {
    return false;
  }
}

function aptGet(...words) {
  execFileSync("apt-get", words, {
    stdio: "ignore",
    env: { ...process.env, DEBIAN_FRONTEND: "noninteractive" },
  });
}
