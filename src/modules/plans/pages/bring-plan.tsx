import type { ReactNode } from "react";
import { z } from "zod";
import { dayOf } from "#platform/day.ts";
import { findWorkplace, workplaceOptions } from "#modules/people/index.ts";
import { InsetText } from "#ui/nhs/inset-text.tsx";
import { SummaryList } from "#ui/nhs/summary-list.tsx";
import { columnPage, formPage } from "#web/column-page.tsx";
import { contextOf, type Request } from "#web/env.ts";
import { defineForm } from "#web/form/form.ts";
import type { FormState } from "#web/form/form-view.tsx";
import { submitForm } from "#web/form/submit-form.ts";
import { ownContext } from "#web/own-context.ts";
import { keepImport } from "../commands/keep-import.ts";
import { loadPlan } from "../commands/load-plan.ts";
import type { PlanFile } from "../exports/plan-file.ts";
import { readPlanUpload } from "../imports/read-plan-upload.ts";
import { stageLabels } from "../plan.ts";
import { planKindRules } from "../plan-kinds.ts";
import { mayVouchForServers } from "../policy.ts";
import { checkedPlan, mayBringPlans, type CheckedPlan } from "../queries/checked-plan.ts";
import { LineProblems } from "../views/line-problems.tsx";
import { dayInWords } from "#platform/moments.ts";
import { counted } from "#ui/counted.ts";
import { bundlesOf } from "./bundles-of.ts";

const path = "/plans/new/from-file";
const title = "Start from a file";
const breadcrumbs = [{ text: "Improvement work", href: "/plans" }];

const form = defineForm({
  file: {
    kind: "file",
    label: "Choose a file",
    hint: "A workbook, a JSON file or a signed file that was downloaded from a project, up to 10MB",
    accept: ".xlsx,.json,application/json",
    schema: z.instanceof(File, { message: "Choose a file" }),
  },
});

export function bringPlanPage(c: Request): Response {
  mayBringPlans(contextOf(c));
  return drawUpload(c);
}

export async function savePlanUpload(c: Request): Promise<Response> {
  const context = ownContext(c);
  mayBringPlans(context);
  return submitForm(c, {
    form,
    act: async ({ file }) => {
      const content = new Uint8Array(await file.arrayBuffer());
      // What cannot be read at all is said here, where the file was chosen.
      await readPlanUpload(content, { bundles: bundlesOf(c), today: dayOf(context.at), now: context.at });
      const id = await keepImport(context, null, { kind: "plan", name: file.name.slice(0, 200), content });
      return c.redirect(`${path}/${id}`, 303);
    },
    redraw: (state, status) => drawUpload(c, state, status),
  });
}

function drawUpload(c: Request, state: FormState = {}, status = 200): Response {
  return formPage(
    c,
    {
      title,
      section: "Improvement work",
      breadcrumbs,
      form,
      action: path,
      submit: "Check it",
      children: (
        <>
          <p>
            A project that was taken along comes back as a new one: from our own workbook, changed or not,
            from its data, or from another server that signed it. You see first what it holds.
          </p>
          {mayVouchForServers(contextOf(c).actor) ? (
            <p>
              <a href="/servers">Servers that are known here</a>
            </p>
          ) : null}
        </>
      ),
    },
    state,
    status,
  );
}

const placeForm = (places: readonly { value: string; label: string }[]) =>
  defineForm({
    place: {
      kind: "select",
      label: "Where it goes on",
      options: places,
      schema: z.string().min(1, "Choose where it goes on"),
    },
  });

export async function checkPlanFilePage(c: Request): Promise<Response> {
  return drawCheck(c, await checkedPlan(ownContext(c), bundlesOf(c), c.req.param("import") ?? ""));
}

