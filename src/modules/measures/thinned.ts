import type { Analysis, Point } from "@throughline/spc";

/**
 * The same chart with fewer points to draw. Verdicts, signals and limits are those of the whole; kept are all points
 * of signals, all gaps and all that are left out, the ends of every phase, and of each stretch its least and its greatest.
 */
export function thinned(analysis: Analysis, most: number): Analysis {
  const { points } = analysis;
  if (points.length <= most) return analysis;
  const kept = [...keptPlaces(analysis, most)].sort((a, b) => a - b);
  const place = new Map(kept.map((old, now) => [old, now]));
  const at = (old: number): number => place.get(old)!;
  return {
    ...analysis,
    points: kept.map((old, index) => ({ ...points[old]!, index })),
    phases: analysis.phases.map((phase) => ({ ...phase, from: at(phase.from), to: at(phase.to) })),
    signals: analysis.signals.map((signal) => ({
      ...signal,
      from: at(signal.from),
      to: at(signal.to),
      points: signal.points.map(at),
    })),
    variation: {
      ...analysis.variation,
      at: analysis.variation.at === null ? null : at(analysis.variation.at),
    },
  };
}

function keptPlaces({ points, phases, signals, variation }: Analysis, most: number): Set<number> {
  const kept = new Set<number>([0, points.length - 1]);
  for (const { from, to } of phases) kept.add(from).add(to);
  for (const signal of signals) for (const one of [signal.from, signal.to, ...signal.points]) kept.add(one);
  if (variation.at !== null) kept.add(variation.at);
  const stretch = Math.ceil(points.length / (most / 2));
  for (let from = 0; from < points.length; from += stretch) {
    for (const one of extremes(points.slice(from, from + stretch))) kept.add(one.index);
  }
  // A gap stays a gap.
  for (const { index, excluded, value } of points) if (excluded !== null || value === null) kept.add(index);
  return kept;
}

function extremes(points: readonly Point[]): Point[] {
  const measured = points.filter((point) => point.value !== null);
  const first = measured[0];
  if (!first) return [];
  const least = measured.reduce((low, point) => (point.value! < low.value! ? point : low), first);
  const greatest = measured.reduce((high, point) => (point.value! > high.value! ? point : high), first);
  return [least, greatest];
}
