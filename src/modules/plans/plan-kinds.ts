import type { Visibility } from "#platform/sight.ts";
import type { PlanKind } from "./plan.ts";

/** All in which kinds of plan differ. There is no other place that asks for the kind. */
export type KindRules = {
  label: string;
  plural: string;
  hint: string;
  question: string;
  questionHint: string;
  method: string;
  visibility: Visibility;
  /** Whether it is tried out by tests, or carried out by actions. */
  tests: boolean;
};

export const planKindRules: Record<PlanKind, KindRules> = {
  project: {
    label: "Project",
    plural: "Projects",
    hint: "One team, one thing to improve",
    question: "What are you trying to improve?",
    questionHint:
      "One sentence is enough, such as “Reduce falls at night from 12 to 6 a month by June for patients on our ward”.",
    method: "model-for-improvement",
    visibility: "organisation",
    tests: true,
  },
  programme: {
    label: "Programme",
    plural: "Programmes",
    hint: "Several projects, often in several organisations, towards one aim",
    question: "What are you trying to improve together?",
    questionHint: "One sentence is enough: what should be better, for whom, by when.",
    method: "model-for-improvement",
    visibility: "network",
    tests: true,
  },
  strategy: {
    label: "Strategy",
    plural: "Strategies",
    hint: "What an organisation or a place wants to reach, and by which ways",
    question: "What does your organisation or place want to reach?",
    questionHint: "One sentence is enough. Conditions, actions and measures come after it.",
    method: "",
    visibility: "organisation",
    tests: false,
  },
  framework: {
    label: "Framework",
    plural: "Frameworks",
    hint: "Aims and conditions that others can align their own plans to",
    question: "What is the framework for?",
    questionHint: "One sentence is enough. Its conditions and actions come after it.",
    method: "",
    visibility: "public",
    tests: false,
  },
};
