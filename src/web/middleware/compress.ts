import { gzipSync } from "node:zlib";
import type { MiddlewareHandler } from "hono";
import type { Env } from "../env.ts";

/** A stream of events is not: nobody could read it before its end. */
const compressible = /^(text\/(?!event-stream)|application\/(json|problem\+json|xml)|image\/svg)/;
const smallest = 1_000;

/** The one place where answers are compressed; built files come compressed already. */
export function compress(): MiddlewareHandler<Env> {
  return async (c, next) => {
    await next();
    const { headers, status } = c.res;
    if (
      status === 304 ||
      headers.has("Content-Encoding") ||
      !compressible.test(headers.get("Content-Type") ?? "") ||
      !/\bgzip\b/.test(c.req.header("Accept-Encoding") ?? "")
    ) {
      return;
    }
    headers.append("Vary", "Accept-Encoding");
    const body = new Uint8Array(await c.res.arrayBuffer());
    if (body.length < smallest) {
      c.res = new Response(body, { status, headers });
      return;
    }
    headers.set("Content-Encoding", "gzip");
    headers.delete("Content-Length");
    c.res = new Response(new Uint8Array(gzipSync(body, { level: 4 })), { status, headers });
  };
}
