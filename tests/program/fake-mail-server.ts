import { createServer, type Socket } from "node:net";
import { setTimeout as pause } from "node:timers/promises";
import { createInterface } from "node:readline";

/** A mail server that takes everything, a little slowly, and remembers the Message-ID of each mail it accepted. */
export type FakeMailServer = { url: string; accepted: string[]; stop(): Promise<void> };

export async function startFakeMailServer(milliseconds: number): Promise<FakeMailServer> {
  const accepted: string[] = [];
  const sockets = new Set<Socket>();
  const server = createServer((socket) => {
    sockets.add(socket);
    socket.on("error", () => {}).on("close", () => sockets.delete(socket));
    // Whoever breaks off in the middle of a conversation has not been heard.
    converse(socket, async (messageId) => {
      await pause(milliseconds);
      accepted.push(messageId);
    }).catch(() => {});
  });
  await new Promise<void>((resolve) => {
    server.listen(0, "127.0.0.1", resolve);
  });
  const { port } = server.address() as { port: number };
  return {
    url: `smtp://127.0.0.1:${port}`,
    accepted,
    stop: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        for (const socket of sockets) socket.destroy();
      }),
  };
}

async function converse(socket: Socket, accept: (messageId: string) => Promise<void>): Promise<void> {
  const say = (line: string): void => void (socket.writable && socket.write(`${line}\r\n`));
  let inData = false;
  let messageId = "";
  say("220 test");
  for await (const line of createInterface({ input: socket, crlfDelay: Infinity })) {
    if (inData) {
      messageId = /^message-id:\s*(<.+>)/i.exec(line)?.[1] ?? messageId;
      if (line !== ".") continue;
      inData = false;
      // Accepted, though the answer may find nobody there any more.
      await accept(messageId);
      say("250 taken");
    } else if (/^DATA/i.test(line)) {
      inData = true;
      say("354 go on");
    } else say(/^QUIT/i.test(line) ? "221 bye" : "250 ok");
  }
}
