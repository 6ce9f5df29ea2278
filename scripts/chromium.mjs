import { execFileSync, spawnSync } from "node:child_process";
import { existsSync } from "node:fs";

const names = ["chromium", "chromium-browser", "google-chrome-stable", "google-chrome"];

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
  const quiet = { stdio: "ignore", env: { ...process.env, DEBIAN_FRONTEND: "noninteractive" } };
  try {
    execFileSync("apt-get", ["update", "-qq"], quiet);
    execFileSync(
      "apt-get",
      ["install", "-y", "-qq", "--no-install-recommends", "chromium", "fonts-liberation"],
      quiet,
    );
  } catch {
    console.error(
      "Chromium could not be installed with apt-get: install it by hand, or name one with CHROMIUM=/path/to/it.",
    );
  }
  return findChromium();
}
