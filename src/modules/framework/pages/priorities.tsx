import { listOf, type Columns } from "#platform/list-file.ts";
import { z } from "zod";
import { dayInWords } from "#platform/moments.ts";
import { Table } from "#ui/nhs/table.tsx";
import { Timeline } from "#ui/timeline.tsx";
import { contextOf, type Request } from "#web/env.ts";
import { columnPage, formPage } from "#web/column-page.tsx";
import { doneWord } from "#web/done-word.ts";
import { defineForm } from "#web/form/form.ts";
import type { FormState } from "#web/form/form-view.tsx";
import { submitForm } from "#web/form/submit-form.ts";
import { answerPriority } from "../commands/answer-priority.ts";
import { proposePriority } from "../commands/propose-priority.ts";
import { itemPath } from "../paths.ts";
import { answers, saidWords, states, type Said } from "../priority.ts";
import {
  prioritiesPage as ask,
  priorityInSight,
  priorityToAnswer,
  type PrioritiesPage,
  type PriorityPage,
} from "../queries/priorities-page.ts";

const done = { said: "Your answer is in the thread", proposed: "It was proposed" };

const text = (empty: string, most: number) =>
  z
    .string()
    .min(1, empty)
    .max(most, `It must be ${most.toLocaleString("en-GB")} characters or fewer`);

const proposing = ({ actions }: Pick<PrioritiesPage, "actions">) =>
  defineForm({
    to: {
      kind: "body",
      label: "To whom?",
      hint: "The name or code of an organisation, place or team",
      source: "/bodies/suggestions",
      schema: text("Enter the name or code of an organisation, place or team", 200),
    },
    title: {
      kind: "text",
      label: "What do you propose?",
      schema: text("Say what you propose", 200).refine(
        (title) => title.length >= 3,
        "Say what you propose in a few words",
      ),
    },
    text: {
      kind: "long-text",
      label: "Why?",
      most: 4000,
      schema: text("Say why", 4000),
    },
    item: {
      kind: "select",
      label: "Which action of the framework does it serve?",
      options: [
        { value: "", label: "None, and that is as good" },
        ...actions.map(({ key, title }) => ({ value: key, label: title })),
      ],
      schema: z.string().max(120),
    },
  });

const columns: Columns<PrioritiesPage["priorities"][number]> = {
  title: ["What", (one) => one.title],
  why: ["Why", (one) => one.text],
  from: ["From", (one) => one.from.name],
  to: ["To", (one) => one.to.name],
  answer: ["Answer", (one) => states[one.state]],
  address: ["Address", (one) => `/priorities/${one.id}`],
};

/** What was proposed to a body and by it, with every answer. Declining is as ordinary as accepting. */
export async function prioritiesPage(c: Request): Promise<Response> {
  return drawList(c, await ask(contextOf(c), c.req.param("code")!));
}

export async function savePriority(c: Request): Promise<Response> {
  const page = await ask(contextOf(c), c.req.param("code")!);
  return submitForm(c, {
    form: proposing(page),
    act: async (given) => {
      const id = await proposePriority(contextOf(c), page.body.code, given);
      return c.redirect(`/priorities/${id}?done=proposed`, 303);
    },
    redraw: (state, status) => drawList(c, page, state, status),
  });
}

