import type { ReactNode } from "react";
import { Tag, type TagColour } from "#ui/nhs/tag.tsx";
import type { TestState } from "../plan-test.ts";
import type { PlanWords } from "../plan-words.ts";

/** No colour is better than another: an abandoned test that taught something has done its work. */
const colours: Record<TestState, TagColour> = {
  planned: "white",
  running: "blue",
  "to-study": "yellow",
  "to-decide": "yellow",
  adopt: "purple",
  adapt: "purple",
  expand: "purple",
  abandon: "purple",
};

type TestTagProps = { state: TestState; words: Pick<PlanWords, "states"> };

export function TestTag({ state, words }: TestTagProps): ReactNode {
  return <Tag text={words.states[state]} colour={colours[state]} />;
}
