import type { ReactNode } from "react";
import { NotFound } from "#platform/problem.ts";
import { PostButton } from "#ui/post-button.tsx";
import { contextOf, type Request } from "#web/env.ts";
import { savedDraft } from "#web/saved-draft.ts";
import { doneWord } from "#web/done-word.ts";
import { defineForm } from "#web/form/form.ts";
import type { FormState } from "#web/form/form-view.tsx";
import { submitForm } from "#web/form/submit-form.ts";
import { changeWriteUp, draftAgain } from "../commands/change-write-up.ts";
import { planToEdit } from "../queries/plan-to-edit.ts";
import { writeUp, type WriteUp } from "../queries/write-up.ts";
import {
  writeUpHeadings,
  writeUpHints,
  writeUpPaper,
  writeUpParts,
  type WriteUpPart,
  type WrittenPart,
} from "../record/write-up.ts";
import { SpcChart } from "#ui/chart/spc-chart.tsx";
import { measureChart } from "../exports/measure-chart.ts";
import { fileStem } from "../exports/paper.ts";
import { paperMarkdown } from "../exports/paper-markdown.ts";
import { shownMeasures } from "../exports/plan-record.ts";
import { paperDocument } from "../views/paper-document.tsx";
import { frameOf, planFormPage, planPage, planPath } from "../views/plan-page.tsx";
import type { PlanFrame } from "../workspace-parts.ts";
import { planOf } from "./plan-of.ts";
import { short } from "./test-form.ts";

/** The report of the work under the headings that a journal expects, drafted from the record. */
export async function writeUpPage(c: Request): Promise<Response> {
  const frame = await planOf(c);
  const written = await writeUp(contextOf(c), frame.plan);
  const drafts = written.parts.filter((one) => one.isDraft).length;
  return planPage(c, frame, {
    under: "share",
    title: "Write-up",
    success: doneWord(c, {
      saved: "The part is saved.",
      drafted: "The draft from the record stands there again.",
    }),
    ...savedDraft(c, `write-up-${frame.plan.id}`),
    children: (
      <>
        <div className="tl-no-print">
          <p>
            {drafts === 0
              ? "Every part is in your own words."
              : `${drafts} of ${writeUpParts.length} parts are drafted from the record. Read each, and put it in your own words.`}
          </p>
          <ul className="nhsuk-list tl-inline-links">
            <li>
              <a href={planPath(frame.plan, "/write-up/file/write-up.html")}>Take it to Word</a>
            </li>
            <li>
              <a href={planPath(frame.plan, "/write-up/file/write-up.md")}>Take it as Markdown</a>
            </li>
          </ul>
        </div>
        {written.parts.map((one) => (
          <Part key={one.part} frame={frame} written={written} part={one} />
        ))}
      </>
    ),
  });
}

type PartProps = { frame: PlanFrame; written: WriteUp; part: WrittenPart };

function Part({
  frame: { plan },
  written: { record, can },
  part: { part, text, isDraft },
}: PartProps): ReactNode {
  return (
    <section aria-labelledby={`part-${part}`}>
      <h2 id={`part-${part}`} className="nhsuk-heading-m">
        {writeUpHeadings[part]}
      </h2>
      {text.split(/\n{2,}/).map((paragraph) => (
        <p key={paragraph} className="tl-lines">
          {paragraph}
        </p>
      ))}
      {part === "results"
        ? shownMeasures(record).map((measure) => (
            <figure key={measure.id}>
              <SpcChart {...measureChart(measure)} width={640} />
              <figcaption>
                <a href={`/series/${measure.id}`}>See the numbers of {measure.name}</a>
              </figcaption>
            </figure>
          ))
        : null}
      {can.change ? (
        <p className="tl-no-print">
          {isDraft ? "Drafted from the record. " : ""}
          <a href={planPath(plan, `/write-up/${part}`)}>
            Change<span className="nhsuk-u-visually-hidden"> {writeUpHeadings[part]}</span>
          </a>
        </p>
      ) : null}
    </section>
  );
}

function partForm(part: WriteUpPart) {
  return defineForm({
    text: {
      kind: "long-text",
      label: writeUpHeadings[part],
      hint: writeUpHints[part],
      rows: part === "title" ? 2 : 14,
      most: 20_000,
      schema: short(writeUpHeadings[part], 20_000).min(1, "Write something, or leave the draft as it is"),
    },
  });
}

type Changing = { frame: PlanFrame; part: WrittenPart };

async function toChange(c: Request): Promise<Changing> {
  const context = contextOf(c);
  const plan = await planToEdit(context, c.req.param("id")!);
  const name = writeUpParts.find((one) => one === c.req.param("part"));
  const part = (await writeUp(context, plan)).parts.find((one) => one.part === name);
  if (!part) throw new NotFound();
  return { frame: frameOf(c, plan), part };
}

export async function writeUpPartPage(c: Request): Promise<Response> {
  const changing = await toChange(c);
  return draw(c, changing, { typed: { text: changing.part.text }, version: changing.part.version });
}

export async function saveWriteUpPart(c: Request): Promise<Response> {
  const changing = await toChange(c);
  const { plan } = changing.frame;
  const { part } = changing.part;
  return submitForm(c, {
    form: partForm(part),
    act: async ({ text }, version) => {
      await changeWriteUp(contextOf(c), plan, { part, text, version });
      return c.redirect(planPath(plan, `/write-up?done=saved#part-${part}`), 303);
    },
    redraw: (state, status) => draw(c, changing, state, status),
  });
}

function draw(c: Request, { frame, part }: Changing, state: FormState, status = 200): Response {
  const action = planPath(frame.plan, `/write-up/${part.part}`);
  const page = {
    under: "share",
    title: `Write-up: ${writeUpHeadings[part.part].toLowerCase()}`,
    form: partForm(part.part),
    action,
    submit: "Save this part",
    draft: `write-up-${frame.plan.id}:${part.part}`,
    after: part.isDraft ? (
      <Earlier frame={frame} />
    ) : (
      <>
        <Earlier frame={frame} />
        <PostButton
          action={`${action}/draft`}
          text="Go back to the draft from the record"
          variant="secondary"
          small
        />
      </>
    ),
  } as const;
  return planFormPage(c, frame, page, { state, status });
}

function Earlier({ frame: { plan } }: { frame: PlanFrame }): ReactNode {
  return (
    <p>
      <a href={planPath(plan, "/history")}>Earlier texts of this part</a>
    </p>
  );
}

export async function draftAgainForm(c: Request): Promise<Response> {
  const { frame, part } = await toChange(c);
  await draftAgain(contextOf(c), frame.plan, part.part);
  return c.redirect(planPath(frame.plan, "/write-up?done=drafted"), 303);
}

const types = { "write-up.html": "text/html", "write-up.md": "text/markdown" } as const;

/** For Word, and for whatever takes Markdown. */
export async function writeUpFile(c: Request): Promise<Response> {
  const { plan } = await planOf(c);
  const name = Object.keys(types).find((one) => one === c.req.param("file")) as
    | keyof typeof types
    | undefined;
  if (!name) throw new NotFound();
  const { record, parts } = await writeUp(contextOf(c), plan);
  const paper = writeUpPaper(record, parts);
  return c.body(name === "write-up.md" ? paperMarkdown(paper) : paperDocument(paper), 200, {
    "Content-Type": `${types[name]}; charset=utf-8`,
    "Content-Disposition": `attachment; filename="${fileStem(plan.title)}-${name}"`,
    "X-Content-Type-Options": "nosniff",
  });
}
