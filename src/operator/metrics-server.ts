import { createServer, type Server } from "node:http";
import type { Services } from "#web/env.ts";
import { closeServer, listenOn } from "./door.ts";

/** Measurements stand on a port of their own, which nobody outside needs to reach. */
export async function openMetrics(services: Services): Promise<{ close(): Promise<void> } | undefined> {
  const { METRICS_PORT, METRICS_HOST } = services.config;
  if (METRICS_PORT === undefined) return undefined;
  const { registry, collectProcess } = services.metrics;
  collectProcess();
  const server: Server = createServer((request, response) => {
    if (request.url !== "/metrics") return void response.writeHead(404).end();
    registry.metrics().then(
      (text) => response.writeHead(200, { "Content-Type": registry.contentType }).end(text),
      () => response.writeHead(500).end(),
    );
  });
  await listenOn(server, { setting: "METRICS_PORT", port: METRICS_PORT, host: METRICS_HOST });
  return { close: () => closeServer(server) };
}
