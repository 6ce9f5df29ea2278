import { listOf } from "#platform/list-file.ts";
import type { ReactNode } from "react";
import { z } from "zod";
import { isId } from "#platform/id.ts";
import { Forbidden, NotFound } from "#platform/problem.ts";
import { visibilities, visibilityLabels } from "#platform/sight.ts";
import {
  betterLabels,
  betters,
  ChartWall,
  formHints,
  formLabels,
  forms,
  frequencies,
  frequencyLabels,
  newDefinition,
  seriesColumns,
  SeriesTable,
  type SeriesCard,
} from "#modules/measures/index.ts";
import { Button } from "#ui/nhs/button.tsx";
import { Details } from "#ui/nhs/details.tsx";
import { EmptyState } from "#ui/empty-state.tsx";
import { PageLinks } from "#ui/page-links.tsx";
import { PostButton } from "#ui/post-button.tsx";
import { contextOf, type Request } from "#web/env.ts";
import { askedPage } from "#web/take-away.tsx";
import { doneWord } from "#web/done-word.ts";
import { defineForm } from "#web/form/form.ts";
import type { FormState } from "#web/form/form-view.tsx";
import { submitForm } from "#web/form/submit-form.ts";
import { ownContext } from "#web/own-context.ts";
import { attachMeasure, detachMeasure, startTeamMeasure } from "../commands/attach-measure.ts";
import { measureTitle } from "../measure-title.ts";
import type { Attached, NodeChoice } from "../plan-measure.ts";
import { mayEditPlan } from "../policy.ts";
import {
  measureChoices,
  planMeasures,
  type MeasureChoices,
  type PlanMeasures,
} from "../queries/plan-measures.ts";
import { planFormPage, planPage, planPath } from "../views/plan-page.tsx";
import type { PlanFrame } from "../workspace-parts.ts";
import { planOf } from "./plan-of.ts";

const done = {
  attached: "The measure is on the plan.",
  detached: "The measure is off the plan. It and its numbers are kept.",
};

export async function planMeasuresPage(c: Request): Promise<Response> {
  const frame = await planOf(c);
  const found = await planMeasures(contextOf(c), frame.plan, askedPage(c));
  return planPage(c, frame, {
    under: "measures",
    title: frame.words.measures,
    wide: true,
    part: { page: found.paging.page, of: found.paging.pages },
    success: doneWord(c, done),
    list: listOf({
      name: "measures-of-the-plan",
      columns: seriesColumns,
      rows: found.cards,
      total: found.paging.total,
    }),
    children: (
      <>
        <Ways frame={frame} can={found.can} />
        {found.cards.length === 0 ? (
          <NoMeasures can={found.can} frame={frame} />
        ) : (
          <Measures frame={frame} found={found} as={wayToShow(c, found)} />
        )}
        <PageLinks paging={found.paging} href={(page) => measuresPath(frame, wayToShow(c, found), page)} />
        <p className="tl-quiet">
          Each measure says itself who can see it: you see here those that you can see, and others may see
          more or fewer of them.
        </p>
      </>
    ),
  });
}

type FoundProps = { frame: PlanFrame; found: PlanMeasures };

type Way = "charts" | "lines";

/** So many charts are looked at on one page; more are a line each, until somebody asks for all charts. */
const mostCharts = 12;

/** A page of them as charts or as lines: both ways show the same measures on the same page. */
function measuresPath({ plan }: PlanFrame, as: Way, page: number): string {
  const query = new URLSearchParams({
    ...(as === "charts" && { as }),
    ...(page > 1 && { page: String(page) }),
  });
  return planPath(plan, `/measures${query.size > 0 ? `?${query}` : ""}`);
}

function wayToShow(c: Request, { paging }: PlanMeasures): Way {
  return paging.total > mostCharts && c.req.query("as") !== "charts" ? "lines" : "charts";
}

function Ways({ frame, can }: { frame: PlanFrame; can: PlanMeasures["can"] }): ReactNode {
  if (!can.edit) return null;
  return (
    <div className="nhsuk-button-group">
      <Button href={planPath(frame.plan, "/measures/new")} text={frame.words.newMeasure} />
      <Button
        href={planPath(frame.plan, "/measures/attach")}
        text="Add one that is there"
        variant="secondary"
      />
    </div>
  );
}

function NoMeasures({ frame, can }: { frame: PlanFrame; can: PlanMeasures["can"] }): ReactNode {
  return (
    <EmptyState
      heading="Nothing is measured here yet"
      {...(can.edit && {
        action: { text: "Start a measure", href: planPath(frame.plan, "/measures/new") },
      })}
      exampleTitle="An example"
      example={
        <ul>
          <li>Outcome: falls in a month, per 1,000 bed days</li>
          <li>Process: patients with a fall plan within 6 hours</li>
          <li>So that nothing else gets worse: patients who get up and walk each day</li>
        </ul>
      }
    >
      <p>One number each week is enough to tell whether a change is better, and more than chance.</p>
    </EmptyState>
  );
}