function drawList(c: Request, page: PrioritiesPage, state: FormState = {}, status = 200): Response {
  const { body, priorities, can } = page;
  const shared = {
    title: "Priorities proposed",
    section: "Organisations",
    look: "framework",
    caption: body.name,
    backLink: { text: "Back", href: `/bodies/${body.code}` },
    list: listOf({ name: `priorities-${body.code.toLowerCase()}`, columns, rows: priorities }),
    children: (
      <>
        <p>
          A priority can be proposed to whoever stands below. They accept it, change it or decline it, and say
          why. Only those who work on one of the 2 sides see it.
        </p>
        {priorities.length === 0 ? <p>None that you can see.</p> : null}
        {priorities.length > 0 ? (
          <Table
            responsive
            firstCellIsHeader
            caption={{ text: `Priorities (${priorities.length})`, size: "m" }}
            head={["What", "From", "To", "Answer"].map((one) => ({ text: one }))}
            rows={priorities.map((one) => [
              { html: <a href={`/priorities/${one.id}`}>{one.title}</a> },
              { text: one.from.name },
              { text: one.to.name },
              { text: states[one.state] },
            ])}
          />
        ) : null}
      </>
    ),
  };
  if (!can.propose) return columnPage(c, shared, status);
  const form = { form: proposing(page), action: `/bodies/${body.code}/priorities`, submit: "Propose it" };
  return formPage(c, { ...shared, ...form }, state, status);
}

function answering({ priority, can }: PriorityPage) {
  const options: [Said, string][] = can.answer
    ? [...(Object.entries(answers) as [Said, string][]), ["said", "Something to add"]]
    : [
        ...(priority.state === "open" ? [] : ([["agreed", "We agree with the answer"]] as [Said, string][])),
        ["said", "Something to add"],
        ["withdrawn", "We withdraw it"],
      ];
  return defineForm({
    said: {
      kind: "choice",
      label: "What do you say to it?",
      options: options.map(([value, label]) => ({ value, label })),
      schema: z.custom<Said>((value) => options.some(([one]) => one === value), "Choose what you say to it"),
    },
    text: {
      kind: "long-text",
      label: "Why?",
      hint: "The other side reads it, and it stays",
      most: 2000,
      schema: text("Say why", 2000),
    },
  });
}

export async function priorityPage(c: Request): Promise<Response> {
  const page = await priorityInSight(contextOf(c), c.req.param("priority")!);
  return drawOne(c, page, { version: page.priority.version });
}

export async function savePriorityAnswer(c: Request): Promise<Response> {
  const page = await priorityToAnswer(contextOf(c), c.req.param("priority")!);
  return submitForm(c, {
    form: answering(page),
    act: async ({ said, text: words }, version) => {
      const id = await answerPriority(contextOf(c), page.priority.id, { said, text: words, version });
      return c.redirect(`/priorities/${id}?done=said`, 303);
    },
    redraw: (state, status) => drawOne(c, page, state, status),
  });
}

function drawOne(c: Request, page: PriorityPage, state: FormState, status = 200): Response {
  const { priority, words, can } = page;
  const shared = {
    title: priority.title,
    section: "Organisations",
    look: "framework",
    caption: "A priority proposed",
    success: doneWord(c, done),
    backLink: { text: "Back", href: `/bodies/${priority.to.code}/priorities` },
    children: (
      <>
        <p>
          {priority.from.name} proposes this to {priority.to.name}. {states[priority.state]}.
          {priority.state === "open" && !can.answer
            ? ` Whoever leads or administers ${priority.to.name} answers.`
            : null}
        </p>
        <p className="tl-comment__text">{priority.text}</p>
        {priority.frameworkKey && priority.itemKey ? (
          <p>
            <a href={itemPath(priority.frameworkKey, priority.itemKey)}>
              The action of the framework that it serves
            </a>
          </p>
        ) : null}
        <Timeline
          headingLevel={2}
          events={words.map((word) => ({
            title: `${word.name}: ${saidWords[word.said].toLowerCase()}`,
            when: dayInWords(word.saidAt),
            dateTime: word.saidAt.toISOString(),
            by: word.saidBy ?? undefined,
            children: <p className="tl-comment__text">{word.text}</p>,
          }))}
        />
      </>
    ),
  };
  if (!can.answer && !can.reply) return columnPage(c, shared, status);
  const form = { form: answering(page), action: `/priorities/${priority.id}/answer`, submit: "Say it" };
  return formPage(c, { ...shared, ...form }, state, status);
}
