import type { Analysis } from "@throughline/spc";

/** Questions that a board can put, chosen by the pattern that a chart shows and by nothing else. */
export function questionsFor({ variation, assurance }: Pick<Analysis, "variation" | "assurance">): string[] {
  return [...variationQuestions(variation.kind), ...assuranceQuestions(assurance.kind)];
}

function variationQuestions(kind: Analysis["variation"]["kind"]): string[] {
  switch (kind) {
    case "improving":
      return [
        "What did you change, and how do you know that it was that?",
        "What will keep it so when the project has ended?",
      ];
    case "worsening":
      return [
        "What was different from the point at which the signal began?",
        "What do those who do the work say, and what help do they ask for?",
      ];
    case "high":
    case "low":
    case "unusual":
      return ["What was different here, and is it good or bad for people?"];
    case "too-few-points":
      return ["When will there be enough points to tell a signal from chance?"];
    case "common-cause":
      return ["Is this level good enough? If not, which part of the process will be changed?"];
  }
}

function assuranceQuestions(kind: Analysis["assurance"]["kind"]): string[] {
  switch (kind) {
    case "expected-to-miss":
      return ["The process as it is will not reach the target: what will be redesigned, and who leads it?"];
    case "hit-and-miss":
      return ["Whether the target is met is chance: what would make it certain?"];
    default:
      return [];
  }
}
