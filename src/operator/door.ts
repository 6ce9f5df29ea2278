import { createServer, type RequestListener, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import type { Config } from "#platform/config.ts";
import { whileStarting } from "./while-starting.ts";

class NoAddress extends Error {}

/** Where requests arrive. Claimed before anything else, so that nothing is started that nobody could reach. */
export type Door = {
  port: number;
  /** From now on this answers; before, everybody is told that the program is starting. */
  open(answer: RequestListener): void;
  /** Answers as before, and asks each caller to come back on a new connection. */
  lead(): void;
  /** Lets those finish who are inside. */
  close(): Promise<void>;
};

const patience = {
  // With the time between two looks, whoever sends headers drop by drop is gone within 5 seconds.
  headersTimeout: 3_000,
  requestTimeout: 125_000,
  // Longer than a load balancer keeps an unused connection (60 s is usual), so that it is never we who close one
  // at the moment when the next request is put on it.
  keepAliveTimeout: 65_000,
  connectionsCheckingInterval: 500,
};

export async function openDoor(config: Config): Promise<Door> {
  let answer: RequestListener = whileStarting;
  let leading = false;
  const server = createServer(patience, (request, response) => {
    if (leading) response.setHeader("Connection", "close");
    answer(request, response);
  });
  server.maxHeadersCount = 100;
  const port = await claim(server, config);
  return {
    port,
    open: (listener) => (answer = listener),
    lead: () => (leading = true),
    close: () => closeServer(server),
  };
}

async function claim(server: Server, config: Config): Promise<number> {
  const [next, ...others] = config.otherPorts;
  try {
    return await listenOn(server, { setting: "PORT", port: config.PORT, host: config.HOST });
  } catch (error) {
    if (next === undefined || !(error instanceof PortTaken)) throw error;
    return claim(server, { ...config, PORT: next, otherPorts: others });
  }
}

class PortTaken extends NoAddress {}

type Address = { setting: string; port: number; host: string };

/** The port it listens on, which is the one that was named unless that was 0. */
export async function listenOn(server: Server, address: Address): Promise<number> {
  await new Promise<void>((resolve, reject) => {
    const refused = (error: NodeJS.ErrnoException): void => reject(noAddress(error, address));
    server.once("error", refused);
    server.listen(address.port, address.host, () => {
      server.off("error", refused);
      resolve();
    });
  });
  return (server.address() as AddressInfo).port;
}

function noAddress(error: NodeJS.ErrnoException, { setting, port, host }: Address): Error {
  switch (error.code) {
    case "EADDRINUSE":
      return new PortTaken(
        `Port ${port} is taken: stop the program that uses it, or set ${setting} to another.`,
      );
    case "EACCES":
      return new NoAddress(`Port ${port} is not allowed for this user: set ${setting} to one above 1023.`);
    case "EADDRNOTAVAIL":
    case "ENOTFOUND":
    case "EAI_AGAIN":
      return new NoAddress(`${host} is no address of this computer: use 127.0.0.1, or 0.0.0.0 for all.`);
    default:
      return error;
  }
}

const longestAnswer = 20_000;

export async function closeServer(server: Server): Promise<void> {
  if (!server.listening) return;
  await new Promise<void>((resolve) => {
    // A connection is idle, and to be closed, only once the answer on it has ended.
    const sweep = setInterval(() => server.closeIdleConnections(), 100);
    server.close(() => {
      clearInterval(sweep);
      resolve();
    });
    server.closeIdleConnections();
    setTimeout(() => server.closeAllConnections(), longestAnswer).unref();
  });
}
