import { ruleSets, type AnalysisOptions, type RuleSetId } from "@throughline/spc";
import type { Annotation } from "#ui/chart/chart-options.ts";
import type { ValueAxisOptions } from "#ui/chart/value-axis.ts";
import { readLines, readTarget } from "./read-lines.ts";
import { readNumber, shortened } from "#ui/figures/read-number.ts";
import type { Pasted, Problem } from "./read-paste.ts";
import type { StudyForm } from "./study-form.ts";

/** What the person asks for beside the data. */
export interface Wishes {
  readonly options: AnalysisOptions;
  readonly annotations: readonly Annotation[];
  readonly axis: ValueAxisOptions;
  readonly notes: readonly string[];
  readonly changeAt: number | null;
}

/** What cannot be understood is added to the problems, with its field. */
export function readWishes(form: StudyForm, pasted: Pasted, problems: Problem[]): Wishes {
  const where = { x: pasted.x, dated: pasted.dated };
  const phases = readLines(form.phases, { ...where, field: "phases" });
  const exclusions = readLines(form.exclusions, { ...where, field: "exclusions" });
  const notes = readLines(form.notes, { ...where, field: "notes" });
  const target = readTarget(form.target);
  problems.push(...phases.problems, ...exclusions.problems, ...notes.problems, ...target.problems);
  for (const line of phases.lines)
    if (line.index === null)
      problems.push({
        field: "phases",
        message: `A phase cannot start after the last point (${String(line.at).split("-").toReversed().join("/")})`,
      });
  for (const line of exclusions.lines)
    if (line.exact === null)
      problems.push({
        field: "exclusions",
        message: `There is no point on ${String(line.at).split("-").toReversed().join("/")} to leave out`,
      });
  const baseline = wholeNumber(form.baseline, "baseline", problems);
  const basis = baseline === null ? {} : { baseline: { first: baseline } };
  const later = phases.lines
    .filter((line) => line.index !== null && line.index > 0)
    .sort((a, b) => a.index! - b.index!);
  return {
    options: {
      rules: ruleSetId(form.rules),
      improvement:
        form.improvement === "increase" || form.improvement === "decrease" ? form.improvement : "neutral",
      screen: form.screen === "on",
      phases: later.map((line) => ({ from: line.index!, ...(line.words && { name: line.words }), ...basis })),
      exclude: exclusions.lines.flatMap((line) =>
        line.exact === null ? [] : [{ at: line.exact, reason: line.words || "no reason given" }],
      ),
      ...basis,
      ...targetOf(target.steps, pasted),
    },
    annotations: notes.lines.map((line) => annotationOf(line.at, line.words)),
    axis: axisOf(form, problems),
    notes:
      form.exclusions.trim() !== "" && exclusions.lines.some((line) => line.words === "")
        ? ["A point was left out without a reason. Say why, so that others can agree."]
        : [],
    changeAt:
      later.at(-1)?.index ?? notes.lines.findLast((line) => /^test\b/i.test(line.words))?.index ?? null,
  };
}

function annotationOf(at: string | number, words: string): Annotation {
  const test = /^test(?:ed|ing)?\b[\s:,–-]*/i.exec(words);
  return test
    ? { at, kind: "test", text: words.slice(test[0].length) || "begins" }
    : { at, kind: "event", text: words || "Event" };
}

function targetOf(
  steps: readonly { from: string | number | null; value: number }[],
  pasted: Pasted,
): Pick<AnalysisOptions, "target"> {
  const [first] = steps;
  if (first === undefined) return pasted.targets ? { target: pasted.targets } : {};
  if (steps.length === 1 && first.from === null) return { target: first.value };
  return { target: { steps: steps.map((step) => ({ from: step.from ?? 0, value: step.value })) } };
}

function axisOf(form: StudyForm, problems: Problem[]): ValueAxisOptions {
  const number = (field: "from" | "to") => {
    const read = readNumber(form[field]);
    if (read.kind === "wrong") problems.push({ field, message: read.because });
    return read.kind === "number" ? read.value : undefined;
  };
  const [from, to] = [number("from"), number("to")];
  if (from !== undefined && to !== undefined && from >= to)
    problems.push({ field: "to", message: "The top of the axis must be above its bottom" });
  return { from, to, startAtZero: form.zero === "on" };
}

function wholeNumber(text: string, field: "baseline", problems: Problem[]): number | null {
  if (text.trim() === "") return null;
  const read = readNumber(text);
  if (read.kind === "number" && Number.isInteger(read.value) && read.value >= 2 && read.value <= 2_000)
    return read.value;
  problems.push({
    field,
    message: `“${shortened(text)}” is not a number of points: write a whole number from 2 up`,
  });
  return null;
}

function ruleSetId(id: string): RuleSetId {
  return (Object.keys(ruleSets) as RuleSetId[]).find((each) => each === id) ?? "making-data-count";
}
