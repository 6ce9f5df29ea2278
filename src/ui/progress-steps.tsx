import type { ReactNode } from "react";
import { each, type Item } from "./nhs/each.tsx";

export type StepState = "done" | "current" | "to do";

export type Step = { readonly text: ReactNode; readonly state: StepState; readonly href?: string };

export type ProgressStepsProps = {
  readonly steps: readonly Item<Step>[];
  readonly ariaLabel?: string;
};

const stateWords: Readonly<Record<StepState, string>> = {
  done: "Completed: ",
  current: "Now: ",
  "to do": "Not yet started: ",
};

/** How far along something is, said in words and shown by shape as well as colour. */
export function ProgressSteps({ steps, ariaLabel = "Progress" }: ProgressStepsProps): ReactNode {
  return (
    <nav className="tl-steps" aria-label={ariaLabel}>
      <ol className="tl-steps__list">
        {each(steps, ({ text, state, href }) => (
          <li
            className={`tl-steps__step tl-steps__step--${state.replace(" ", "-")}`}
            aria-current={state === "current" ? "step" : undefined}
          >
            <span className="nhsuk-u-visually-hidden">{stateWords[state]}</span>
            {href ? <a href={href}>{text}</a> : text}
          </li>
        ))}
      </ol>
    </nav>
  );
}
