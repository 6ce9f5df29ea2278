import { Hono, type MiddlewareHandler } from "hono";
import { answerProblem, notFound } from "#web/errors.tsx";
import type { Env } from "#web/env.ts";

/**
 * The same program with one guard taken out, for negative controls: a check that stays green without the
 * guard proves nothing. The guard is named by words of its own source.
 */
export function without(app: Hono<Env>, guard: RegExp): Hono<Env> {
  return replacing(app, guard, () => (_, next) => next());
}

/** The same program with a worse guard in the place of one. */
export function replacing(
  app: Hono<Env>,
  guard: RegExp,
  worse: (original: MiddlewareHandler<Env>) => MiddlewareHandler<Env>,
): Hono<Env> {
  const isGuard = (route: { method: string; path: string; handler: unknown }): boolean =>
    route.method === "ALL" && route.path === "/*" && guard.test(String(route.handler));
  const named = app.routes.filter(isGuard);
  if (named.length !== 1) throw new Error(`${guard} names ${named.length} guards; it must name one.`);
  const bare = new Hono<Env>();
  bare.onError(answerProblem);
  bare.notFound(notFound);
  for (const route of app.routes) {
    const handler = isGuard(route) ? worse(route.handler as MiddlewareHandler<Env>) : route.handler;
    bare.on(route.method, route.path, handler);
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
