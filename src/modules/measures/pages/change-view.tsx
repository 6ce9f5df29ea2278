import { renderToStaticMarkup } from "react-dom/server";
import { isPerson } from "#platform/actor.ts";
import { NotFound } from "#platform/problem.ts";
import { contextOf, type Request } from "#web/env.ts";
import { formPage } from "#web/column-page.tsx";
import type { Typed } from "#web/form/fields.ts";
import type { FormState } from "#web/form/form-view.tsx";
import { submitForm } from "#web/form/submit-form.ts";
import { changeView } from "../commands/change-view.ts";
import { chartModelOf, type ChartModel } from "../queries/chart-model.ts";
import { seriesToChange } from "../queries/series-to-change.ts";
import { previewOf } from "../queries/view-preview.ts";
import { chartsFor } from "../definition.ts";
import { usualView } from "../propose-chart.ts";
import { seriesName } from "../series.ts";
import { SeriesPicture } from "../views/series-chart.tsx";
import { ViewPreview } from "../views/view-preview.tsx";
import { viewWords } from "../view-words.ts";
import { viewKinds, type Around, type ViewKind } from "./view-kinds.ts";

type Page = { kind: ViewKind; what: string; model: ChartModel; around: Around };

async function pageOf(c: Request): Promise<Page> {
  const what = c.req.param("what")!;
  const kind = Object.hasOwn(viewKinds, what) ? viewKinds[what] : undefined;
  if (!kind) throw new NotFound();
  const context = contextOf(c);
  const series = await seriesToChange(context, c.req.param("id")!);
  const model = await chartModelOf(context, series);
  const by = isPerson(context.actor) ? context.actor.id : "";
  const periods = model.points.map((point) => point.period);
  return { kind, what, model, around: { view: model.view, definition: series.definition, periods, by } };
}

export async function changeViewPage(c: Request): Promise<Response> {
  const page = await pageOf(c);
  const typed = { ...page.kind.typed(page.around), ...asked(c, page.around) };
  return draw(c, page, { typed, version: page.model.series.analysis });
}

/** What the chart's page proposed: its chart, or a date such as the point that somebody stood on. */
function asked(c: Request, { definition }: Around): Typed {
  const chart = chartsFor[definition.form].find((one) => one === c.req.query("chart"));
  if (chart) return { chart, rules: usualView(chart).rules };
  const [, year, month, day] = /^(\d{4})-(\d{2})-(\d{2})$/.exec(c.req.query("from") ?? "") ?? [];
  return year
    ? {
        from: [String(Number(day)), String(Number(month)), year],
        at: [String(Number(day)), String(Number(month)), year],
      }
    : {};
}

/** Shown before it is saved: the picture as it is and as it would be. */
export async function saveView(c: Request): Promise<Response> {
  const context = contextOf(c);
  const page = await pageOf(c);
  const { kind, model, around } = page;
  const { series } = model;
  return submitForm(c, {
    form: kind.form(around),
    async check(values) {
      const view = kind.apply(values, around);
      const after = await previewOf(context, series, view);
      return {
        title: "Check the change before you save it",
        section: "Measures",
        caption: model.name,
        confirm: "Confirm and save the change",
        answers: [
          {
            field: "reason",
            label: "How it is looked at then",
            value: viewWords(view, series.definition).join(". "),
          },
          { field: "reason", label: "Why", value: String(values["reason"]) },
        ],
        children: <ViewPreview before={model} after={after} />,
      };
    },
    async act(values, version) {
      const view = kind.apply(values, around);
      const draws = (shown: ChartModel): string => renderToStaticMarkup(<SeriesPicture model={shown} />);
      await changeView(context, series.id, { view, reason: String(values["reason"]), version, draw: draws });
      return c.redirect(`/series/${series.id}?done=changed`, 303);
    },
    redraw: (state, status) => draw(c, page, state, status),
  });
}

function draw(c: Request, { kind, what, model, around }: Page, state: FormState, status = 200): Response {
  const { series } = model;
  const page = {
    title: kind.title,
    section: "Measures",
    caption: seriesName(series),
    backLink: { text: "Back", href: `/series/${series.id}` },
    action: `/series/${series.id}/change/${what}`,
    form: kind.form(around),
    submit: "Show the effect",
    children: <p>{kind.lead}</p>,
  };
  return formPage(c, page, state, status);
}
