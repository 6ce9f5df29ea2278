import type { MiddlewareHandler } from "hono";
import { Problem } from "#platform/problem.ts";
import { submissionDigest } from "#platform/perform.ts";
import type { Env } from "../env.ts";

export class BadRequest extends Problem {}
export class TooLarge extends Problem {}
export class TooSlow extends Problem {}

const mostBytes = { form: 256 * 1024, upload: 12 * 1024 * 1024 };
const mostFields = 2_000;

/** Whoever sends a little may take this long; whoever sends more may take longer, as long as it keeps coming. */
const patienceMilliseconds = 4_000;
const leastBytesPerMillisecond = 100;

const uuid = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/;

/**
 * Reads what was sent, within bounds of size, time and number, before anything is decided by it. A form's
 * values arrive clean: well-formed Unicode, no NUL, line ends as the person's machine does not matter.
 */
export function readBody(isUpload: (path: string) => boolean): MiddlewareHandler<Env> {
  return async (c, next) => {
    refuseBrokenAddress(c.req.url);
    if (c.req.method !== "GET" && c.req.method !== "HEAD" && c.req.method !== "OPTIONS") {
      const bytes = await readWithin(c.req.raw, isUpload(c.req.path) ? "upload" : "form");
      const form = await parseForm(bytes, c.req.header("Content-Type") ?? "");
      if (form) {
        c.set("form", form);
        const key = form.get("_key");
        if (typeof key === "string" && uuid.test(key)) {
          c.set("submission", { key, digest: submissionDigest(form.entries()) });
        }
      } else {
        // The stream is spent; whoever asks the request for its body gets what was read here.
        Object.assign(c.req.bodyCache, { text: Promise.resolve(new TextDecoder().decode(bytes)) });
      }
    }
    await next();
  };
}

function refuseBrokenAddress(url: string): void {
  try {
    const decoded = decodeURIComponent(new URL(url).pathname + new URL(url).search.replaceAll("+", " "));
    if (!decoded.includes("\0") && decoded.isWellFormed()) return;
  } catch {
    // Falls through to the refusal: a percent sign that encodes nothing.
  }
  throw new BadRequest("The address has something in it that cannot be read.");
}

const tooLarge = {
  form: "What you sent is larger than this page takes. Nothing was saved.",
  upload: "The selected file must be smaller than 10MB. Nothing was saved: go back and choose a smaller one.",
};

async function readWithin(request: globalThis.Request, kind: keyof typeof mostBytes): Promise<Uint8Array> {
  const most = mostBytes[kind];
  if (Number(request.headers.get("Content-Length") ?? 0) > most) throw new TooLarge(tooLarge[kind]);
  if (!request.body) return new Uint8Array();
  const reader = request.body.getReader();
  const chunks: Uint8Array[] = [];
  let size = 0;
  const { tooSlow, stop } = watchSpeed(() => size);
  try {
    for (;;) {
      const { done, value } = await Promise.race([reader.read().catch(brokenOff), tooSlow]);
      if (done) return joined(chunks, size);
      size += value.length;
      if (size > most) throw new TooLarge(tooLarge[kind]);
      chunks.push(value);
    }
  } finally {
    stop();
    reader.releaseLock();
  }
}

function watchSpeed(received: () => number): { tooSlow: Promise<never>; stop(): void } {
  const began = performance.now();
  const { promise: tooSlow, reject } = Promise.withResolvers<never>();
  const timer = setInterval(() => {
    const allowed = patienceMilliseconds + received() / leastBytesPerMillisecond;
    if (performance.now() - began > allowed) reject(new TooSlow("That took too long to arrive."));
  }, 100);
  return { tooSlow, stop: () => clearInterval(timer) };
}

function brokenOff(): never {
  throw new TooSlow("The connection was broken off.");
}

function joined(chunks: Uint8Array[], size: number): Uint8Array {
  const whole = new Uint8Array(size);
  let offset = 0;
  for (const chunk of chunks) {
    whole.set(chunk, offset);
    offset += chunk.length;
  }
  return whole;
}

async function parseForm(bytes: Uint8Array, type: string): Promise<FormData | undefined> {
  if (type.startsWith("application/x-www-form-urlencoded")) {
    return clean(new URLSearchParams(new TextDecoder().decode(bytes)));
  }
  if (type.startsWith("multipart/form-data")) {
    try {
      const sent = new Response(bytes as BodyInit, { headers: { "Content-Type": type } });
      return clean(await sent.formData());
    } catch {
      throw new BadRequest("The form could not be read.");
    }
  }
  return undefined;
}

function clean(sent: Iterable<[string, FormDataEntryValue]>): FormData {
  const form = new FormData();
  let count = 0;
  for (const [name, value] of sent) {
    count += 1;
    if (count > mostFields) throw new BadRequest("The form has too many fields.");
    form.append(cleanText(name), typeof value === "string" ? cleanText(value) : value);
  }
  return form;
}

export function cleanText(text: string): string {
  return text.replaceAll("\0", "").replace(/\r\n?/g, "\n").toWellFormed();
}