function Measures({ frame, found, as }: FoundProps & { as: Way }): ReactNode {
  const groups = Map.groupBy(found.attached, ({ nodeText }) => nodeText ?? "");
  const cards = new Map(found.cards.map((card) => [card.id, card]));
  const { page, total } = found.paging;
  return (
    <>
      {total <= mostCharts ? null : (
        <p>
          {as === "lines" ? (
            <a href={measuresPath(frame, "charts", page)}>See all of them as charts</a>
          ) : (
            <a href={measuresPath(frame, "lines", page)}>See them as a list</a>
          )}
        </p>
      )}
      {[...groups].map(([node, attached], index) => {
        const heading = node === "" ? `The whole ${frame.words.kind}` : node;
        const shown = attached.flatMap(({ seriesId }) => cards.get(seriesId) ?? []);
        const title = measureTitle(frame.plan);
        return (
          <section key={node} aria-labelledby={`measures-of-${index}`}>
            <h2 id={`measures-of-${index}`}>{heading}</h2>
            {as === "lines" ? (
              <SeriesTable
                id={`lines-${index}`}
                caption={`What is measured: ${heading}`}
                cards={shown.map((card) => ({ ...card, name: title(card) }))}
              />
            ) : (
              <ChartWall id={`measures-${index}`} titleOf={title} cards={shown} />
            )}
            {found.can.edit ? <Detach frame={frame} attached={attached} cards={cards} /> : null}
          </section>
        );
      })}
    </>
  );
}

type DetachProps = { frame: PlanFrame; attached: readonly Attached[]; cards: Map<string, SeriesCard> };

function Detach({ frame, attached, cards }: DetachProps): ReactNode {
  return (
    <Details summary={attached.length === 1 ? "Take it off" : "Take one off"}>
      <ul className="nhsuk-list">
        {attached.map(({ seriesId, nodeId }) => {
          const card = cards.get(seriesId);
          if (!card) return null;
          return (
            <li key={seriesId}>
              <PostButton
                action={planPath(frame.plan, "/measures/detach")}
                text={`Take ${measureTitle(frame.plan)(card)} off`}
                variant="secondary"
                small
                fields={{ series: seriesId, node: nodeId ?? "" }}
              />
            </li>
          );
        })}
      </ul>
    </Details>
  );
}

const nodeField = (nodes: readonly NodeChoice[]) =>
  ({
    kind: "select",
    label: "What it tells of",
    options: [
      { value: "", label: "The plan as a whole" },
      ...nodes.map(({ id, text }) => ({ value: id, label: text.slice(0, 120) })),
    ],
    schema: z.string().transform((text) => (isId(text) ? text : null)),
  }) as const;

async function toEdit(c: Request): Promise<{ frame: PlanFrame; choices: MeasureChoices }> {
  const frame = await planOf(c);
  return { frame, choices: await measureChoices(contextOf(c), frame.plan) };
}

const attachForm = ({ nodes, series }: MeasureChoices) =>
  defineForm({
    series: {
      kind: "select",
      label: "Measure",
      hint: "Those of this organisation and its wards and teams that you can see",
      options: [
        { value: "", label: "Choose one" },
        ...series.map((one) => ({
          value: one.id,
          label: `${one.name}${one.split ? `: ${one.split}` : ""}, ${one.bodyName}`,
        })),
      ],
      schema: z.string().refine((text) => isId(text), "Choose a measure"),
    },
    node: nodeField(nodes),
  });

export async function attachMeasurePage(c: Request): Promise<Response> {
  const { frame, choices } = await toEdit(c);
  return drawAttach(c, frame, { choices, state: { typed: { node: c.req.query("node") ?? "" } } });
}

type Drawn = { choices: MeasureChoices; state: FormState; status?: number };

function drawAttach(c: Request, frame: PlanFrame, { choices, state, status = 200 }: Drawn): Response {
  const page = {
    under: "measures",
    title: "Add a measure that is there",
    form: attachForm(choices),
    action: planPath(frame.plan, "/measures/attach"),
    submit: "Add it",
    children: (
      <p>
        Nothing is copied: the numbers are entered once and feed every plan that the measure is on. Who can
        see it stays as its own page says.
      </p>
    ),
  } as const;
  return planFormPage(c, frame, page, { state, status });
}

