import { z } from "zod";
import { visibilities, visibilityLabels } from "#platform/sight.ts";
import { findWorkplace, workplaceOptions } from "#modules/people/index.ts";
import { Button } from "#ui/nhs/button.tsx";
import { ErrorSummary } from "#ui/nhs/error-summary.tsx";
import { Select } from "#ui/nhs/select.tsx";
import { Textarea } from "#ui/nhs/textarea.tsx";
import { EmptyState } from "#ui/empty-state.tsx";
import { columnPage, formPage } from "#web/column-page.tsx";
import { contextOf, type Request } from "#web/env.ts";
import { defineForm } from "#web/form/form.ts";
import type { FormState } from "#web/form/form-view.tsx";
import { submitForm } from "#web/form/submit-form.ts";
import { ownContext } from "#web/own-context.ts";
import { aimFields, titleField } from "../aim-fields.ts";
import { readAim, type AimRead, type AimsMet } from "../aim-rules.ts";
import { methodOf, methods } from "../methods.ts";
import { startPlan } from "../commands/start-plan.ts";
import { planKinds, type PlanKind } from "../plan.ts";
import { aimsMet } from "../queries/aims-met.ts";
import { similarWork } from "../queries/similar-work.ts";
import type { Similar } from "../similar.ts";
import { MissingInAim } from "../views/missing-in-aim.tsx";
import { SimilarWork } from "../views/similar-work.tsx";
import { planKindRules } from "../plan-kinds.ts";
import { visibilityHints } from "../visibility-words.ts";

const longest = 500;

type Beginning = { kind: PlanKind; sentence: string; place: string; method: string; template: boolean };

/** What stands in the address, none of it trusted. */
function beginningOf(c: Request): Beginning {
  const asked = c.req.query("kind") ?? "";
  const kind = planKinds.find((one) => one === asked) ?? "project";
  const method = c.req.query("method") ?? planKindRules[kind].method;
  return {
    kind,
    sentence: (c.req.query("sentence") ?? "").replaceAll(/\s+/g, " ").trim().slice(0, longest),
    place: (c.req.query("place") ?? "").slice(0, 20),
    method: methodOf(method)?.key ?? "",
    template: c.req.query("template") === "yes",
  };
}

/** One question. What is typed goes on to the next page by its address, and nothing is saved before that. */
export async function newPlanPage(c: Request): Promise<Response> {
  return drawQuestion(c, beginningOf(c));
}

function drawQuestion(c: Request, begun: Beginning, problem?: string): Response {
  const rules = planKindRules[begun.kind];
  const places = workplaceOptions(contextOf(c));
  if (places.length === 0) return noPlacePage(c);
  const page = {
    title: rules.question,
    section: "Improvement work",
    breadcrumbs: [{ text: "Improvement work", href: "/plans" }],
    hasProblems: problem !== undefined,
    above: problem ? (
      <ErrorSummary
        heading={{ text: "There is a problem" }}
        errorList={[{ text: problem, href: "#sentence" }]}
      />
    ) : null,
    children: (
      <form action="/plans/new/check" method="get" noValidate>
        <input type="hidden" name="kind" value={begun.kind} />
        <input type="hidden" name="method" value={begun.method} />
        {begun.template ? <input type="hidden" name="template" value="yes" /> : null}
        <Textarea
          id="sentence"
          name="sentence"
          label={{ text: "In one sentence" }}
          hint={{ text: rules.questionHint }}
          rows={3}
          value={begun.sentence}
          errorMessage={problem ? { text: problem } : undefined}
          attributes={{ "data-check-patient-data": "", "data-similar": "/plans/similar" }}
        />
        {places.length === 1 ? (
          <input type="hidden" name="place" value={places[0]!.value} />
        ) : (
          <Select
            id="place"
            name="place"
            label={{ text: "Where" }}
            value={begun.place || places[0]!.value}
            items={places.map(({ value, label }) => ({ value, text: label }))}
          />
        )}
        <div data-similar-results="" aria-live="polite" />
        <Button text="Continue" />
        <p>
          Nobody has to approve it. On the next page you see who has tried something like it, and then you
          start.
        </p>
        <p>
          Or <a href="/plans/new/from-file">start from a file</a> that was taken from another project.
        </p>
      </form>
    ),
  };
  return columnPage(c, page, problem ? 422 : 200);
}

function noPlacePage(c: Request): Response {
  return columnPage(c, {
    title: "Start an improvement project",
    section: "Improvement work",
    breadcrumbs: [{ text: "Improvement work", href: "/plans" }],
    children: (
      <EmptyState
        heading="You do not belong to an organisation here yet"
        action={{ text: "Find your organisation", href: "/bodies" }}
      >
        <p>
          A project stands somewhere: in a ward, a practice, a team. Ask its lead to invite you, or ask
          somebody there to start the project and to invite you into its team.
        </p>
      </EmptyState>
    ),
  });
}