export async function bringPlan(c: Request): Promise<Response> {
  const context = ownContext(c);
  const checked = await checkedPlan(context, bundlesOf(c), c.req.param("import") ?? "");
  const { file, signed } = checked.read;
  if (!file || checked.isStranger) return c.redirect(`${path}/${checked.id}`, 303);
  return submitForm(c, {
    form: placeForm(workplaceOptions(context)),
    act: async (given) => {
      const place = await findWorkplace(context, given.place, "place");
      const id = await loadPlan(context, {
        file,
        place,
        origin: originOf(checked, signed),
        importId: checked.id,
      });
      return c.redirect(`/plans/${id}?done=started`, 303);
    },
    redraw: (state, status) => drawCheck(c, checked, state, status),
  });
}

function originOf({ content }: CheckedPlan, signed: CheckedPlan["read"]["signed"]) {
  if (!signed) return null;
  const { name: server, publicKey } = signed.signer;
  return { bundle: content, digest: signed.digest, server, publicKey, signedAt: signed.at };
}

function drawCheck(c: Request, checked: CheckedPlan, state: FormState = {}, status = 200): Response {
  const { file, problems } = checked.read;
  if (!file) return problemPage(c, checked, problems);
  const { isStranger } = checked;
  const page = { title: file.plan.title, section: title, breadcrumbs, caption: "Check what comes in" };
  const about = (
    <>
      <SignedBy checked={checked} />
      <WhatItHolds file={file} />
    </>
  );
  if (isStranger) return columnPage(c, { ...page, children: about });
  const places = workplaceOptions(contextOf(c));
  const typed = state.typed ?? { place: places[0]?.value ?? "" };
  return formPage(
    c,
    {
      ...page,
      form: placeForm(places),
      action: `${path}/${checked.id}`,
      submit: "Start it here",
      children: about,
      after: <p>You lead it then, and only its team sees it until you open it to others.</p>,
    },
    { ...state, typed },
    status,
  );
}

function problemPage(c: Request, { name }: CheckedPlan, problems: CheckedPlan["read"]["problems"]): Response {
  return columnPage(c, {
    title: "The file cannot come in yet",
    section: title,
    hasProblems: true,
    breadcrumbs,
    caption: name,
    children: <LineProblems problems={problems} again={path} />,
  });
}

function SignedBy({ checked: { read, isStranger, can } }: { checked: CheckedPlan }): ReactNode {
  if (!read.signed) return null;
  const { signer, at } = read.signed;
  const says = {
    own: "This server signed it itself.",
    known: `It was signed by ${signer.name}, which is known here.`,
    unknown: `It says that it comes from ${signer.name}, and nobody here has vouched for that server.`,
  }[signer.standing];
  const query = new URLSearchParams({ key: signer.publicKey, name: signer.name });
  return (
    <InsetText>
      <p>
        {says} Not a byte was changed since it was signed on {dayInWords(at)}.
      </p>
      <p>
        Fingerprint of its key: <code>{signer.fingerprint}</code>
      </p>
      {isStranger ? (
        <p>
          It can come in once an administrator of this server has compared the fingerprint with the other
          server’s people and vouched for it.{" "}
          {can.vouch ? (
            <a href={`/servers?${query}`}>Vouch for this server</a>
          ) : (
            "Keep this page, and ask them."
          )}
        </p>
      ) : null}
    </InsetText>
  );
}

function WhatItHolds({ file }: { file: PlanFile }): ReactNode {
  const { plan, diagram, tests, measures } = file;
  const points = measures.reduce((sum, measure) => sum + measure.points.length, 0);
  return (
    <SummaryList
      rows={[
        {
          key: "What it is",
          value: `${planKindRules[plan.kind].label}, ${stageLabels[plan.stage].toLowerCase()}`,
        },
        { key: "Aim", value: plan.aim.text || plan.sentence || "Not said" },
        { key: "Where it was", value: plan.place || "Not said" },
        { key: "Diagram", value: counted(diagram.length, "entry", "entries") },
        { key: "Tests", value: counted(tests.length, "test") },
        {
          key: "Measures",
          value: `${counted(measures.length, "measure")} with ${counted(points, "number")}`,
        },
        { key: "Tasks and decisions", value: counted(file.tasks.length + file.decisions.length, "line") },
      ]}
    />
  );
}
