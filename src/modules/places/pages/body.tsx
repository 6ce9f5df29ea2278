import type { Handler } from "hono";
import { renderPage } from "#web/render.tsx";
import { askedPage } from "#web/take-away.tsx";
import { contextOf, type Env } from "#web/env.ts";
import { aroundBody, wholeBody, type BodyPage } from "../queries/body-page.ts";
import type { BodySlot } from "../slots.ts";
import { BodyAbout, BodyPurpose, ClosedNotice } from "../views/body-about.tsx";
import { BodyActions } from "../views/body-actions.tsx";
import { BodyAreas } from "../views/body-areas.tsx";
import { AllBelow, BodyBelow } from "../views/body-below.tsx";
import { bodyList } from "../views/body-list.ts";
import { BodyPast } from "../views/body-past.tsx";

const done: Record<string, string> = {
  edited: "This page was changed",
  added: "The team was added",
  renamed: "The new name was saved, and the old one still finds it",
  moved: "It was moved",
  areas: "Its areas were saved",
  closed: "It was closed",
  merged: "They were merged into this organisation",
};

export function bodyPageHandler(slots: readonly BodySlot[]): Handler<Env> {
  const inOrder = [...slots].sort((a, b) => a.order - b.order);
  return async (c) => {
    const context = contextOf(c);
    const code = c.req.param("code")!;
    const list = { kind: c.req.query("kind") ?? "", page: askedPage(c) };
    const body = await wholeBody(context, code);
    const filling = inOrder.map(async (slot) => ({ id: slot.id, drawn: await slot.draw(context, body) }));
    const [page, ...filled] = await Promise.all([aroundBody(context, body, list), ...filling]);
    const key = c.req.query("done") ?? "";
    return renderPage(c, {
      title: page.body.name,
      section: "Organisations",
      breadcrumbs: breadcrumbs(page),
      list: bodyList(`below-${code.toLowerCase()}`, page.nearest),
      part: { page: page.nearest.paging.page, of: page.nearest.paging.pages },
      success: Object.hasOwn(done, key) ? done[key] : undefined,
      ...(key === "edited" && { savedDraft: `body-${code}` }),
      children: (
        <>
          <span className="nhsuk-caption-l">{page.body.kindLabel}</span>
          <h1>{page.body.name}</h1>
          <ClosedNotice body={page.body} />
          <div className="nhsuk-grid-row">
            <div className="nhsuk-grid-column-two-thirds">
              <BodyPurpose body={page.body} />
              <BodyAbout body={page.body} />
              <BodyPast body={page.body} />
            </div>
            <div className="nhsuk-grid-column-one-third">
              <BodyActions page={page} />
              <BodyAreas areas={page.body.areas} />
              <AllBelow page={page} />
            </div>
          </div>
          {filled.map(({ id, drawn }) =>
            drawn === null ? null : (
              <div key={id} id={id}>
                {drawn}
              </div>
            ),
          )}
          <BodyBelow page={page} />
        </>
      ),
    });
  };
}

function breadcrumbs({ body }: BodyPage) {
  const above = body.lineage.map((one) => ({ text: one.name, href: `/bodies/${one.code}` }));
  return [{ text: "Organisations", href: "/bodies" }, ...above];
}
