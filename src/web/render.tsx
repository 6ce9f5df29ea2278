import { renderToStaticMarkup } from "react-dom/server";
import { visitor } from "#platform/actor.ts";
import type { Request } from "./env.ts";
import { Layout, type PageProps } from "./layout.tsx";

/** Draws a whole page. The status is part of what a page says: 422 when something has to be put right. */
export function renderPage(c: Request, page: PageProps, status = 200): Response {
  const services = c.get("services");
  const markup = renderToStaticMarkup(
    <Layout
      {...page}
      actor={c.get("actor") ?? visitor}
      path={c.req.path}
      assets={services.assets}
      navigation={services.navigation}
      demonstration={services.demonstration}
      sessionEndsAt={c.get("sessionEndsAt")}
    />,
  );
  return c.html(`<!DOCTYPE html>${markup}`, status as 200, {
    "Speculation-Rules": '"/assets/speculation.json"',
  });
}
