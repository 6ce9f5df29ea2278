import type { RequestListener } from "node:http";

const page =
  '<!DOCTYPE html><html lang="en"><meta charset="utf-8"><meta http-equiv="refresh" content="2"><title>Starting – Throughline</title><h1>Throughline is starting</h1><p>This page loads again by itself.</p></html>';

type Answer = { status: number; type: string; body: string };

const json = (body: object): Answer => ({
  status: 503,
  type: "application/json",
  body: JSON.stringify(body),
});

const probes: Record<string, Answer> = {
  "/ping": { status: 200, type: "text/plain", body: "pong" },
  "/health": json({ status: "starting" }),
  "/ready": json({ ready: false }),
};

/** What whoever comes too early is told, with nothing behind it yet. */
export const whileStarting: RequestListener = (request, response) => {
  const answer = probes[request.url ?? ""] ?? { status: 503, type: "text/html; charset=utf-8", body: page };
  response.writeHead(answer.status, {
    "Content-Type": answer.type,
    "Cache-Control": "no-store",
    "Content-Security-Policy": "default-src 'none'",
    "X-Content-Type-Options": "nosniff",
    "Retry-After": "2",
    Connection: "close",
  });
  response.end(answer.body);
};
