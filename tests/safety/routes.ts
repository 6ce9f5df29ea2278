import type { Hono } from "hono";
import type { Env } from "#web/env.ts";

/** Every method and pattern that the program answers, by asking the program: "POST /bodies/:code/close". */
export function routesOf(app: Hono<Env>): string[] {
  const handlers = app.routes
    .filter((route) => route.method !== "ALL")
    .map(({ method, path }) => `${method} ${plainPattern(path)}`);
  return [...new Set(handlers)].sort();
}

/** What answers every method on a path is a handler too, unless it is middleware, which stands on every path. */
export function unmethodedRoutesOf(app: Hono<Env>): string[] {
  return app.routes
    .filter((route) => route.method === "ALL" && route.path !== "/*")
    .map(({ path }) => `ALL ${path}`);
}

export function splitRoute(route: string): { method: string; pattern: string } {
  const space = route.indexOf(" ");
  return { method: route.slice(0, space), pattern: route.slice(space + 1) };
}

/** The path of a pattern, with what stands for each name. A name that stands for nothing is an error of the table. */
export function pathOf(pattern: string, params: Record<string, string>): string {
  return plainPattern(pattern).replaceAll(/:(\w+)/g, (_, name: string) => {
    const value = params[name];
    if (value === undefined)
      throw new Error(`${pattern}: say what :${name} is in tests/safety/expectations.`);
    return encodeURIComponent(value);
  });
}

export function paramsOf(pattern: string): string[] {
  return [...plainPattern(pattern).matchAll(/:(\w+)/g)].map(([, name]) => name!);
}

/** Without what a name must look like, which may hold braces of its own: "/bodies/:code{[A-Z]{3}}". */
export function plainPattern(pattern: string): string {
  let depth = 0;
  let plain = "";
  for (const letter of pattern) {
    if (letter === "}") depth -= 1;
    else if (letter === "{") depth += 1;
    else if (depth === 0) plain += letter;
  }
  return plain;
}
