import type { ReactNode } from "react";
import { Tag, type TagColour } from "#ui/nhs/tag.tsx";
import { testStateLabels, type TestState } from "../plan-test.ts";

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

export function TestTag({ state }: { state: TestState }): ReactNode {
  return <Tag text={testStateLabels[state]} colour={colours[state]} />;
}
