import { listOf, type Columns } from "#platform/list-file.ts";
import { z } from "zod";
import { contextOf, type Request } from "#web/env.ts";
import { doneWord } from "#web/done-word.ts";
import { formPage } from "#web/column-page.tsx";
import { defineForm } from "#web/form/form.ts";
import type { FormState } from "#web/form/form-view.tsx";
import { submitForm } from "#web/form/submit-form.ts";
import { publishEvaluation } from "../commands/publish-evaluation.ts";
import { findings, grades, type Evaluation, type Finding, type Grade } from "../evaluation.ts";
import { itemKinds } from "../item.ts";
import { frameworkPath, itemPath } from "../paths.ts";
import { evaluationsPage as ask } from "../queries/evaluations-page.ts";
import { frameworkToKeep, type Kept } from "../queries/framework-to-keep.ts";
import { EvaluationList } from "../views/evaluation-list.tsx";
import { Column, frameworkPage } from "./framework-page.tsx";

const done = { published: "The evaluation was published" };

export async function evaluationsPage(c: Request): Promise<Response> {
  const { progress, evaluations } = await ask(contextOf(c), c.req.param("framework")!);
  const { framework, can } = progress;
  return frameworkPage(c, {
    framework,
    tab: "more",
    title: `Evaluations (${evaluations.length})`,
    list: listOf({ name: `${framework.key}-evaluations`, columns: columnsOf(framework), rows: evaluations }),
    success: doneWord(c, done),
    crumbs: [{ text: "More", href: frameworkPath(framework.key, "more") }],
    children: (
      <Column>
        <p>
          What is claimed to have come of the framework, how that was looked into, what else could explain it,
          and how far it can be believed. That something had no effect is worth knowing as much as that it
          had.
        </p>
        {can.keep ? (
          <p>
            <a href={frameworkPath(framework.key, "evaluations/new")}>Publish an evaluation</a>
          </p>
        ) : null}
        {evaluations.length === 0 ? <p>None has been published yet.</p> : null}
        <EvaluationList
          evaluations={evaluations}
          headingLevel={2}
          about={(key) => {
            const item = framework.content.item(key);
            return { title: item?.title || (item?.text ?? key), href: itemPath(framework.key, key) };
          }}
        />
      </Column>
    ),
  });
}

function columnsOf(framework: Kept["framework"]): Columns<Evaluation> {
  const about = (key: string) => framework.content.item(key);
  return {
    claim: ["What is claimed", (one) => one.claim],
    about: ["About", ({ itemKey }) => about(itemKey)?.title || (about(itemKey)?.text ?? itemKey)],
    finding: ["What was found", (one) => findings[one.finding]],
    design: ["How it was looked into", (one) => one.design],
    data: ["With which data", (one) => one.data],
    strength: ["How large and how sure", (one) => one.strength],
    confounders: ["What else could explain it", (one) => one.confounders],
    grade: ["How good the evidence is", (one) => grades[one.grade].label],
    publishedBy: ["Published by", (one) => one.bodyName],
    publishedAt: ["Published", (one) => one.publishedAt],
    address: ["Address", (one) => itemPath(framework.key, one.itemKey)],
  };
}

const text = (what: string, most: number) =>
  z
    .string()
    .min(1, `Say ${what}`)
    .max(most, `It must be ${most.toLocaleString("en-GB")} characters or fewer`);

const evaluated: ReadonlySet<string> = new Set(["condition", "driver", "action", "detail", "outcome"]);

function formFor({ framework }: Kept) {
  const items = framework.content.rows.filter(({ kind }) => evaluated.has(kind));
  return defineForm({
    item: {
      kind: "select",
      label: "What was evaluated?",
      options: [
        { value: "", label: "Choose an item" },
        ...items.map(({ key, kind, title, text: words }) => ({
          value: key,
          label: `${itemKinds[kind]} ${key.slice(kind.length + 1)}: ${(title || words).slice(0, 90)}`,
        })),
      ],
      schema: text("what was evaluated", 120),
    },
    claim: {
      kind: "text",
      label: "What is claimed?",
      hint: "In one sentence",
      schema: text("what is claimed", 1000),
    },
    finding: {
      kind: "choice",
      label: "What was found?",
      options: Object.entries(findings).map(([value, label]) => ({ value, label })),
      schema: z.custom<Finding>((value) => Object.hasOwn(findings, value as string), "Choose what was found"),
    },
    design: {
      kind: "long-text",
      label: "How was it looked into?",
      rows: 3,
      schema: text("how it was looked into", 2000),
    },
    data: { kind: "long-text", label: "With which data?", rows: 3, schema: text("with which data", 2000) },
    strength: {
      kind: "long-text",
      label: "How large and how sure is it?",
      rows: 3,
      schema: text("how sure it is", 2000),
    },
    confounders: {
      kind: "long-text",
      label: "What else could explain it?",
      rows: 3,
      schema: text("what else could explain it", 2000),
    },
    grade: {
      kind: "choice",
      label: "How good is the evidence?",
      options: Object.entries(grades).map(([value, { label, hint }]) => ({ value, label, hint })),
      schema: z.custom<Grade>(
        (value) => Object.hasOwn(grades, value as string),
        "Choose how good the evidence is",
      ),
    },
  });
}

export async function newEvaluationPage(c: Request): Promise<Response> {
  return draw(c, await keep(c));
}

export async function saveEvaluation(c: Request): Promise<Response> {
  const kept = await keep(c);
  const { key } = kept.framework;
  return submitForm(c, {
    form: formFor(kept),
    act: async (given) => {
      const id = await publishEvaluation(contextOf(c), key, given);
      return c.redirect(`${frameworkPath(key, "evaluations", { done: "published" })}#evaluation-${id}`, 303);
    },
    redraw: (state, status) => draw(c, kept, state, status),
  });
}

function keep(c: Request): Promise<Kept> {
  return frameworkToKeep(contextOf(c), c.req.param("framework")!);
}

function draw(c: Request, kept: Kept, state: FormState = {}, status = 200): Response {
  const { framework, as } = kept;
  return formPage(
    c,
    {
      title: "Publish an evaluation",
      section: framework.title,
      look: "framework",
      backLink: { text: "Back", href: frameworkPath(framework.key, "evaluations") },
      form: formFor(kept),
      action: frameworkPath(framework.key, "evaluations"),
      submit: "Publish",
      draft: `evaluation-${framework.key}`,
      children: <p>You speak for {as.name}. An evaluation is never changed; you can publish another.</p>,
    },
    state,
    status,
  );
}
