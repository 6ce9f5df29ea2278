/**
 * Every route that answers without a sign-in, each method and pattern by itself. What is not on this list is
 * private, so that a route somebody forgets about is closed and not open.
 */
export const publicRoutes: ReadonlySet<string> = new Set([
  "GET /",
  "GET /ping",
  "GET /health",
  "GET /ready",
  "GET /assets/*",
  "GET /favicon.ico",
  "GET /accessibility",
  "GET /privacy",
  "GET /terms",
  "GET /contact",
  "GET /gallery",
  "GET /gallery/:specimen",
]);
