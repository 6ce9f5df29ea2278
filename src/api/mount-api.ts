import { OpenAPIHono, z } from "@hono/zod-openapi";
import type { Hono } from "hono";
import { mountMeasuresApi } from "#modules/measures/index.ts";
import { mountPlacesApi } from "#modules/places/index.ts";
import { Invalid } from "#platform/problem.ts";
import type { Env } from "#web/env.ts";
import { plainWords } from "./plain-words.ts";

z.config({ localeError: plainWords });

/** The first version of the API: a line for each module, and one document that describes them all. */
export function mountApi(app: Hono<Env>): void {
  const api = new OpenAPIHono<Env>({
    defaultHook(result) {
      if (result.success) return;
      throw new Invalid(
        result.error.issues.map((issue) => ({ field: issue.path.join("."), message: issue.message })),
      );
    },
  });
  mountPlacesApi(api);
  mountMeasuresApi(api);
  api.doc31("/openapi.json", {
    openapi: "3.1.0",
    info: {
      title: "Throughline",
      version: "1",
      description: "Problems are answered as application/problem+json.",
      license: { name: "MIT" },
    },
    servers: [{ url: "/api/v1" }],
  });
  app.route("/api/v1", api);
}
