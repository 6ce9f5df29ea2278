import { z } from "zod";
import { formPage } from "#web/column-page.tsx";
import { contextOf, type Request } from "#web/env.ts";
import { defineForm } from "#web/form/form.ts";
import type { FormState } from "#web/form/form-view.tsx";
import { submitForm } from "#web/form/submit-form.ts";
import { nameCollector } from "../commands/name-collector.ts";
import { collectorChoice } from "../queries/my-numbers.ts";
import { seriesName } from "../series.ts";

type Choice = Awaited<ReturnType<typeof collectorChoice>>;

function formFor({ candidates }: Choice) {
  return defineForm({
    collector: {
      kind: "select",
      label: "Who collects the numbers",
      hint: "One person of the team or the organisation. They may enter numbers, and they alone are reminded",
      options: [
        { value: "", label: "Nobody named" },
        ...candidates.map(({ id, name }) => ({ value: id, label: name })),
      ],
      schema: z.union([z.literal(""), z.uuid("Choose somebody of the team or the organisation")]),
    },
  });
}

export async function collectorPage(c: Request): Promise<Response> {
  const choice = await collectorChoice(contextOf(c), c.req.param("id") ?? "");
  const { collectorId, version } = choice.series;
  return draw(c, choice, { typed: { collector: collectorId ?? "" }, version });
}

export async function saveCollector(c: Request): Promise<Response> {
  const context = contextOf(c);
  const choice = await collectorChoice(context, c.req.param("id") ?? "");
  return submitForm(c, {
    form: formFor(choice),
    act: async ({ collector }, version) => {
      await nameCollector(context, choice.series.id, { collectorId: collector || null, version });
      return c.redirect(`/series/${choice.series.id}?done=collector`, 303);
    },
    redraw: (state, status) => draw(c, choice, state, status),
  });
}

function draw(c: Request, choice: Choice, state: FormState, status = 200): Response {
  const { series } = choice;
  return formPage(
    c,
    {
      title: "Who collects the numbers",
      section: "Measures",
      caption: seriesName(series),
      backLink: { text: "Back to the chart", href: `/series/${series.id}` },
      form: formFor(choice),
      action: `/series/${series.id}/collector`,
      submit: "Save",
    },
    state,
    status,
  );
}
