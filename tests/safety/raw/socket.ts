import { connect } from "node:net";

export type RawAnswer = { status: number; headers: Headers; body: string; milliseconds: number };

/** What is sent: at once, or piece by piece as time goes. */
export type Sent = string | Buffer | AsyncIterable<string | Buffer>;

/**
 * Speaks to a port in bytes, so that nothing tidies what is sent: no client would send most of this. A status
 * of 0 says that the connection ended without an answer.
 */
export async function speak(port: number, sent: Sent, patience = 15_000): Promise<RawAnswer> {
  const began = performance.now();
  const socket = connect(port, "127.0.0.1");
  const chunks: Buffer[] = [];
  const heard = new Promise<void>((resolve) => {
    socket.on("data", (chunk: Buffer) => {
      chunks.push(chunk);
      if (isWhole(Buffer.concat(chunks).toString("latin1"))) resolve();
    });
    socket.on("close", () => resolve());
    socket.on("error", () => resolve());
    socket.setTimeout(patience, () => resolve());
  });
  const deadline = setTimeout(() => socket.destroy(), patience);
  const said = say(socket, sent);
  await heard;
  const milliseconds = performance.now() - began;
  clearTimeout(deadline);
  socket.destroy();
  await said;
  return { ...parsed(Buffer.concat(chunks).toString("utf8")), milliseconds };
}

async function say(socket: ReturnType<typeof connect>, sent: Sent): Promise<void> {
  const pieces = typeof sent === "string" || Buffer.isBuffer(sent) ? [sent] : sent;
  for await (const piece of pieces) {
    if (socket.destroyed) return;
    if (!socket.write(piece)) await new Promise<void>((go) => socket.once("drain", go).once("close", go));
  }
}

function isWhole(text: string): boolean {
  const end = text.indexOf("\r\n\r\n");
  if (end < 0) return false;
  const length = /^content-length: (\d+)/im.exec(text.slice(0, end))?.[1];
  if (length !== undefined) return text.length - end - 4 >= Number(length);
  return /^transfer-encoding: chunked/im.test(text.slice(0, end)) && text.endsWith("0\r\n\r\n");
}

function parsed(text: string): Omit<RawAnswer, "milliseconds"> {
  const end = text.indexOf("\r\n\r\n");
  const [first = "", ...lines] = text.slice(0, Math.max(0, end)).split("\r\n");
  const headers = new Headers();
  for (const line of lines) {
    const colon = line.indexOf(":");
    if (colon > 0) headers.append(line.slice(0, colon), line.slice(colon + 1).trim());
  }
  return { status: Number(/^HTTP\/1\.1 (\d+)/.exec(first)?.[1] ?? 0), headers, body: text.slice(end + 4) };
}

/** A request as bytes. What `headers` hold goes in as it is, even twice. */
export function request(
  method: string,
  target: string,
  options: { headers?: readonly (readonly [string, string])[]; body?: string | Buffer } = {},
): Buffer {
  const { headers = [], body } = options;
  const named = new Set(headers.map(([name]) => name.toLowerCase()));
  const lines = [
    `${method} ${target} HTTP/1.1`,
    ...(named.has("host") ? [] : ["Host: localhost"]),
    "Connection: close",
    ...headers.map(([name, value]) => `${name}: ${value}`),
    ...(body !== undefined && !named.has("content-length") && !named.has("transfer-encoding")
      ? [`Content-Length: ${Buffer.byteLength(body)}`]
      : []),
  ];
  return Buffer.concat([Buffer.from(`${lines.join("\r\n")}\r\n\r\n`, "latin1"), Buffer.from(body ?? "")]);
}
