import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { buildIfNeeded, root } from "./build.mjs";

// Built for Node 24, which npm installs beside the other packages; say so plainly if it is not there.
if (Number(process.versions.node.split(".")[0]) < 22) {
  console.error(
    `Throughline needs Node 22 or newer and found ${process.versions.node}: run "npm ci" on 64-bit Linux, which brings its own, or install a newer Node.`,
  );
  process.exit(1);
}

export async function run(command, args) {
  await buildIfNeeded();
  process.env.NODE_ENV ??= "production";
  const { main } = await import(pathToFileURL(join(root, "dist", "server", "main.js")).href);
  await main(command, args);
}

const [, script, command, ...args] = process.argv;
if (script?.endsWith("run.mjs")) await run(command, args);
