import { execFileSync } from "node:child_process";
import { mkdirSync, realpathSync } from "node:fs";
import path from "node:path";
import { projectRoot } from "#platform/project-root.ts";

const parts = [
  "src",
  "packages",
  "db",
  "scripts",
  "dist",
  "package.json",
  "package-lock.json",
  "vite.config.ts",
];

/** What a clone, npm ci and a build bring, in a folder of its own. Times stay, so that nothing is built again. */
export function checkOut(folder: string): string {
  mkdirSync(folder, { recursive: true });
  execFileSync("cp", ["-a", ...parts, folder], { cwd: projectRoot });
  const modules = realpathSync(path.join(projectRoot, "node_modules"));
  copyModules(modules, path.join(folder, "node_modules"));
  return folder;
}

/** Linked where the file system allows it, which takes no time and no room. */
function copyModules(from: string, to: string): void {
  try {
    execFileSync("cp", ["-al", from, to], { stdio: "ignore" });
  } catch {
    execFileSync("rm", ["-rf", to]);
    execFileSync("cp", ["-a", from, to]);
  }
}
