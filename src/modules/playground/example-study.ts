import { examples, shownExample } from "../../islands/playground/examples.ts";
import { studyOf, type Study } from "../../islands/playground/study.ts";

let reckoned: Study | undefined;

/** The example that every visitor sees first: the same for all, so it is reckoned once. */
export function exampleStudy(): Study {
  reckoned ??= studyOf(examples[shownExample]!.form);
  return reckoned;
}
