import { setTimeout as pause } from "node:timers/promises";
import { Hono } from "hono";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { Env } from "#web/env.ts";
import { openHouse, type House } from "../setup/house.ts";
import { guards, without } from "../setup/without.ts";
import { onPort, type Port } from "./listening.ts";
import { request, speak, type RawAnswer, type Sent } from "./socket.ts";

let house: House;
let open: Port;
/** The same program, and one that reads whatever comes, both without a limit on the body. */
let unlimited: Port;
beforeAll(async () => {
  house = await openHouse();
  open = await onPort(house, house.app);
  const trusting = new Hono<Env>();
  trusting.post("*", async (c) => c.text(String((await c.req.text().catch(() => "")).length)));
  unlimited = await onPort(house, trusting);
});
afterAll(async () => {
  await Promise.all([open.close(), unlimited.close()]);
  await house.close();
});

const form: [string, string][] = [
  ["Content-Type", "application/x-www-form-urlencoded"],
  ["Origin", "http://localhost:3000"],
];
const chunked: [string, string][] = [...form, ["Transfer-Encoding", "chunked"]];

const head = (path: string, headers: [string, string][]): Buffer =>
  request("POST", path, { headers, body: "" });
const chunk = (bytes: number): string => `${bytes.toString(16)}\r\n${"x".repeat(bytes)}\r\n`;

async function* chunks(path: string, count: number, bytes: number): AsyncGenerator<string | Buffer> {
  yield head(path, chunked);
  for (let sent = 0; sent < count; sent += 1) yield chunk(bytes);
  yield "0\r\n\r\n";
}

/** One byte a second, for as long as anybody listens. */
async function* drip(start: Buffer, byte = "x"): AsyncGenerator<string | Buffer> {
  yield start;
  for (let sent = 0; sent < 40; sent += 1) {
    await pause(1_000);
    yield byte;
  }
}

const multipart = (parts: number): string =>
  `${Array.from({ length: parts }, (_, at) => `--b\r\nContent-Disposition: form-data; name="f${at}"\r\n\r\nx\r\n`).join("")}--b--\r\n`;

const nested = (depth: number): string => "[".repeat(depth) + "]".repeat(depth);

/** What arrives, where, and how long an answer may take. Whatever comes is refused with a 4xx, soon. */
const attacks: Record<string, (path: string) => Sent> = {
  "in chunks, past the limit": (path) => chunks(path, 400, 65_536),
  "one chunk that says it is endless": (path) =>
    Buffer.concat([head(path, chunked), Buffer.from("7fffffffff\r\nxxxx")]),
  "a chunk whose size is no number": (path) =>
    Buffer.concat([head(path, chunked), Buffer.from("zz\r\nxxxx\r\n")]),
  "a length that promises too much": (path) => head(path, [...form, ["Content-Length", "10000000000"]]),
  "a length that promises more than comes": (path) =>
    Buffer.concat([head(path, [...form, ["Content-Length", "1000"]]), Buffer.from("name=x")]),
  "a length that is no number": (path) => head(path, [...form, ["Content-Length", "12abc"]]),
  "a length below nothing": (path) => head(path, [...form, ["Content-Length", "-1"]]),
  "two lengths": (path) =>
    Buffer.concat([
      head(path, [...form, ["Content-Length", "5"], ["Content-Length", "6"]]),
      Buffer.from("xxxxx"),
    ]),
  "a length and chunks": (path) =>
    Buffer.concat([head(path, [...chunked, ["Content-Length", "5"]]), Buffer.from("0\r\n\r\n")]),
  "chunks of chunks": (path) => head(path, [...form, ["Transfer-Encoding", "chunked, chunked"]]),
  "an encoding nobody knows": (path) => head(path, [...form, ["Transfer-Encoding", "xchunked"]]),
  "a byte a second": (path) => drip(head(path, [...form, ["Content-Length", "100000"]])),
  "a byte a second, in chunks": (path) => drip(head(path, chunked), "1\r\nx\r\n"),
  "10,000 fields": (path) =>
    request("POST", path, {
      headers: form,
      body: Array.from({ length: 10_000 }, (_, at) => `f${at}=x`).join("&"),
    }),
  "10,000 parts": (path) =>
    request("POST", path, {
      headers: [["Content-Type", "multipart/form-data; boundary=b"], form[1]!],
      body: multipart(4_000),
    }),
  "parts that never end": (path) =>
    request("POST", path, {
      headers: [["Content-Type", "multipart/form-data; boundary=b"], form[1]!],
      body: '--b\r\nContent-Disposition: form-data; name="f"\r\n\r\nx',
    }),
  "parts without a boundary": (path) =>
    request("POST", path, { headers: [["Content-Type", "multipart/form-data"], form[1]!], body: "xxxx" }),
  "10,000 levels of JSON": (path) =>
    request("POST", path, {
      headers: [["Content-Type", "application/json"], form[1]!],
      body: nested(10_000),
    }),
  "2,000 headers": (path) =>
    request("POST", path, {
      headers: [...form, ...Array.from({ length: 2_000 }, (_, at): [string, string] => [`X-${at}`, "x"])],
      body: "",
    }),
  "one endless header": (path) =>
    request("POST", path, { headers: [...form, ["X-Long", "x".repeat(100_000)]], body: "" }),
  "an endless address": (path) =>
    request("POST", `${path}?${"x".repeat(100_000)}`, { headers: form, body: "" }),
  compressed: (path) =>
    request("POST", path, {
      headers: [...form, ["Content-Encoding", "gzip"]],
      body: Buffer.from("1f8b0800", "hex"),
    }),
  "a line that is no request": () => "GARBAGE\r\n\r\n",
  "the beginning of TLS": () => Buffer.from("16030100a5010000a10303", "hex"),
  "a header that goes on for ever": (path) =>
    drip(Buffer.from(`POST ${path} HTTP/1.1\r\nHost: localhost\r\nX-Slow: `)),
};

