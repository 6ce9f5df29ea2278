import { renderToStaticMarkup } from "react-dom/server";
import { visitor } from "#platform/actor.ts";
import type { Request } from "./env.ts";
import { Layout, type PageProps } from "./layout.tsx";
import { listFile, TakeAway } from "./take-away.tsx";

/**
 * Draws a whole page, or makes a file of its list where that is asked for. The status is part of what a page says:
 * 422 when something has to be put right.
 */
export function renderPage(c: Request, page: PageProps, status = 200): Response {
  const file = page.list && listFile(c, page.list);
  return file ?? drawPage(c, page, status);
}

function drawPage(c: Request, page: PageProps, status: number): Response {
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
    >
      {page.children}
      {page.list && page.list.total > 0 ? <TakeAway c={c} list={page.list} /> : null}
    </Layout>,
  );
  return c.html(`<!DOCTYPE html>${markup}`, status as 200, {
    "Speculation-Rules": '"/assets/speculation.json"',
  });
}
