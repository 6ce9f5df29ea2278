import type { Analysis } from "@throughline/spc";
import { verdictSignal } from "#ui/chart/verdict-words.ts";
import type { SeriesAnnotation } from "./annotation.ts";

/** How many periods before a signal something may lie that is worth a thought. */
const reach = 3;

/** What was noted shortly before the signal of the latest point began: what was adopted before it, or else the nearest. */
export function cameBefore(
  analysis: Pick<Analysis, "variation" | "signals" | "points">,
  annotations: readonly SeriesAnnotation[],
): { noted: SeriesAnnotation; began: string } | null {
  const from = firstOf(analysis);
  if (from === null) return null;
  const day = (at: number): string => String(analysis.points[at]?.x ?? "");
  const [since, until] = [day(Math.max(0, from - reach)), day(from + 1) || "9999"];
  const near = annotations.filter(({ on }) => on >= since && on < until);
  const began = day(from);
  const [before, within] = [near.filter(({ on }) => on < began), near.filter(({ on }) => on >= began)];
  const noted = before.findLast(isAdopted) ?? within.find(isAdopted) ?? before.at(-1) ?? within[0];
  return noted ? { noted, began } : null;
}

const isAdopted = ({ decision }: SeriesAnnotation): boolean => decision === "adopt";

/** Several rules may see the same change: it began where the first of them sees it. */
function firstOf(analysis: Pick<Analysis, "variation" | "signals">): number | null {
  const named = verdictSignal(analysis);
  const at = analysis.variation.at;
  if (named === null || at === null) return null;
  const same = analysis.signals.filter(
    ({ meaning, from, to }) => meaning === named.meaning && from <= at && to >= at,
  );
  return Math.min(named.from, ...same.map(({ from }) => from));
}