/** Open to everybody, for members, and one that takes a file. */
const paths = ["/sign-in", "/bodies/NONE/edit", "/bodies/import"];

const isRefusal = ({ status }: RawAnswer): boolean =>
  status === 0 || (status >= 400 && status < 500) || status === 303;

describe("what is too much, too slow or a lie is refused before anything is decided by it (S29)", () => {
  const answers = new Map<string, RawAnswer>();
  let grown = 0;
  let unhurried: RawAnswer;
  beforeAll(async () => {
    // Once before, so that what is only warming up is not taken for growth.
    await speak(open.port, chunks("/sign-in", 400, 65_536));
    const before = process.memoryUsage().rss;
    let most = before;
    const watch = setInterval(() => (most = Math.max(most, process.memoryUsage().rss)), 50);
    const waiting = speak(unlimited.port, attacks["a byte a second"]!("/"), 5_200);
    await Promise.all(
      Object.entries(attacks).flatMap(([name, attack]) =>
        paths.map(async (path) => answers.set(`${name} to ${path}`, await speak(open.port, attack(path)))),
      ),
    );
    clearInterval(watch);
    grown = most - before;
    unhurried = await waiting;
  }, 40_000);

  test("each within 5 seconds", () => {
    const slow = [...answers].filter(([, { milliseconds }]) => milliseconds > 5_000);
    expect(
      slow.map(
        ([name, { milliseconds, status }]) => `${name}: ${status} after ${Math.round(milliseconds)} ms`,
      ),
    ).toEqual([]);
  });

  test("each with a refusal", () => {
    const taken = [...answers].filter(([, answer]) => !isRefusal(answer));
    expect(taken.map(([name, { status }]) => `${name}: ${status}`)).toEqual([]);
  });

  test("and the memory stays flat", () => expect(grown / 1e6).toBeLessThan(120));

  test("and the program still answers", async () => {
    const { status } = await speak(open.port, request("GET", "/ping"));
    expect(status).toBe(200);
  });

  test("whoever hangs up halfway is no fault of ours", async () => {
    const began = house.lines.length;
    await speak(
      open.port,
      Buffer.concat([head("/sign-in", [...form, ["Content-Length", "1000"]]), Buffer.from("name=x")]),
      300,
    );
    await pause(100);
    expect(house.lines.slice(began).filter((line) => line.includes("fault"))).toEqual([]);
  });

  test("negative control: a program without the limits takes what is too large, and waits for what is slow", async () => {
    const large = await speak(unlimited.port, chunks("/", 400, 65_536));
    expect(large).toMatchObject({ status: 200, body: expect.stringContaining(String(400 * 65_536)) });
    expect(unhurried).toMatchObject({ status: 0 });
  });

  test("negative control: without its reader the program itself takes too many fields", async () => {
    const bare = await onPort(house, without(house.app, guards.body));
    const answer = await speak(bare.port, attacks["10,000 fields"]!("/sign-in"));
    await bare.close();
    expect(answer.status).not.toBe(400);
  });
});
