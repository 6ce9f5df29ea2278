import { Agent, createServer, request, type IncomingMessage, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";

/** A load balancer: asks each process whether it is ready, and gives each request to one that was. Tries nothing twice. */
export type Balancer = {
  url: string;
  /** Requests that got no answer from the process that they were given to. */
  broken(): number;
  isReady(target: string): boolean;
  stop(): Promise<void>;
};

const askEvery = 50;

export async function startBalancer(targets: string[]): Promise<Balancer> {
  const agent = new Agent({ keepAlive: true, maxSockets: 100, timeout: 60_000 });
  const ready = new Set<string>();
  let next = 0;
  let broken = 0;

  const watch = setInterval(() => {
    for (const target of targets) {
      fetch(`${target}/ready`, { signal: AbortSignal.timeout(1_000) }).then(
        (answer) => (answer.ok ? ready.add(target) : ready.delete(target)),
        () => ready.delete(target),
      );
    }
  }, askEvery);

  const server = createServer((incoming, outgoing) => {
    const choice = [...ready];
    const target = choice[(next += 1) % choice.length];
    if (target === undefined) return void outgoing.writeHead(503).end();
    pass(incoming, outgoing, { target, agent }, () => {
      broken += 1;
      if (outgoing.headersSent) outgoing.destroy();
      else outgoing.writeHead(502).end();
    });
  });
  await new Promise<void>((resolve) => {
    server.listen(0, "127.0.0.1", resolve);
  });
  return {
    url: `http://localhost:${(server.address() as AddressInfo).port}`,
    broken: () => broken,
    isReady: (target) => ready.has(target),
    stop: () => {
      clearInterval(watch);
      agent.destroy();
      server.closeAllConnections();
      return new Promise((resolve) => {
        server.close(() => resolve());
      });
    },
  };
}

function pass(
  incoming: IncomingMessage,
  outgoing: ServerResponse,
  { target, agent }: { target: string; agent: Agent },
  fail: () => void,
): void {
  const { method, headers, url } = incoming;
  const onward = request(new URL(url ?? "/", target), { method, headers, agent }, (answer) => {
    const { connection: _, ...kept } = answer.headers;
    outgoing.writeHead(answer.statusCode ?? 502, kept);
    answer.on("error", fail).pipe(outgoing);
  });
  onward.on("error", fail);
  incoming.pipe(onward);
}