export async function saveAttached(c: Request): Promise<Response> {
  const context = ownContext(c);
  const { frame, choices } = await toEdit(c);
  return submitForm(c, {
    form: attachForm(choices),
    act: async ({ series, node }) => {
      await attachMeasure(context, frame.plan.id, { seriesId: series, nodeId: node });
      return c.redirect(planPath(frame.plan, "/measures?done=attached"), 303);
    },
    redraw: (state, status) => drawAttach(c, frame, { choices, state, status }),
  });
}

export async function detachForm(c: Request): Promise<Response> {
  const planId = c.req.param("id") ?? "";
  const given = c.get("form");
  const seriesId = given?.get("series");
  const node = given?.get("node");
  const frame = await planOf(c);
  if (!mayEditPlan(contextOf(c).actor, frame.plan)) throw new Forbidden();
  if (typeof seriesId !== "string" || !isId(seriesId)) throw new NotFound();
  const nodeId = typeof node === "string" && isId(node) ? node : null;
  await detachMeasure(ownContext(c), planId, { seriesId, nodeId });
  return c.redirect(`/plans/${planId}/measures?done=detached`, 303);
}

const startForm = (frame: PlanFrame, nodes: readonly NodeChoice[]) =>
  defineForm({
    name: {
      kind: "text",
      label: "What will you measure?",
      hint: "As you would say it, such as Falls on the ward",
      schema: z
        .string()
        .min(2, "Enter what you will measure")
        .max(65, "The name must be 65 characters or fewer"),
    },
    form: {
      kind: "choice",
      label: "How do the numbers arise?",
      options: forms.map((value) => ({ value, label: formLabels[value], hint: formHints[value] })),
      schema: z.enum(forms, "Choose how the numbers arise"),
    },
    numerator: {
      kind: "text",
      label: "What is counted",
      hint: "Only where it is so many out of so many, such as falls",
      schema: z.string().max(200, "What is counted must be 200 characters or fewer"),
    },
    denominator: {
      kind: "text",
      label: "Out of what",
      hint: "Only where it is so many out of so many, such as bed days",
      schema: z.string().max(200, "Out of what must be 200 characters or fewer"),
    },
    unit: {
      kind: "text",
      label: "Unit",
      hint: "Such as days or falls",
      width: 20,
      schema: z.string().max(60, "The unit must be 60 characters or fewer"),
    },
    better: {
      kind: "choice",
      label: "Which way is better?",
      options: betters.map((value) => ({ value, label: betterLabels[value] })),
      schema: z.enum(betters, "Choose which way is better"),
    },
    frequency: {
      kind: "choice",
      label: "How often?",
      options: frequencies.map((value) => ({ value, label: frequencyLabels[value] })),
      schema: z.enum(frequencies, "Choose how often"),
    },
    place: {
      kind: "select",
      label: "Where",
      options: frame.plan.bodies.map(({ code, name }) => ({ value: code, label: name })),
      schema: z.string().min(1, "Choose where it is measured"),
    },
    node: nodeField(nodes),
    visibility: {
      kind: "choice",
      label: "Who can see the measure?",
      hint: "By itself: it may be open to fewer than the plan, or to more. The team keeps it",
      options: visibilities.map((value) => ({ value, label: visibilityLabels[value] })),
      schema: z.enum(visibilities, "Choose who can see it"),
    },
  });

export async function newTeamMeasurePage(c: Request): Promise<Response> {
  const { frame, choices } = await toEdit(c);
  const typed = {
    node: c.req.query("node") ?? "",
    visibility: frame.plan.visibility,
    place: frame.plan.body.code,
    frequency: "week",
  };
  return drawStart(c, frame, { choices, state: { typed } });
}

function drawStart(c: Request, frame: PlanFrame, { choices, state, status = 200 }: Drawn): Response {
  const page = {
    under: "measures",
    title: frame.words.newMeasure,
    form: startForm(frame, choices.nodes),
    action: planPath(frame.plan, "/measures/new"),
    submit: "Start the measure",
  } as const;
  return planFormPage(c, frame, page, { state, status });
}

/** On to the measure's own page, where its first number is entered. */
export async function saveTeamMeasure(c: Request): Promise<Response> {
  const context = ownContext(c);
  const { frame, choices } = await toEdit(c);
  return submitForm(c, {
    form: startForm(frame, choices.nodes),
    act: async (given) => {
      const { visibility, node: nodeId } = given;
      const ratio = given.form === "proportion" || given.form === "rate";
      const counted = ratio
        ? { numerator: given.numerator, denominator: given.denominator }
        : { unit: given.unit };
      const { name, form, better, frequency } = given;
      const definition = newDefinition({ name, form, better, frequency, authority: "", ...counted });
      const id = await startTeamMeasure(context, frame.plan.id, {
        definition,
        placeCode: given.place,
        visibility,
        nodeId,
      });
      return c.redirect(`/series/${id}`, 303);
    },
    redraw: (state, status) => drawStart(c, frame, { choices, state, status }),
  });
}
