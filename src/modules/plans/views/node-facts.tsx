import type { ReactNode } from "react";
import { decisionLabels, type Decision } from "../plan-test.ts";
import type { PlanWords } from "../plan-words.ts";
import type { NodeMeasure, NodeTried } from "../diagram/diagram.ts";

type NodeFactsProps = {
  planId: string;
  node: { id: string; kind: string };
  measured: readonly NodeMeasure[];
  tried: readonly NodeTried[];
  canEdit: boolean;
  words: PlanWords;
};

/** What is measured and what was tried for an entry, and the way to more of both. */
export function NodeFacts({ planId, node, measured, tried, canEdit, words }: NodeFactsProps): ReactNode {
  const isIdea = node.kind === "idea";
  return (
    <>
      <section aria-labelledby="measured">
        <h2 id="measured">How we know</h2>
        {measured.length === 0 ? <p>Nothing is measured here yet.</p> : <Measured measured={measured} />}
        {canEdit ? (
          <p>
            <a href={`/plans/${planId}/measures/attach?node=${node.id}`}>Attach a measure</a>
          </p>
        ) : null}
      </section>
      {isIdea || tried.length > 0 ? (
        <section aria-labelledby="tried">
          <h2 id="tried">What was tried</h2>
          {tried.length === 0 ? <p>Nothing has been tried yet.</p> : <Tried planId={planId} tried={tried} />}
          {canEdit && isIdea ? (
            <p>
              <a href={`/plans/${planId}/tests/new?node=${node.id}`}>Plan {words.aTest} of it</a>
            </p>
          ) : null}
        </section>
      ) : null}
    </>
  );
}

function Measured({ measured }: { measured: readonly NodeMeasure[] }): ReactNode {
  return (
    <ul className="nhsuk-list nhsuk-list--bullet">
      {measured.map(({ id, name, sentence }) => (
        <li key={id}>
          <a href={`/series/${id}`}>{name}</a>
          {sentence === "" ? null : <>: {sentence}</>}
        </li>
      ))}
    </ul>
  );
}

function Tried({ planId, tried }: { planId: string; tried: readonly NodeTried[] }): ReactNode {
  return (
    <ul className="nhsuk-list nhsuk-list--bullet">
      {tried.map(({ id, change, decision }) => (
        <li key={id}>
          <a href={`/plans/${planId}/tests/${id}`}>{change}</a>
          {decision === null ? null : <>: {decisionLabels[decision as Decision].toLowerCase()}</>}
        </li>
      ))}
    </ul>
  );
}
