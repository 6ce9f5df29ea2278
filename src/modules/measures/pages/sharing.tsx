import { z } from "zod";
import { visibilities, visibilityLabels } from "#platform/sight.ts";
import { contextOf, type Request } from "#web/env.ts";
import { formPage } from "#web/column-page.tsx";
import { defineForm } from "#web/form/form.ts";
import { FormView, type FormState } from "#web/form/form-view.tsx";
import { submitForm } from "#web/form/submit-form.ts";
import { changeVisibility, giveToBody, takeBack } from "../commands/share-series.ts";
import { seriesSharing, type SeriesSharing } from "../queries/series-sharing.ts";
import { seriesName } from "../series.ts";
import { GivenTable } from "../views/given-table.tsx";

const form = defineForm({
  visibility: {
    kind: "choice",
    label: "Who can see it",
    options: visibilities.map((value) => ({ value, label: visibilityLabels[value] })),
    schema: z.enum(visibilities, "Choose who can see it"),
  },
});

const giving = defineForm({
  body: {
    kind: "body",
    label: "Give it to an organisation",
    hint: "Its people see the chart too, until you take it back",
    source: "/bodies/suggestions",
    schema: z.string().min(1, "Choose an organisation"),
  },
});

export async function sharingPage(c: Request): Promise<Response> {
  const sharing = await seriesSharing(contextOf(c), c.req.param("id")!);
  const { visibility, version } = sharing.series;
  return draw(c, sharing, { typed: { visibility }, version });
}

export async function saveSharing(c: Request): Promise<Response> {
  const context = contextOf(c);
  const sharing = await seriesSharing(context, c.req.param("id")!);
  return submitForm(c, {
    form,
    async act({ visibility }, version) {
      await changeVisibility(context, sharing.series.id, { visibility, version });
      return c.redirect(`/series/${sharing.series.id}?done=sharing`, 303);
    },
    redraw: (state, status) => draw(c, sharing, state, status),
  });
}

export async function giveSeriesForm(c: Request): Promise<Response> {
  const context = contextOf(c);
  const sharing = await seriesSharing(context, c.req.param("id")!);
  const chosen = c.get("form")?.get("body-chosen");
  return submitForm(c, {
    form: giving,
    async act({ body }) {
      const typed = typeof chosen === "string" && chosen !== "" ? chosen : body;
      await giveToBody(context, sharing.series.id, typed);
      return c.redirect(`/series/${sharing.series.id}/sharing`, 303);
    },
    redraw: (state, status) => drawGiving(c, sharing, state, status),
  });
}

export async function takeBackForm(c: Request): Promise<Response> {
  const id = c.req.param("id")!;
  await takeBack(contextOf(c), id, c.req.param("body")!);
  return c.redirect(`/series/${id}/sharing`, 303);
}

const common = ({ series }: SeriesSharing) => ({
  section: "Measures",
  caption: seriesName(series),
  backLink: { text: "Back", href: `/series/${series.id}` },
});

function draw(c: Request, sharing: SeriesSharing, state: FormState, status = 200): Response {
  const { series, given } = sharing;
  const page = {
    ...common(sharing),
    title: "Who can see it",
    action: `/series/${series.id}/sharing`,
    form,
    submit: "Save",
    children: (
      <p>
        Nobody sees in by standing above you. What you share you can take back, and each change is on record.
      </p>
    ),
    after: (
      <>
        <h2>Given to organisations</h2>
        <GivenTable seriesId={series.id} given={given} />
        <FormView form={giving} state={{}} action={`/series/${series.id}/give`} submit="Give" />
      </>
    ),
  };
  return formPage(c, page, state, status);
}

function drawGiving(c: Request, sharing: SeriesSharing, state: FormState, status: number): Response {
  const page = {
    ...common(sharing),
    title: "Give it to an organisation",
    action: `/series/${sharing.series.id}/give`,
    form: giving,
    submit: "Give",
  };
  return formPage(c, page, state, status);
}
