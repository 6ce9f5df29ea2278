import { readFileSync } from "node:fs";
import { createServer } from "node:http";
import { join } from "node:path";
import { getRequestListener } from "@hono/node-server";
import { Hono } from "hono";

// What the same server does when it has nothing to do: a word, and whole pages as constant strings.
const [port = "0", folder = ""] = process.argv.slice(2);
const app = new Hono();
app.get("/text", (c) => c.text("Hello"));
for (const name of ["plain", "body", "find"]) {
  const page = readFileSync(join(folder, `${name}.html`), "utf8");
  app.get(`/${name}`, (c) => c.html(page));
}
app.get("/metrics", (c) => {
  const { user, system } = process.cpuUsage();
  return c.text(`process_cpu_seconds_total ${(user + system) / 1e6}\n`);
});
createServer(getRequestListener(app.fetch)).listen(Number(port), "127.0.0.1");
