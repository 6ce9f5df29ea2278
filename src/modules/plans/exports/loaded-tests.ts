import { randomUUID } from "node:crypto";
import { newTestToken } from "../test-token.ts";
import type { PlanFileTest } from "./plan-file.ts";

/** A day as the moment at which it is written down: noon, so that no time zone moves it. */
export function momentOf(day: string): string {
  return `${day}T12:00:00Z`;
}

export type LoadedTest = {
  id: string;
  token: string;
  ramp: string;
  cycle: number;
  follows: string | null;
  node: string | null;
  series: string | null;
  change: string;
  question: string;
  prediction: string;
  predictedAt: string | null;
  willMeasure: string;
  startsOn: string;
  endsOn: string;
  place: string;
  scale: string;
  howMany: number | null;
  who: string;
  happened: string;
  outcome: string | null;
  surprises: string;
  figure: number | null;
  chartNote: string;
  earlyReason: string;
  studiedAt: string | null;
  decision: string | null;
  learning: string;
  decidedAt: string | null;
};

type Ids = ReadonlyMap<number, string>;

/** Tests of a file as they are kept: each with its ramp and its cycle in it, told from what it follows. */
export function loadedTests(
  tests: readonly PlanFileTest[],
  { nodes, series }: { nodes: Ids; series: Ids },
): LoadedTest[] {
  const made = new Map<number, { id: string; ramp: string }>();
  const cycles = new Map<string, number>();
  return tests.map((test) => {
    const id = randomUUID();
    const before = test.follows === null ? undefined : made.get(test.follows);
    const ramp = before?.ramp ?? id;
    const cycle = (cycles.get(ramp) ?? 0) + 1;
    cycles.set(ramp, cycle);
    made.set(test.no, { id, ramp });
    const { study, decision, idea, measure, predictedOn, no: _no, follows: _follows, ...planned } = test;
    return {
      ...planned,
      id,
      token: newTestToken(),
      ramp,
      cycle,
      follows: before?.id ?? null,
      node: idea === null ? null : (nodes.get(idea) ?? null),
      series: measure === null ? null : (series.get(measure) ?? null),
      predictedAt: predictedOn ? momentOf(predictedOn) : null,
      happened: study?.happened ?? "",
      outcome: study?.outcome ?? null,
      surprises: study?.surprises ?? "",
      figure: study?.figure ?? null,
      chartNote: study?.chartNote ?? "",
      earlyReason: study?.earlyReason ?? "",
      studiedAt: study ? momentOf(study.on) : null,
      decision: decision?.decision ?? null,
      learning: decision?.learning ?? "",
      decidedAt: decision ? momentOf(decision.on) : null,
    };
  });
}
