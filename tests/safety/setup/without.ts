import { Hono } from "hono";
import { answerProblem, notFound } from "#web/errors.tsx";
import type { Env } from "#web/env.ts";

/**
 * The same program with one guard taken out, for negative controls: a check that stays green without the
 * guard proves nothing. The guard is named by words of its own source.
 */
export function without(app: Hono<Env>, guard: RegExp): Hono<Env> {
  const isGuard = (route: { method: string; path: string; handler: unknown }): boolean =>
    route.method === "ALL" && route.path === "/*" && guard.test(String(route.handler));
  const taken = app.routes.filter(isGuard);
  if (taken.length !== 1) throw new Error(`${guard} names ${taken.length} guards; it must name one.`);
  const bare = new Hono<Env>();
  bare.onError(answerProblem);
  bare.notFound(notFound);
  for (const route of app.routes) {
    if (!isGuard(route)) bare.on(route.method === "ALL" ? "ALL" : route.method, route.path, route.handler);
  }
  return bare;
}

export const guards = {
  body: /readWithin/,
  origin: /comesFromUs/,
  person: /sessionEndsAt/,
  deny: /SignInNeeded/,
  headers: /Strict-Transport-Security/,
} as const;
