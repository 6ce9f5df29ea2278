import type { ReactNode } from "react";
import { dayInWords } from "#platform/moments.ts";
import { SummaryList } from "#ui/nhs/summary-list.tsx";
import { findings, grades, type Evaluation } from "../evaluation.ts";

type EvaluationListProps = {
  evaluations: readonly Evaluation[];
  headingLevel: 2 | 3;
  /** What an item is called, and where it is, on pages of many. */
  about?: (itemKey: string) => { title: string; href: string };
};

export function EvaluationList({ evaluations, headingLevel, about }: EvaluationListProps): ReactNode {
  const Heading = `h${headingLevel}` as const;
  return (
    <>
      {evaluations.map((one) => {
        const item = about?.(one.itemKey);
        return (
          <article key={one.id} className="tl-evaluation" id={`evaluation-${one.id}`}>
            <Heading className="nhsuk-heading-s">{one.claim}</Heading>
            {item ? (
              <p>
                About <a href={item.href}>{item.title}</a>
              </p>
            ) : null}
            <SummaryList
              rows={[
                ["Finding", findings[one.finding]],
                ["Grade of evidence", `${grades[one.grade].label}: ${grades[one.grade].hint.toLowerCase()}`],
                ["Design", one.design],
                ["Data", one.data],
                ["Strength", one.strength],
                ["What else could explain it", one.confounders],
                ["Published", `${dayInWords(one.publishedAt)} by ${one.bodyName}`],
              ].map(([name, value]) => ({ key: { text: name }, value: { text: value } }))}
            />
          </article>
        );
      })}
    </>
  );
}
