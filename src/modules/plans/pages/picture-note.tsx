import { z } from "zod";
import { contextOf, type Request } from "#web/env.ts";
import { defineForm } from "#web/form/form.ts";
import type { FormState } from "#web/form/form-view.tsx";
import { submitForm } from "#web/form/submit-form.ts";
import { addPicture } from "../commands/keep-files.ts";
import type { PlanSeen } from "../plan.ts";
import type { PlanTest } from "../plan-test.ts";
import { planToEdit } from "../queries/plan-to-edit.ts";
import { testInSight } from "../queries/test-in-sight.ts";
import { capital, frameOf, planFormPage, planPath } from "../views/plan-page.tsx";
import { short } from "./test-form.ts";

const form = defineForm({
  picture: {
    kind: "file",
    label: "Picture",
    hint: "No people, and no screen or paper by which a patient could be known. Up to 10MB",
    accept: "image/png,image/jpeg,image/webp,image/gif",
    schema: z.instanceof(File, { message: "Choose a picture" }),
  },
  text: {
    kind: "text",
    label: "What does it show?",
    hint: "Also for whoever cannot see it",
    schema: short("What it shows", 500).min(1, "Say what the picture shows"),
  },
});

type Noting = { plan: PlanSeen; test: PlanTest };

async function toNote(c: Request): Promise<Noting> {
  const context = contextOf(c);
  const plan = await planToEdit(context, c.req.param("id")!);
  return { plan, test: await testInSight(context, plan, c.req.param("test")!) };
}

export async function pictureNotePage(c: Request): Promise<Response> {
  return draw(c, await toNote(c));
}

export async function savePictureNote(c: Request): Promise<Response> {
  const noting = await toNote(c);
  const { plan, test } = noting;
  return submitForm(c, {
    form,
    act: async ({ picture, text }) => {
      const upload = { bytes: new Uint8Array(await picture.arrayBuffer()), name: picture.name };
      await addPicture(contextOf(c), plan, { testId: test.id, text, upload });
      return c.redirect(planPath(plan, `/tests/${test.id}?done=noted`), 303);
    },
    redraw: (state, status) => draw(c, noting, state, status),
  });
}

function draw(c: Request, { plan, test }: Noting, state: FormState = {}, status = 200): Response {
  const frame = frameOf(c, plan);
  const { words } = frame;
  const page = {
    under: "tests",
    title: `Add a picture to the ${words.test}`,
    form,
    action: planPath(plan, `/tests/${test.id}/picture`),
    submit: "Save the picture",
    children: (
      <p>
        {capital(words.cycle)} {test.cycle}: {test.change}
      </p>
    ),
  } as const;
  return planFormPage(c, frame, page, { state, status });
}
