import type { ReactNode } from "react";
import { visibilityLabels } from "#platform/sight.ts";
import { longDate } from "#ui/long-date.ts";
import { SummaryList } from "#ui/nhs/summary-list.tsx";
import type { DefinitionText } from "../definition.ts";
import { definitionParts, partWords, purposeSentence } from "../definition-words.ts";
import type { SeriesPage } from "../queries/series-page.ts";

/** What is measured and where it comes from, in the words of its definition. */
export function SeriesAbout({ page }: { page: SeriesPage }): ReactNode {
  const { series } = page.model;
  const { definition } = series;
  return (
    <section aria-labelledby="about">
      <h2 id="about">What is measured</h2>
      <p>{purposeSentence(definition)}</p>
      <MadeFrom page={page} />
      <SummaryList rows={[...definitionRows(definition), whoSees(page)]} />
    </section>
  );
}

/** The parts of a definition that say something. */
export function definitionRows(text: DefinitionText) {
  return definitionParts
    .map(({ name, label }) => ({ name, label, words: partWords(text, name) }))
    .filter(({ words }) => words !== "")
    .map(({ name, label, words }) => ({
      key: { text: label },
      value: { text: name === "reviewOn" ? longDate(words) : words },
    }));
}

function whoSees({ model: { series } }: SeriesPage) {
  return { key: { text: "Who can see it" }, value: { text: visibilityLabels[series.visibility] } };
}

/** Told, and not taken over by itself: numbers keep the meaning they had when they were counted. */
function MadeFrom({ page: { lineage, model } }: { page: SeriesPage }): ReactNode {
  const { madeFrom } = lineage;
  if (!madeFrom) return null;
  const { id, name, version, newest } = madeFrom;
  return (
    <p>
      Made from version {version} of <a href={`/measures/${id}`}>{name}</a>.{" "}
      {newest > version ? (
        <>
          Version {newest} exists:{" "}
          <a href={`/measures/${id}/compare?a=${version}&b=${newest}`}>see what changed</a>
          {model.can.change ? (
            <>
              {" "}
              or <a href={`/series/${model.series.id}/definition/take-up`}>take it up</a>
            </>
          ) : null}
          .
        </>
      ) : null}
    </p>
  );
}
