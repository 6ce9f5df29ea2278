import { readFileSync } from "node:fs";
import { createServer } from "node:http";
import { getRequestListener } from "@hono/node-server";
import { Hono } from "hono";

// What the same server does when it has nothing to do: a word, and a whole page as a constant string.
const [port = "0", pageFile = ""] = process.argv.slice(2);
const page = readFileSync(pageFile, "utf8");
const app = new Hono();
app.get("/text", (c) => c.text("Hello"));
app.get("/page", (c) => c.html(page));
createServer(getRequestListener(app.fetch)).listen(Number(port), "127.0.0.1");
