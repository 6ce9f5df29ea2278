import type { ReactNode } from "react";
import { Tag, type TagColour } from "#ui/nhs/tag.tsx";
import { standings, type Standing } from "../standing.ts";

/** The word says it; the colour is none of red, amber and green. */
const colours: Record<Standing, TagColour> = {
  done: "blue",
  "on-course": "white",
  "not-begun": "grey",
  unproven: "purple",
  overdue: "orange",
  stopped: "grey",
};

export function StandingTag({ standing }: { standing: Standing }): ReactNode {
  return <Tag text={standings[standing]} colour={colours[standing]} />;
}
