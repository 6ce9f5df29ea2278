import type { Analysis, Point } from "@throughline/spc";

/** What was said of a measure last time, what has come since, and whether the two agree. */
export type LookBack = {
  said: string;
  since: string;
  wasRight: "yes" | "no" | "too-soon";
};

const enough = 3;

/**
 * Holds what the last report said against the points that came after it, by rules that were fixed before: a
 * claim is right when at least two thirds of the points since bear it out.
 */
export function lookBack(then: Analysis, now: Analysis): LookBack[] {
  const last = then.points.findLast((point) => point.value !== null);
  const since = last ? now.points.filter((point) => point.value !== null && point.x > last.x) : [];
  return [variationClaim(then, last, since), assuranceClaim(then, since)].filter((one) => one !== null);
}

function variationClaim(then: Analysis, last: Point | undefined, since: readonly Point[]): LookBack | null {
  const phase = then.phases.at(-1);
  if (!phase || phase.centre === null || then.variation.kind === "too-few-points") return null;
  const { centre } = phase;
  if (then.variation.kind === "common-cause") {
    // Limits that vary with the denominator are taken as they stood at the last point.
    const [lower, upper] = [phase.lower ?? last?.lower ?? null, phase.upper ?? last?.upper ?? null];
    if (lower === null || upper === null) return null;
    const inside = since.filter((point) => point.value! >= lower && point.value! <= upper);
    return judged(since, inside, {
      said: "Nothing but chance",
      since: (count, of) => `${count} of ${of} points since lie within the limits as they stood`,
    });
  }
  const high = then.variation.direction === "high";
  const held = since.filter((point) => (high ? point.value! > centre : point.value! < centre));
  return judged(since, held, {
    said: saidOf(then.variation.kind),
    since: (count, of) =>
      `${count} of ${of} points since lie ${high ? "above" : "below"} the average as it stood`,
  });
}

function saidOf(kind: Analysis["variation"]["kind"]): string {
  if (kind === "improving") return "A signal of improvement";
  return kind === "worsening" ? "A signal of concern" : "A signal of change";
}

function assuranceClaim(then: Analysis, since: readonly Point[]): LookBack | null {
  const { kind, target } = then.assurance;
  if (target === null || (kind !== "expected-to-hit" && kind !== "expected-to-miss")) return null;
  const better = then.improvement;
  if (better === "neutral") return null;
  const hits = since.filter((point) =>
    better === "increase" ? point.value! >= target : point.value! <= target,
  );
  const borne = kind === "expected-to-hit" ? hits : since.filter((point) => !hits.includes(point));
  return judged(since, borne, {
    said: kind === "expected-to-hit" ? "Expected to hit the target" : "Expected to miss the target",
    since: (count, of) =>
      `${kind === "expected-to-hit" ? count : of - count} of ${of} points since hit the target of then`,
  });
}

type Words = { said: string; since(count: number, of: number): string };

function judged(since: readonly Point[], borne: readonly Point[], words: Words): LookBack {
  if (since.length < enough)
    return { said: words.said, since: `${since.length} new points: too soon to say`, wasRight: "too-soon" };
  return {
    said: words.said,
    since: words.since(borne.length, since.length),
    wasRight: borne.length >= (since.length * 2) / 3 ? "yes" : "no",
  };
}
