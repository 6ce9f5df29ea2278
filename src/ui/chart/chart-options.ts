import type { Analysis } from "@throughline/spc";
import type { Unit } from "./number-words.ts";
import type { Years } from "./time-axis.ts";
import type { ValueAxisOptions } from "./value-axis.ts";
import { plainWords, type ChartWords } from "./verdict-words.ts";

/** Something that happened, at its date. */
export interface Annotation {
  readonly at: string | number;
  readonly text: string;
  readonly kind: "test" | "event" | "note";
}

export interface SpcChartOptions {
  readonly analysis: Analysis;
  /** Unique on the page. */
  readonly id: string;
  readonly title: string;
  /** What is measured, in the words of its definition. */
  readonly subtitle?: string;
  readonly unit?: Unit;
  readonly width?: number;
  readonly plotHeight?: number;
  readonly axis?: ValueAxisOptions;
  readonly years?: Years;
  readonly annotations?: readonly Annotation[];
  readonly words?: ChartWords | null;
  /** Where the numbers come from, and when. */
  readonly provenance?: string;
  readonly targetName?: string;
  /** How the values are spread, beside the chart on the same axis. */
  readonly histogram?: boolean;
  /** Points that the words are about; those of the verdict's signal unless said. */
  readonly ringed?: readonly number[];
  /** "full" with everything around it, "compact" in a grid of many. */
  readonly dress?: "full" | "compact";
}

export type ChartSpecification = Required<Omit<SpcChartOptions, "ringed" | "words">> & {
  readonly words: ChartWords;
  readonly ringed: readonly number[] | null;
  readonly narrow: boolean;
};

/** The one door: after it every option is there. */
export function specify(options: SpcChartOptions): ChartSpecification {
  const dress = options.dress ?? "full";
  const width = options.width ?? (dress === "full" ? 800 : 360);
  const narrow = width < 560;
  return {
    analysis: options.analysis,
    id: options.id,
    title: options.title,
    subtitle: options.subtitle ?? "",
    unit: options.unit ?? {},
    width,
    plotHeight: options.plotHeight ?? (dress === "compact" ? 130 : narrow ? 220 : 300),
    axis: options.axis ?? {},
    years: options.years ?? "financial",
    annotations: options.annotations ?? [],
    words: options.words ?? plainWords(options.analysis, options.title, options.unit),
    provenance: options.provenance ?? "",
    targetName: options.targetName ?? "Target",
    histogram: options.histogram ?? false,
    ringed: options.ringed ?? null,
    dress,
    narrow,
  };
}
