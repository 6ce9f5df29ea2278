import type { Hono } from "hono";
import type { Env, Services } from "#web/env.ts";
import type { People } from "./people.ts";

export function mountPeople(_app: Hono<Env>, _services: Services, _people: People): void {}
