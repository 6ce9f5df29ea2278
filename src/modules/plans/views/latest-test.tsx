import type { ReactNode } from "react";
import { EmptyState } from "#ui/empty-state.tsx";
import { stateOf, type PlanTest } from "../plan-test.ts";
import type { PlanFrame } from "../workspace-part.ts";
import { capital, planPath } from "./plan-page.tsx";
import { scaleWords, testDays } from "./test-facts.tsx";
import { TestTag } from "./test-tag.tsx";

type LatestTestProps = {
  frame: PlanFrame;
  latest: { newest: { test: PlanTest; total: number } | null; today: string; can: { test: boolean } };
};

/** The newest test with what came of it, or what a first one could be. */
export function LatestTest({ frame: { plan, words }, latest }: LatestTestProps): ReactNode {
  if (!latest.newest) return <NoTest frame={{ plan, words }} can={latest.can.test} />;
  const { test, total } = latest.newest;
  return (
    <section aria-labelledby="latest-test">
      <h2 id="latest-test">Latest {words.test}</h2>
      <p>
        <a
          href={planPath(plan, `/tests/${test.id}`)}
        >{`${capital(words.cycle)} ${test.cycle}: ${test.change}`}</a>{" "}
        <TestTag state={stateOf(test, latest.today)} words={words} />
      </p>
      <p>
        {testDays(test)}. {scaleWords(test)}
      </p>
      {test.learning ? <p className="tl-lines">{test.learning}</p> : null}
      <p>
        <a href={planPath(plan, "/tests")}>
          {total === 1 ? `See the ${words.test}` : `See all ${total.toLocaleString("en-GB")} ${words.test}s`}
        </a>
      </p>
    </section>
  );
}

function NoTest({
  frame: { plan, words },
  can,
}: {
  frame: Pick<PlanFrame, "plan" | "words">;
  can: boolean;
}): ReactNode {
  return (
    <EmptyState
      heading={`No ${words.test} yet`}
      {...(can && { action: { text: `Plan the first ${words.test}`, href: planPath(plan, "/tests/new") } })}
      example={
        <p>
          <strong>Walking frame within reach of bed 4.</strong> 1 patient, tonight. We predict that she uses
          it without ringing.
        </p>
      }
    >
      <p>It can be as small as 1 patient on 1 afternoon. You say beforehand what you think will happen.</p>
    </EmptyState>
  );
}
