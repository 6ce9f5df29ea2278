import type { ReactNode } from "react";
import { examples, shownExample } from "../../../islands/playground/examples.ts";
import { PlaygroundForm } from "../../../islands/playground/form-fields.tsx";
import { Results } from "../../../islands/playground/results.tsx";
import type { Study } from "../../../islands/playground/study.ts";
import { ErrorSummary } from "#ui/nhs/error-summary.tsx";
import { exampleStudy } from "../example-study.ts";

export const title = "Draw a control chart";

/** The form, and under it what follows from it; before anything is pasted, an example that says it is one. */
export function Playground({ study }: { study: Study }): ReactNode {
  return (
    <div className="tl-wide">
      {study.problems.length > 0 ? (
        <ErrorSummary
          heading={{ text: "There is a problem" }}
          errorList={study.problems.map((problem) => ({ text: problem.message, href: `#${problem.field}` }))}
        />
      ) : null}
      <h1 className="nhsuk-heading-l nhsuk-u-margin-bottom-2">{title}</h1>
      <p>
        Paste numbers from Excel and see at once what is a signal and what is only chance. Nothing that you
        paste is stored.
      </p>
      <Examples />
      <div className="tl-workbench">
        <PlaygroundForm form={study.form} problems={study.problems} />
        <div id="chart-results" className="tl-results">
          <Outcome study={study} />
        </div>
      </div>
    </div>
  );
}

function Outcome({ study }: { study: Study }): ReactNode {
  if (study.drawn) return <Results drawn={study.drawn} />;
  if (study.problems.length > 0) return <p>The chart is drawn when what is named above is put right.</p>;
  const example = exampleStudy();
  return example.drawn ? <Results drawn={example.drawn} exampleName={shownExample} /> : null;
}

function Examples(): ReactNode {
  return (
    <details className="nhsuk-details">
      <summary className="nhsuk-details__summary">
        <span className="nhsuk-details__summary-text">Start from an example</span>
      </summary>
      <div className="nhsuk-details__text">
        <ul className="nhsuk-list nhsuk-list--bullet">
          {Object.entries(examples).map(([key, example]) => (
            <li key={key}>
              <a href={`/charts?example=${key}`}>{example.name}</a>:{" "}
              {example.about.replace(/^./, (first) => first.toLowerCase())}
            </li>
          ))}
        </ul>
      </div>
    </details>
  );
}
