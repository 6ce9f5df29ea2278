import { spawn } from "node:child_process";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";

// Starts the program as a newcomer would, fetches the first page, and stops it again.
const folder = await mkdtemp(join(tmpdir(), "throughline smoke "));
const port = "3917";
const program = spawn("npm", ["start"], {
  stdio: "inherit",
  detached: true,
  env: { ...process.env, PORT: port, DATA_DIR: join(folder, "data"), DRAIN_SECONDS: "0" },
});
let ended = false;
program.on("exit", () => (ended = true));

let page = "";
for (let second = 0; second < 170 && !ended && page === ""; second += 1) {
  await new Promise((resolve) => setTimeout(resolve, 1000));
  page = await fetch(`http://localhost:${port}/`).then((answer) => (answer.ok ? answer.text() : ""), () => "");
}
if (!ended) {
  process.kill(-program.pid, "SIGTERM");
  await new Promise((resolve) => (program.once("exit", resolve), setTimeout(resolve, 20_000)));
}
await rm(folder, { recursive: true, force: true });
if (!page.includes("Throughline")) {
  console.error("npm start did not answer with a page.");
  process.exit(1);
}
console.log("npm start answers with a page.");
process.exit(0);
