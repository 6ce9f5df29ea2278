import { getRequestListener } from "@hono/node-server";
import type { Hono } from "hono";
import type { Env } from "#web/env.ts";
import { openDoor } from "../../../src/operator/door.ts";
import type { House } from "../setup/house.ts";

export type Port = { port: number; close(): Promise<void> };

/** The program on a port, behind the door that it really listens with. */
export async function onPort({ services }: House, app: Hono<Env>): Promise<Port> {
  const door = await openDoor(services.config);
  door.open(getRequestListener(app.fetch));
  return { port: door.port, close: () => door.close() };
}