const form = (places: readonly { value: string; label: string }[]) =>
  defineForm({
    sentence: {
      kind: "long-text",
      label: "In one sentence",
      rows: 2,
      schema: z.string().max(longest, `The sentence must be ${longest} characters or fewer`),
    },
    title: titleField,
    ...aimFields,
    place: {
      kind: "select",
      label: "Where",
      options: places,
      schema: z.string().min(1, "Choose where it is"),
    },
    visibility: {
      kind: "choice",
      label: "Who can see it",
      hint: "You can change this at any time, and it is kept who changed it",
      options: visibilities.map((value) => ({
        value,
        label: visibilityLabels[value],
        hint: visibilityHints[value],
      })),
      schema: z.enum(visibilities, "Choose who can see it"),
    },
    kind: { kind: "hidden", label: "Kind", schema: z.enum(planKinds) },
    method: {
      kind: "select",
      label: "Method",
      hint: "You can change it at any time, and lose nothing by it",
      options: [
        { value: "", label: "None in particular" },
        ...methods.map(({ key, name }) => ({ value: key, label: name })),
      ],
      schema: z.string().refine((key) => key === "" || methodOf(key) !== undefined, "Choose a method"),
    },
    template: {
      kind: "choices",
      label: "To begin with",
      options: [
        {
          value: "yes",
          label: "Put the method’s own drivers into the diagram",
          hint: "Something to cross out and write over is easier than an empty page",
        },
      ],
      schema: z.array(z.string()).transform((ticked) => ticked.includes("yes")),
    },
  });

/** What was read from the sentence, put into its parts to be put right; what is missing is said and waits for nobody. */
export async function checkPlanPage(c: Request): Promise<Response> {
  const begun = beginningOf(c);
  if (begun.sentence.length < 3)
    return drawQuestion(c, begun, "Say in a sentence what you are trying to improve");
  const context = contextOf(c);
  const read = readAim(begun.sentence, context.at.toISOString().slice(0, 10));
  const [similar, met] = await Promise.all([similarWork(context, begun.sentence), aimsMet(context)]);
  return draw(c, begun, { read, similar, met, state: { typed: typedFrom(begun, read) } });
}

function typedFrom(begun: Beginning, { aim }: AimRead): FormState["typed"] {
  const [year = "", month = "", day = ""] = (aim.by ?? "").split("-");
  return {
    sentence: begun.sentence,
    title: titleFrom(aim.what || begun.sentence),
    aimWhat: aim.what.slice(0, 200),
    aimFrom: aim.from === null ? "" : String(aim.from),
    aimTo: aim.to === null ? "" : String(aim.to),
    aimUnit: aim.unit,
    aimBy: [day, month, year],
    aimFor: aim.forWhom,
    place: begun.place,
    visibility: planKindRules[begun.kind].visibility,
    kind: begun.kind,
    method: begun.method,
    template: begun.template ? ["yes"] : [],
  };
}

/** The beginning of the sentence, cut where a word ends. */
function titleFrom(text: string): string {
  const short = text.length <= 80 ? text : text.slice(0, 80).replace(/\s+\S*$/, "");
  return short.charAt(0).toUpperCase() + short.slice(1);
}

export async function savePlan(c: Request): Promise<Response> {
  const context = ownContext(c);
  return submitForm(c, {
    form: form(workplaceOptions(context)),
    act: async (given) => {
      const place = await findWorkplace(context, given.place, "place");
      const { aimWhat: what, aimFrom: from, aimTo: to, aimUnit: unit, aimBy: by, aimFor: forWhom } = given;
      const id = await startPlan(context, {
        kind: given.kind,
        title: given.title,
        sentence: given.sentence,
        aim: { text: given.sentence, what, from, to, unit, by, forWhom },
        method: given.method,
        withTemplate: given.template,
        place,
        visibility: given.visibility,
      });
      return c.redirect(`/plans/${id}?done=started`, 303);
    },
    redraw: (state, status) => draw(c, { ...beginningOf(c), ...kindIn(state) }, { state, status }),
  });
}

function kindIn({ typed }: FormState): Partial<Beginning> {
  const kind = planKinds.find((one) => one === typed?.["kind"]);
  return kind ? { kind } : {};
}

type Drawn = { read?: AimRead; similar?: Similar; met?: AimsMet | null; state: FormState; status?: number };

function draw(
  c: Request,
  begun: Beginning,
  { read, similar, met = null, state, status = 200 }: Drawn,
): Response {
  const rules = planKindRules[begun.kind];
  const { kind, method, sentence, template } = begun;
  const back = new URLSearchParams({ kind, method, sentence, ...(template && { template: "yes" }) });
  return formPage(
    c,
    {
      title: `Check it and start the ${rules.label.toLowerCase()}`,
      section: "Improvement work",
      backLink: { text: "Back", href: `/plans/new?${back}` },
      form: form(workplaceOptions(contextOf(c))),
      action: "/plans",
      submit: `Start the ${rules.label.toLowerCase()}`,
      children: (
        <>
          {similar ? <SimilarWork similar={similar} /> : null}
          {read ? <MissingInAim missing={read.missing} met={met} /> : null}
        </>
      ),
    },
    state,
    status,
  );
}
