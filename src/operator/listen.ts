import { createServer, type IncomingMessage, type Server, type ServerResponse } from "node:http";
import { getRequestListener } from "@hono/node-server";
import type { Services } from "#web/env.ts";
import { createApp } from "../app.ts";

export class AddressTaken extends Error {}

export type Listening = { server: Server; metrics: Server | undefined; close(): Promise<void> };

export async function listen(services: Services): Promise<Listening> {
  const { config } = services;
  const app = await createApp(services);
  const server = createServer(
    {
      headersTimeout: 5_000,
      requestTimeout: 125_000,
      keepAliveTimeout: 10_000,
      connectionsCheckingInterval: 1_000,
    },
    getRequestListener(app.fetch, { overrideGlobalObjects: false }),
  );
  server.maxHeadersCount = 100;
  await listenOn(server, config.PORT, config.HOST);
  const metrics =
    config.METRICS_PORT === undefined ? undefined : await metricsServer(services, config.METRICS_PORT);
  return { server, metrics, close: () => drain([server, metrics]) };
}

async function listenOn(server: Server, port: number, host: string): Promise<void> {
  await new Promise<void>((resolve, reject) => {
    server.once("error", (error: NodeJS.ErrnoException) => {
      if (error.code === "EADDRINUSE") {
        reject(
          new AddressTaken(
            `Port ${port} is taken: stop the program that uses it, or choose another with PORT=${port + 1}.`,
          ),
        );
      } else if (error.code === "EACCES") {
        reject(
          new AddressTaken(`Port ${port} is not allowed for this user: choose one above 1023 with PORT.`),
        );
      } else reject(error);
    });
    server.listen(port, host, resolve);
  });
}

/** Measurements stand on a port of their own, which nobody outside needs to reach. */
async function metricsServer(services: Services, port: number): Promise<Server> {
  const { registry, collectProcess } = services.metrics;
  collectProcess();
  const server = createServer((request: IncomingMessage, response: ServerResponse) => {
    if (request.url !== "/metrics") return void response.writeHead(404).end();
    registry.metrics().then(
      (text) => response.writeHead(200, { "Content-Type": registry.contentType }).end(text),
      () => response.writeHead(500).end(),
    );
  });
  await listenOn(server, port, services.config.METRICS_HOST);
  return server;
}

async function drain(servers: (Server | undefined)[]): Promise<void> {
  await Promise.all(
    servers
      .filter((server) => server !== undefined)
      .map(
        (server) =>
          new Promise<void>((resolve) => {
            server.close(() => resolve());
            server.closeIdleConnections();
            setTimeout(() => server.closeAllConnections(), 20_000).unref();
          }),
      ),
  );
}
