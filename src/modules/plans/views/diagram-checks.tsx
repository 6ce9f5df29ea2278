import type { ReactNode } from "react";
import { Details } from "#ui/nhs/details.tsx";
import { checkWords, type CheckKind, type DiagramCheck } from "../diagram/diagram-checks.ts";

/** Advice in one line, opened by whoever wants it. It counts nothing against anybody. */
export function DiagramChecks({
  planId,
  checks,
}: {
  planId: string;
  checks: readonly DiagramCheck[];
}): ReactNode {
  if (checks.length === 0) return null;
  const kinds = [...new Set(checks.map((check) => check.kind))];
  const count = `${checks.length} ${checks.length === 1 ? "thing" : "things"}`;
  return (
    <Details summary={{ text: `${count} you may want to look at` }}>
      <p>This is advice to the team by fixed rules. Nobody else sees it, and nothing depends on it.</p>
      {kinds.map((kind) => (
        <OneKind
          key={kind}
          kind={kind}
          planId={planId}
          checks={checks.filter((check) => check.kind === kind)}
        />
      ))}
    </Details>
  );
}

type OneKindProps = { kind: CheckKind; planId: string; checks: readonly DiagramCheck[] };

function OneKind({ kind, planId, checks }: OneKindProps): ReactNode {
  const { heading, why } = checkWords[kind];
  return (
    <>
      <h3 className="nhsuk-heading-xs">{heading}</h3>
      <p>{why}</p>
      <ul className="nhsuk-list nhsuk-list--bullet">
        {checks.map(({ node }) => (
          <li key={node.id}>
            <a href={`/plans/${planId}/diagram/nodes/${node.id}`}>{node.text}</a>
          </li>
        ))}
      </ul>
    </>
  );
}
