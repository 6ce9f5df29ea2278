import { randomUUID } from "node:crypto";
import { z } from "zod";
import { longDate } from "#ui/long-date.ts";
import { Button } from "#ui/nhs/button.tsx";
import { Invalid } from "#platform/problem.ts";
import { contextOf, type Request } from "#web/env.ts";
import { doneWord } from "#web/done-word.ts";
import { columnPage, formPage } from "#web/column-page.tsx";
import { defineForm } from "#web/form/form.ts";
import type { FormState } from "#web/form/form-view.tsx";
import { submitForm } from "#web/form/submit-form.ts";
import { publishStrategy } from "../commands/publish-strategy.ts";
import { writeStrategy } from "../commands/write-strategy.ts";
import { strategyToRead as ask, type StrategyPage, type StrategyRead } from "../queries/strategy-page.ts";
import { strategyToWrite } from "../queries/strategy-to-write.ts";
import { readMilestones, writeMilestones } from "../strategy.ts";
import { SimilarList } from "../views/similar-list.tsx";

const done = { written: "The strategy was saved", published: "The strategy was published" };

export async function strategyPage(c: Request): Promise<Response> {
  return show(c, await ask(contextOf(c), c.req.param("id")!));
}

function show(c: Request, page: StrategyRead, problem?: string): Response {
  const { plan, template, strategy, checks, similar, isOverdue, can } = page;
  const missing = checks.filter((check) => !check.isThere);
  return columnPage(
    c,
    {
      title: "Strategy",
      section: plan.title.slice(0, 80),
      caption: plan.title,
      hasProblems: problem !== undefined,
      success: doneWord(c, done),
      backLink: { text: "Back to the plan", href: `/plans/${plan.id}` },
      children: (
        <>
          {problem ? <p className="nhsuk-error-message">{problem}</p> : null}
          <p>
            {strategy.publishedOn
              ? `Published on ${longDate(strategy.publishedOn)}, to be looked at again by ${longDate(strategy.refreshOn!)}${isOverdue ? ", which is overdue" : ""}.`
              : "A draft: not published yet."}{" "}
            <a href={`/bodies/${plan.body.code}`}>{plan.body.name}</a>
          </p>
          <p className="tl-quiet">Template: {template.title}</p>
          {template.sections.map(({ id, title, hint }) => (
            <section key={id} aria-labelledby={`section-${id}`}>
              <h2 id={`section-${id}`} className="nhsuk-heading-m">
                {title}
              </h2>
              <p className="tl-comment__text">{strategy.sections[id] || `Not written yet. ${hint}`}</p>
            </section>
          ))}
          <h2 className="nhsuk-heading-m">Milestones</h2>
          {strategy.milestones.length === 0 ? <p>None yet.</p> : null}
          <ul className="nhsuk-list nhsuk-list--bullet">
            {strategy.milestones.map(({ text, dueOn, reachedOn }) => (
              <li key={`${dueOn}${text}`}>
                {text}, by {longDate(dueOn)}
                {reachedOn ? `: reached on ${longDate(reachedOn)}` : null}
              </li>
            ))}
          </ul>
          <h2 className="nhsuk-heading-m">Is it whole?</h2>
          {missing.length === 0 ? <p>Nothing is missing.</p> : null}
          <ul className="nhsuk-list">
            {checks.map(({ text, isThere }) => (
              <li key={text}>
                {isThere ? "There" : "Missing"}: {text}
              </li>
            ))}
          </ul>
          <h2 className="nhsuk-heading-m" id="similar">
            Similar strategies
          </h2>
          <SimilarList planId={plan.id} similar={similar} />
          <ul className="nhsuk-list">
            {can.write ? (
              <li>
                <a href={`/plans/${plan.id}/strategy/edit`}>Write or change it</a>
              </li>
            ) : null}
            <li>
              <a href={`/plans/${plan.id}/line`}>Its line of sight</a>
            </li>
            <li>
              <a href="/strategies">All strategies</a>
            </li>
          </ul>
          {can.publish && strategy.version > 0 ? (
            <form action={`/plans/${plan.id}/strategy/publish`} method="post">
              <input type="hidden" name="_key" value={randomUUID()} />
              <input type="hidden" name="_version" value={strategy.version} />
              <Button
                text={
                  strategy.publishedOn ? "Say that it was looked at again" : "Publish it with today’s date"
                }
                preventDoubleClick
              />
            </form>
          ) : null}
        </>
      ),
    },
    problem ? 422 : 200,
  );
}

export async function publishPage(c: Request): Promise<Response> {
  const id = c.req.param("id")!;
  const sent = c.get("form")?.get("_version");
  const version = typeof sent === "string" && /^\d{1,9}$/.test(sent) ? Number(sent) : 0;
  try {
    await publishStrategy(contextOf(c), id, version);
  } catch (error) {
    if (!(error instanceof Invalid)) throw error;
    return show(c, await ask(contextOf(c), id), error.message);
  }
  return c.redirect(`/plans/${id}/strategy?done=published`, 303);
}

function formFor({ template }: StrategyPage) {
  const sections = template.sections.map(({ id, title, hint }) => [
    id,
    {
      kind: "long-text" as const,
      label: title,
      hint,
      most: 4000,
      schema: z.string().max(4000, `${title} must be 4,000 characters or fewer`),
    },
  ]);
  return defineForm({
    ...(Object.fromEntries(sections) as Record<
      string,
      { kind: "long-text"; label: string; hint: string; most: number; schema: z.ZodString }
    >),
    milestones: {
      kind: "long-text",
      label: "Milestones",
      hint: "One on each line, its day first: 2027-03-31 The first 20 leaders have a coach",
      rows: 6,
      schema: z
        .string()
        .refine(
          (text) => readMilestones(text) !== null,
          "Write each milestone on a line of its own that begins with its day, like 2027-03-31",
        ),
    },
  });
}

export async function editStrategyPage(c: Request): Promise<Response> {
  const page = await toWrite(c);
  const typed = { ...page.strategy.sections, milestones: writeMilestones(page.strategy.milestones) };
  return draw(c, page, { typed, version: page.strategy.version });
}

export async function saveStrategy(c: Request): Promise<Response> {
  const page = await toWrite(c);
  return submitForm(c, {
    form: formFor(page),
    act: async ({ milestones, ...sections }, version) => {
      const text = { sections: sections as Record<string, string>, version };
      await writeStrategy(contextOf(c), page.plan.id, { ...text, milestones: readMilestones(milestones)! });
      return c.redirect(`/plans/${page.plan.id}/strategy?done=written`, 303);
    },
    redraw: (state, status) => draw(c, page, state, status),
  });
}

function toWrite(c: Request): Promise<StrategyPage> {
  return strategyToWrite(contextOf(c), c.req.param("id")!);
}

function draw(c: Request, page: StrategyPage, state: FormState, status = 200): Response {
  const { plan } = page;
  return formPage(
    c,
    {
      title: "Write the strategy",
      section: plan.title.slice(0, 80),
      caption: plan.title,
      backLink: { text: "Back", href: `/plans/${plan.id}/strategy` },
      form: formFor(page),
      action: `/plans/${plan.id}/strategy/edit`,
      submit: "Save",
      draft: `strategy-${plan.id}`,
    },
    state,
    status,
  );
}
