import type { Series } from "@throughline/spc";
import type { Unit } from "#ui/chart/number-words.ts";
import type { Pasted } from "./read-paste.ts";
import type { StudyForm } from "./study-form.ts";

/** What values are multiplied by to be shown, and how they are then written. */
export interface Scale {
  readonly multiplier: number;
  readonly unit: Unit;
}

/** Shares are shown in per cent; rates below 1 by the thousand; and the person may say otherwise. */
export function scaleOf(form: StudyForm, pasted: Pasted, series: Series): Scale {
  const words = form.unit.trim();
  if (!("numerators" in series)) {
    const suffix = pasted.percent || words === "%" ? "%" : undefined;
    return { multiplier: 1, unit: { ...(suffix && { suffix }), ...(words && words !== "%" && { words }) } };
  }
  const chosen = Number(form.multiplier);
  const multiplier = Number.isFinite(chosen) && chosen > 0 ? chosen : usualMultiplier(pasted, series.chart);
  if (multiplier === 100 && (form.multiplier === "auto" || form.multiplier === "100"))
    return { multiplier, unit: { suffix: "%", ...(words && words !== "%" && { words }) } };
  const per =
    multiplier === 1
      ? ""
      : `per ${multiplier.toLocaleString("en-GB")} ${pasted.names.denominator.toLowerCase()}`.trim();
  return { multiplier, unit: words || per ? { words: words || per } : {} };
}

function usualMultiplier({ values, denominators }: Pasted, chart: string): number {
  if (chart === "p" || chart === "p-prime") return 100;
  const ratios = values.flatMap((value, i) => {
    const below = denominators?.[i];
    return typeof value === "number" && typeof below === "number" && below > 0 ? [value / below] : [];
  });
  if (chart !== "u" && chart !== "u-prime" && ratios.every((ratio) => ratio <= 1)) return 100;
  const usual = ratios.reduce((sum, ratio) => sum + ratio, 0) / Math.max(1, ratios.length);
  return usual >= 1 ? 1 : usual >= 0.001 ? 1_000 : 100_000;
}
