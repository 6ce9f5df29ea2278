import type { Direction, Signal } from "./analysis.ts";
import { directionOf } from "./direction.ts";
import type { Finding } from "./mark-rules.ts";
import { meaningOf } from "./meaning.ts";
import type { Improvement } from "./options.ts";
import type { PlannedPhase } from "./phase-plan.ts";
import type { RuleSet } from "./rule-sets/rule-set.ts";
import { HIGH, LOW } from "./rules/rule.ts";

interface Source {
  readonly value: Float64Array;
  readonly phases: readonly PlannedPhase[];
  readonly set: RuleSet;
  readonly improvement: Improvement;
}

/** Marks that touch become one signal; a rule about a whole phase makes one signal for that phase. */
export function gatherSignals(findings: readonly Finding[], source: Source): Signal[] {
  const signals: Signal[] = [];
  findings.forEach((finding, number) => {
    const { kind } = source.set.rules[number]!.rule;
    source.phases.forEach((phase, index) => {
      for (const stretch of stretchesOf(finding, phase, { value: source.value, kind }))
        signals.push(signal(finding, stretch, index));
      if (!finding.wholePhases.includes(index)) return;
      signals.push(
        signal(finding, { direction: "none", points: [], from: phase.start, to: phase.end - 1 }, index),
      );
    });
  });
  return signals.sort((a, b) => a.phase - b.phase || a.from - b.from);

  function signal(finding: Finding, stretch: Stretch, phase: number): Signal {
    const meaning = meaningOf(stretch.direction, source.improvement);
    return { rule: finding.id, name: finding.name, meaning, phase, ...stretch };
  }
}

type Stretch = Pick<Signal, "direction" | "points" | "from" | "to">;

interface Reading {
  readonly value: Float64Array;
  readonly kind: string;
}

function stretchesOf(finding: Finding, phase: PlannedPhase, { value, kind }: Reading): Stretch[] {
  const sided =
    kind === "hugging" || kind === "avoiding" || kind === "alternating" ? [HIGH | LOW] : [HIGH, LOW];
  // Offenders of one "two in three" may stand one point apart and still belong together.
  const reachOver = kind === "zone" ? 2 : 1;
  const stretches: Stretch[] = [];
  for (const mark of sided) {
    let points: number[] = [];
    for (let i = phase.start; i <= phase.end; i += 1) {
      const marked = i < phase.end && (finding.marks[i]! & mark) === mark;
      if (points.length > 0 && (i === phase.end || (marked && i - points.at(-1)! > reachOver))) {
        stretches.push(stretch(points, directionFor(mark, points[0]!)));
        points = [];
      }
      if (marked) points.push(i);
    }
  }
  return stretches;

  function directionFor(mark: number, index: number): Direction {
    return directionOf(mark, value, index, kind === "trend" ? "one-way" : kind);
  }
}

function stretch(points: readonly number[], direction: Direction): Stretch {
  return { direction, points, from: points[0]!, to: points.at(-1)! };
}
