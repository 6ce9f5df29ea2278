import type { ReactNode } from "react";
import { z } from "zod";
import { ActionLink } from "#ui/nhs/action-link.tsx";
import { contextOf, type Request } from "#web/env.ts";
import { columnPage, formPage } from "#web/column-page.tsx";
import { defineForm } from "#web/form/form.ts";
import type { FormState } from "#web/form/form-view.tsx";
import { submitForm } from "#web/form/submit-form.ts";
import { chooseMeasures } from "../commands/choose-measures.ts";
import { measuresToChoose, type MeasuresToChoose } from "../queries/measures-to-choose.ts";

function formOf({ choices }: MeasuresToChoose) {
  return defineForm({
    series: {
      kind: "choices",
      label: "Measures in the report",
      hint: "Of this organisation, its wards and its teams: those that you can see",
      options: choices.map((one) => ({
        value: one.id,
        label: one.split === "" ? one.name : `${one.name}: ${one.split}`,
        hint: `${one.bodyName}, for ${one.purpose}, ${one.points} points`,
      })),
      schema: z.array(z.string().max(40)).max(200),
    },
  });
}

export async function reportMeasuresPage(c: Request): Promise<Response> {
  const choice = await measuresToChoose(contextOf(c), c.req.param("id")!);
  return draw(c, choice, { typed: { series: [...choice.chosen] } });
}

export async function saveReportMeasures(c: Request): Promise<Response> {
  const context = contextOf(c);
  const choice = await measuresToChoose(context, c.req.param("id")!);
  return submitForm(c, {
    form: formOf(choice),
    act: async ({ series }) => {
      await chooseMeasures(context, choice.report.id, series);
      return c.redirect(`/reports/${choice.report.id}?done=measures`, 303);
    },
    redraw: (state, status) => draw(c, choice, state, status),
  });
}

function draw(c: Request, choice: MeasuresToChoose, state: FormState, status = 200): Response {
  const { report } = choice;
  const frame = {
    title: "Choose the measures",
    section: "Board reports",
    caption: report.title,
    backLink: { text: "Back", href: `/reports/${report.id}` },
  };
  if (choice.choices.length === 0) return columnPage(c, { ...frame, children: <NothingToChoose /> });
  const page = {
    ...frame,
    form: formOf(choice),
    action: `/reports/${report.id}/measures`,
    submit: "Save",
    children: (
      <p>
        A number that a team measures in order to improve is the team’s own. It is here only where the team
        lets its organisation see it, and it is never ranked.
      </p>
    ),
  };
  return formPage(c, page, state, status);
}

function NothingToChoose(): ReactNode {
  return (
    <>
      <p>
        There is no measure yet that you can see here, of this organisation, its wards or its teams. Start
        one, or ask a team to let its organisation see theirs. Then come back and choose.
      </p>
      <ActionLink text="Start a measure" href="/measures/new" />
    </>
  );
}
