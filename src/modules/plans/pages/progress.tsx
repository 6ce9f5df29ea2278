import type { ReactNode } from "react";
import { z } from "zod";
import { isId } from "#platform/id.ts";
import { Forbidden } from "#platform/problem.ts";
import { Table } from "#ui/nhs/table.tsx";
import { contextOf, type Request } from "#web/env.ts";
import { defineForm } from "#web/form/form.ts";
import { FormProblems, FormView, type FormState } from "#web/form/form-view.tsx";
import { submitForm } from "#web/form/submit-form.ts";
import { ownContext } from "#web/own-context.ts";
import { setProgress } from "../commands/set-progress.ts";
import { scoreTalk, type ProgressPart } from "../earned-progress.ts";
import type { PlanSeen } from "../plan.ts";
import { planProgress, type PlanProgress } from "../queries/plan-progress.ts";
import { planPage, planPath } from "../views/plan-page.tsx";
import type { PlanFrame } from "../workspace-parts.ts";
import { planOf } from "./plan-of.ts";

const scores = ["", "0", "0.5", "1", "1.5", "2", "2.5", "3", "3.5", "4", "4.5", "5"];

const form = (team: PlanProgress["team"]) =>
  defineForm({
    ownScore: {
      kind: "select",
      label: "How far the team thinks it is, from 0 to 5",
      options: scores.map((value) => ({ value, label: value === "" ? "Not said" : value })),
      schema: z
        .string()
        .refine((text) => scores.includes(text), "Choose a number from 0 to 5")
        .transform((text) => (text === "" ? null : Number(text))),
    },
    keeper: {
      kind: "select",
      label: "Who keeps it going when the project has ended",
      options: [
        { value: "", label: "Nobody yet" },
        ...team.map(({ id, name }) => ({ value: id, label: name })),
      ],
      schema: z.string().transform((text) => (isId(text) ? text : null)),
    },
  });

export async function progressPage(c: Request): Promise<Response> {
  const frame = await planOf(c);
  const { plan } = frame;
  const typed = {
    ownScore: plan.ownScore === null ? "" : String(plan.ownScore),
    keeper: plan.sustainedBy?.id ?? "",
  };
  return draw(c, frame, { typed, version: plan.version });
}

export async function saveProgress(c: Request): Promise<Response> {
  const context = ownContext(c);
  const frame = await planOf(c);
  const found = await planProgress(context, frame.plan);
  if (!found.can.edit) throw new Forbidden();
  return submitForm(c, {
    form: form(found.team),
    act: async ({ ownScore, keeper }, version) => {
      await setProgress(context, frame.plan.id, { ownScore, keeperId: keeper, version });
      return c.redirect(planPath(frame.plan, "?done=progress"), 303);
    },
    redraw: (state, status) => draw(c, frame, state, status),
  });
}

async function draw(c: Request, frame: PlanFrame, state: FormState, status = 200): Promise<Response> {
  const found = await planProgress(contextOf(c), frame.plan);
  const asked = form(found.team);
  return planPage(
    c,
    frame,
    {
      under: "overview",
      title: "How far it is",
      hasProblems: Boolean(state.problems?.length) || state.conflict !== undefined,
      above: <FormProblems form={asked} state={state} />,
      children: (
        <>
          <Scores frame={frame} found={found} />
          <Evidence frame={frame} found={found} />
          {found.can.edit ? (
            <FormView form={asked} state={state} action={planPath(frame.plan, "/progress")} submit="Save" />
          ) : null}
        </>
      ),
    },
    status,
  );
}

function Scores({ frame: { plan }, found }: { frame: PlanFrame; found: PlanProgress }): ReactNode {
  return (
    <>
      <p className="nhsuk-body-l">
        By what is there: <strong>{found.score} of 5</strong>.{" "}
        {plan.ownScore === null ? null : (
          <>
            The team says: <strong>{plan.ownScore} of 5</strong>.
          </>
        )}
      </p>
      <p>
        {scoreTalk(plan.ownScore, found.score)} It is nobody’s rank: projects are not put in order by it
        anywhere.
      </p>
    </>
  );
}

/** Where each part is to be seen; who keeps it going is said on this page itself. */
const whereSeen: Readonly<Record<ProgressPart["key"], string | null>> = {
  aim: "",
  theory: "/diagram",
  measures: "/measures",
  tests: "/tests",
  data: "/measures",
  signal: "/measures",
  keeper: null,
};

function foundAt(plan: PlanSeen, { key, found }: ProgressPart): ReactNode {
  const where = whereSeen[key];
  return where === null ? found : <a href={planPath(plan, where)}>{found}</a>;
}

function Evidence({ frame: { plan }, found }: { frame: PlanFrame; found: PlanProgress }): ReactNode {
  return (
    <Table
      caption="What the score is made of"
      responsive
      firstCellIsHeader
      head={["Part", "Earned", "What is there", "What would earn the rest"]}
      rows={found.parts.map((part) => [
        part.name,
        `${part.earned} of ${part.worth}`,
        foundAt(plan, part),
        part.missing || "Nothing more",
      ])}
    />
  );
}
