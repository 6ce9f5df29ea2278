import type { Annotation } from "#ui/chart/chart-options.ts";
import type { SeriesAnnotation } from "./annotation.ts";

type Said = Pick<SeriesAnnotation, "on" | "label" | "source">;

/** What stands on the chart. Tests of one idea say it once, at the first of them: "Tests 1 to 3: …". */
export function chartMarks(annotations: readonly Said[]): Annotation[] {
  const ideas = Map.groupBy(annotations.filter(isTest), ideaOf);
  return annotations.map((one) => {
    if (!isTest(one)) return { at: one.on, text: one.label, kind: "note" };
    return { at: one.on, text: wordsFor(one, ideas.get(ideaOf(one))!), kind: "test" };
  });
}

function isTest({ source }: Said): boolean {
  return source?.startsWith("test:") ?? false;
}

const numbered = /^Test (\d+): (.*?)(?: \([^()]*\))?$/;

function ideaOf({ label }: Said): string {
  return numbered.exec(label)?.[2] ?? label;
}

function wordsFor(one: Said, all: readonly Said[]): string {
  if (all.length === 1) return one.label;
  if (one !== all[0]) return "";
  const numberOf = ({ label }: Said): string => numbered.exec(label)?.[1] ?? "1";
  return `Tests ${numberOf(one)} to ${numberOf(all.at(-1)!)}: ${ideaOf(one)}`;
}
