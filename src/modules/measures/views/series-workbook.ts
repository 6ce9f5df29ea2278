import type { WrittenWorkbook } from "#platform/workbook/written-workbook.ts";
import { dayOf } from "#platform/day.ts";
import { longDate } from "#ui/long-date.ts";
import { purposeSentence } from "../definition-words.ts";
import type { SeriesPage } from "../queries/series-page.ts";
import { unitText } from "../unit.ts";
import { viewWords } from "../view-words.ts";
import { narrativeOf } from "./series-chart.tsx";

/** The chart as a workbook: numbers with limits and verdicts, and the working from one to the other. */
export function seriesWorkbook(page: SeriesPage, at: Date): WrittenWorkbook {
  const { model, working, fingerprint } = page;
  const { series, analysis, view } = model;
  const narrative = narrativeOf(model);
  const { rules } = analysis;
  return {
    title: model.name,
    cover: [narrative.short, purposeSentence(series.definition)],
    facts: [
      ["Where", series.body.name],
      ["How it is looked at", viewWords(view, series.definition).join(". ")],
      ["Rules", `${rules.name}, version ${rules.version}. ${rules.source}`],
      ["Definition", series.definition.operational || "Not written yet"],
      ["Source", series.definition.source || "Not given"],
      ["Taken on", longDate(dayOf(at))],
      ["Fingerprint", fingerprint],
    ],
    notes: [
      ...narrative.long,
      "A state of missing means that there is no number though there should be one; not-applicable means that there was nothing to count.",
    ],
    tables: [numbers(page), steps(working)],
    at,
  };
}

function numbers({ model: { analysis, name, series } }: SeriesPage): WrittenWorkbook["tables"][number] {
  const unit = unitText(series.definition);
  const number = (heading: string) => ({ heading, kind: "number" as const, decimals: 4 });
  return {
    sheet: "Numbers and limits",
    title: `${name}: numbers and limits`,
    name: "Numbers",
    columns: [
      { heading: "Period", kind: "date" },
      { heading: "State", kind: "text" },
      number(unit ? `Value (${unit})` : "Value"),
      number("Numerator"),
      number("Denominator"),
      number("Centre"),
      number("Lower limit"),
      number("Upper limit"),
      number("Target"),
      { heading: "Phase", kind: "number", decimals: 0 },
      { heading: "Signal", kind: "text" },
      { heading: "Left out because", kind: "text" },
    ],
    rows: analysis.points.map((point) => [
      String(point.x),
      point.state,
      point.value,
      point.numerator,
      point.denominator,
      point.centre,
      point.lower,
      point.upper,
      point.target,
      point.phase + 1,
      point.signal ? (analysis.rules.rules.find(({ id }) => id === point.signal?.rule)?.name ?? "") : "",
      point.excluded ?? "",
    ]),
  };
}

function steps(working: SeriesPage["working"]): WrittenWorkbook["tables"][number] {
  return {
    sheet: "Working",
    title: "From numbers to limits",
    lead: "Work through these lines with a calculator and you get the same limits.",
    name: "Working",
    columns: [
      { heading: "Phase", kind: "number", decimals: 0 },
      { heading: "What", kind: "text" },
      { heading: "How", kind: "text" },
      { heading: "Result", kind: "text" },
    ],
    rows: working.map((line) => [line.phase + 1, line.what, line.how, line.result]),
  };
}
