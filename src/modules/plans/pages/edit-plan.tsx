import { contextOf, type Request } from "#web/env.ts";
import { defineForm } from "#web/form/form.ts";
import type { FormState } from "#web/form/form-view.tsx";
import { submitForm } from "#web/form/submit-form.ts";
import { DataClassWarning } from "#ui/data-class-warning.tsx";
import { ownContext } from "#web/own-context.ts";
import { missingIn } from "../aim-rules.ts";
import { aimsMet } from "../queries/aims-met.ts";
import { editPlan } from "../commands/edit-plan.ts";
import { editFields } from "../edit-fields.ts";
import type { PlanSeen } from "../plan.ts";
import { planToEdit } from "../queries/plan-to-edit.ts";
import { MissingInAim } from "../views/missing-in-aim.tsx";
import { frameOf, planFormPage, planPath } from "../views/plan-page.tsx";

const form = defineForm(editFields);

function typedFrom(plan: PlanSeen): NonNullable<FormState["typed"]> {
  const { aim } = plan;
  const [year = "", month = "", day = ""] = (aim.by ?? "").split("-");
  return {
    title: plan.title,
    aim: aim.text,
    aimWhat: aim.what,
    aimFrom: aim.from === null ? "" : String(aim.from),
    aimTo: aim.to === null ? "" : String(aim.to),
    aimUnit: aim.unit,
    aimBy: [day, month, year],
    aimFor: aim.forWhom,
    topics: plan.topics.join("\n"),
    method: plan.method,
    template: [],
    localPriority: plan.localPriority,
    nationalPriority: plan.nationalPriority,
  };
}

export async function editPlanPage(c: Request): Promise<Response> {
  const plan = await planToEdit(contextOf(c), c.req.param("id") ?? "");
  return draw(c, plan, { typed: typedFrom(plan), version: plan.version });
}

export async function saveEdit(c: Request): Promise<Response> {
  const context = ownContext(c);
  const plan = await planToEdit(context, c.req.param("id") ?? "");
  return submitForm(c, {
    form,
    act: async (given, version) => {
      const { title, topics, method, localPriority, nationalPriority } = given;
      const { aim: text, aimWhat: what, aimFrom: from, aimTo: to, aimUnit: unit, aimBy: by } = given;
      const aim = { text, what, from, to, unit, by, forWhom: given.aimFor };
      const written = { title, aim, topics, method, localPriority, nationalPriority };
      await editPlan(context, plan.id, { text: written, version, withTemplate: given.template });
      return c.redirect(planPath(plan, "?done=edited"), 303);
    },
    redraw: (state, status) => draw(c, plan, state, status),
  });
}

async function draw(c: Request, plan: PlanSeen, state: FormState, status = 200): Promise<Response> {
  const frame = frameOf(c, plan);
  const missing = missingIn(plan.aim);
  const met = missing.includes("howMuch") ? await aimsMet(contextOf(c)) : null;
  return planFormPage(
    c,
    frame,
    {
      under: "overview",
      title: `Change the ${frame.words.kind}`,
      form,
      action: planPath(plan, "/edit"),
      submit: "Save",
      draft: `plan-${plan.id}`,
      children: (
        <>
          <DataClassWarning dataClass="plan" />
          {missing.length > 0 ? <MissingInAim missing={missing} met={met} /> : null}
        </>
      ),
    },
    { state, status },
  );
}
