import { NotFound } from "#platform/problem.ts";
import { contextOf, type Request } from "#web/env.ts";
import { columnPage, formPage } from "#web/column-page.tsx";
import { defineForm } from "#web/form/form.ts";
import type { FormState } from "#web/form/form-view.tsx";
import { submitForm } from "#web/form/submit-form.ts";
import { TaskList } from "#ui/nhs/task-list.tsx";
import { PostButton } from "#ui/post-button.tsx";
import { defineSeries, shareWords, takeUp } from "../commands/define-series.ts";
import { hasDenominator, type DefinitionText } from "../definition.ts";
import { partWords } from "../definition-words.ts";
import { seriesDefinition, type DefinedSeries } from "../queries/series-definition.ts";
import { seriesName, type SeriesSeen } from "../series.ts";
import { definitionFields, typedDefinition, versionReason } from "./definition-fields.ts";

type Section = { heading: string; parts: (text: DefinitionText) => readonly (keyof DefinitionText)[] };

/** A few things at once, in any order: nobody has to say all of it on the first day. */
const sections: Readonly<Record<string, Section>> = {
  why: { heading: "Name, why and kind", parts: () => ["name", "why", "kind", "topic"] },
  counts: {
    heading: "What counts",
    parts: (text) =>
      hasDenominator(text)
        ? ["operational", "numerator", "denominator", "multiplier", "unit"]
        : ["operational", "unit"],
  },
  rhythm: { heading: "Which way is better, and how often", parts: () => ["better", "frequency"] },
  work: {
    heading: "Who collects it, and what work it is",
    parts: () => ["collector", "source", "minutesPerPoint"],
  },
  review: {
    heading: "When it is looked at again",
    parts: ({ purpose }) => (purpose === "judgement" ? ["reviewOn", "authority"] : ["reviewOn"]),
  },
};

export async function seriesDefinitionPage(c: Request): Promise<Response> {
  const { series, lineage } = await seriesDefinition(contextOf(c), c.req.param("id")!);
  const path = `/series/${series.id}/definition`;
  return columnPage(c, {
    title: "What is measured",
    section: "Measures",
    caption: seriesName(series),
    backLink: { text: "Back", href: `/series/${series.id}` },
    children: lineage.shared ? (
      <p>
        These words are in the shared catalogue.{" "}
        <a href={`/measures/${series.definitionId}`}>Change them there</a>.
      </p>
    ) : (
      <>
        <p>Say as much as you can now. The chart works with what there is.</p>
        <TaskList
          idPrefix="definition"
          items={Object.entries(sections).map(([name, section]) => ({
            heading: section.heading,
            href: `${path}/${name}`,
            status: isSaid(series, section)
              ? "Completed"
              : { tag: { text: "Incomplete", colour: "blue" as const } },
          }))}
        />
        <h2>Share the words</h2>
        <p>Others can then measure the same in the same way. Your numbers stay where they are.</p>
        <PostButton
          action={`${path}/share`}
          text="Put these words into the shared catalogue"
          variant="secondary"
        />
      </>
    ),
  });
}

function isSaid({ definition }: SeriesSeen, { parts }: Section): boolean {
  const optional = new Set<keyof DefinitionText>(["unit", "topic", "multiplier"]);
  return parts(definition).every((part) => optional.has(part) || partWords(definition, part) !== "");
}

type Page = DefinedSeries & { name: string; section: Section };

async function pageOf(c: Request): Promise<Page> {
  const name = c.req.param("section")!;
  const section = Object.hasOwn(sections, name) ? sections[name] : undefined;
  if (!section) throw new NotFound();
  return { ...(await seriesDefinition(contextOf(c), c.req.param("id")!)), name, section };
}

const formFor = ({ section, series }: Page) =>
  defineForm({ ...definitionFields(section.parts(series.definition)), reason: versionReason });

export async function sectionPage(c: Request): Promise<Response> {
  const page = await pageOf(c);
  const { definition } = page.series;
  return draw(c, page, { typed: typedDefinition(definition), version: page.lineage.newest });
}

export async function saveSection(c: Request): Promise<Response> {
  const page = await pageOf(c);
  const { id } = page.series;
  return submitForm(c, {
    form: formFor(page),
    async act({ reason, ...text }, version) {
      await defineSeries(contextOf(c), id, { text, reason: String(reason), version });
      return c.redirect(`/series/${id}/definition`, 303);
    },
    redraw: (state, status) => draw(c, page, state, status),
  });
}

function draw(c: Request, page: Page, state: FormState, status = 200): Response {
  const { series, name, section } = page;
  const path = `/series/${series.id}/definition`;
  const column = {
    title: section.heading,
    section: "Measures",
    caption: seriesName(series),
    backLink: { text: "Back", href: path },
    action: `${path}/${name}`,
    form: formFor(page),
    submit: "Save",
  };
  return formPage(c, column, state, status);
}

export async function shareWordsForm(c: Request): Promise<Response> {
  const id = c.req.param("id")!;
  await shareWords(contextOf(c), id);
  return c.redirect(`/series/${id}?done=shared`, 303);
}

export async function takeUpPage(c: Request): Promise<Response> {
  const { series, lineage } = await seriesDefinition(contextOf(c), c.req.param("id")!);
  const { madeFrom } = lineage;
  if (!madeFrom || madeFrom.newest === madeFrom.version) throw new NotFound();
  return columnPage(c, {
    title: "Take up the next version",
    section: "Measures",
    caption: seriesName(series),
    backLink: { text: "Back", href: `/series/${series.id}` },
    children: (
      <>
        <p>
          You have version {madeFrom.version} of {madeFrom.name}, and version {madeFrom.newest} exists.{" "}
          <a href={`/measures/${madeFrom.id}/compare?a=${madeFrom.version}&b=${madeFrom.newest}`}>
            See what changed
          </a>{" "}
          before you decide: numbers counted in another way may begin a new phase.
        </p>
        <PostButton
          action={`/series/${series.id}/definition/take-up`}
          text={`Take up version ${madeFrom.newest}`}
          fields={{ version: String(lineage.newest) }}
        />
      </>
    ),
  });
}

export async function takeUpForm(c: Request): Promise<Response> {
  const id = c.req.param("id")!;
  await takeUp(contextOf(c), id, Number(c.get("form")?.get("version")));
  return c.redirect(`/series/${id}?done=defined`, 303);
}
