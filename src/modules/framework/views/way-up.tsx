import type { ReactNode } from "react";
import type { StepUp } from "../line.ts";
import { itemPath } from "../paths.ts";

type Known = readonly { key: string; planId: string | null; title: string }[];

type WayUpProps = { way: readonly StepUp[]; frameworks: Known };

/** One line for each way up, from the work itself to what it serves at the top. */
export function WayUp({ way, frameworks }: WayUpProps): ReactNode {
  const first = way.filter((step) => step.depth === 1);
  return (
    <>
      {first.map((step) => (
        <ol key={step.alignmentId} className="tl-line__stops tl-way">
          {linesFrom(step, way).map((one) => (
            <li key={one.alignmentId} className="tl-line__stop">
              <a href={`/plans/${one.planId}`}>{one.title}</a>
              <p className="tl-quiet">
                {one.bodyName} serves “{one.serves}”
              </p>
            </li>
          ))}
          <Top step={linesFrom(step, way).at(-1)!} frameworks={frameworks} />
        </ol>
      ))}
    </>
  );
}

function Top({ step, frameworks }: { step: StepUp; frameworks: Known }): ReactNode {
  const framework = frameworks.find((one) => one.planId === step.toPlanId);
  return (
    <li className="tl-line__stop">
      {framework && step.reference ? (
        <a href={itemPath(framework.key, step.reference)}>
          {framework.title}: {step.serves}
        </a>
      ) : (
        <a href={`/plans/${step.toPlanId}`}>{step.serves}</a>
      )}
    </li>
  );
}

/** Up from one step by the first way there is; a plan is never met twice. */
function linesFrom(step: StepUp, way: readonly StepUp[]): StepUp[] {
  const line = [step];
  for (;;) {
    const last = line.at(-1)!;
    const next = way.find(
      (one) => one.planId === last.toPlanId && line.every((met) => met.planId !== one.planId),
    );
    if (!next) return line;
    line.push(next);
  }
}
