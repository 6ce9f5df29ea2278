import { assuranceLabel, variationLabel } from "#ui/chart/verdict-words.ts";
import { chartSlide, unitText } from "#modules/measures/index.ts";
import { longDate } from "#ui/long-date.ts";
import { dayOf } from "#platform/day.ts";
import { slideBody, type Deck, type Slide } from "#platform/slides/slide.ts";
import type { WrittenWorkbook } from "#platform/workbook/written-workbook.ts";
import { chartOf } from "./chart-of.ts";
import { latestWords } from "./latest-words.ts";
import type { ReadItem } from "./read-item.ts";
import { sectionLabels, type ReportSeen } from "./report.ts";

type Whole = { report: ReportSeen; items: readonly ReadItem[] };

/** A summary slide or more, then a slide for each measure: exceptions first. */
export function deckOf({ report, items }: Whole): Deck {
  return {
    title: `${report.title}, ${report.period}`,
    at: report.asOf,
    slides: [...summarySlides({ report, items }), ...items.map((one) => itemSlide(one))],
  };
}

const rowsOnSlide = 12;

function summarySlides({ report, items }: Whole): Slide[] {
  const parts = Math.max(1, Math.ceil(items.length / rowsOnSlide));
  return Array.from({ length: parts }, (_, part): Slide => {
    const shown = items.slice(part * rowsOnSlide, (part + 1) * rowsOnSlide);
    const more = parts > 1 ? ` (${part + 1} of ${parts})` : "";
    return {
      title: `${report.body.name}: ${report.title}, ${report.period}${more}`,
      shapes: [
        {
          kind: "table",
          ...slideBody,
          h: (slideBody.h * (shown.length + 1)) / (rowsOnSlide + 1),
          alt: "Each measure with its latest value, whether it changed and whether it will meet its target",
          columns: ["Measure", "Latest", "Change", "Target", "What will be done"].map((heading) => ({
            heading,
          })),
          rows: shown.map((one) => summaryCells(one)),
          size: 11,
        },
      ],
    };
  });
}

function summaryCells(one: ReadItem): string[] {
  const { analysis, source, item } = one;
  return [
    source.name,
    latestWords(one),
    variationLabel(analysis.variation),
    assuranceLabel(analysis.assurance.kind),
    item.commitment || (one.isException ? "Nothing promised yet" : "No action from this change alone"),
  ];
}

function itemSlide(one: ReadItem): Slide {
  const { source, analysis, said, item } = one;
  const { words } = chartOf(one);
  return chartSlide(analysis, {
    title: said[0] ?? source.name,
    alt: words!.long,
    unit: unitText(source.definition),
    footer: [
      `${source.name}, ${source.place}. ${analysis.rules.name}. Measured for ${source.definition.purpose}.`,
      item.commitment && `What will be done: ${item.commitment}.`,
    ]
      .filter(Boolean)
      .join(" "),
    notes: said.join(" "),
  });
}

export function workbookOf({ report, items }: Whole): WrittenWorkbook {
  return {
    title: `${report.title}, ${report.period}`,
    cover: [
      `${report.body.name}. ${report.frozenAt ? `Frozen on ${longDate(dayOf(report.frozenAt))}.` : "A draft."}`,
      "Each verdict is reckoned from the numbers by the rule set that is named beside it.",
    ],
    facts: report.digest ? [["Fingerprint", report.digest]] : [],
    notes: [
      "Change: whether the latest point is part of a signal, or what chance alone would give.",
      "Target: whether the process as it is will meet its target.",
      "An empty value is a period without a number: it was missing, or there was nothing to measure.",
    ],
    at: report.asOf,
    tables: [summaryTable(items), numbersTable(items)],
  };
}

function summaryTable(items: readonly ReadItem[]): WrittenWorkbook["tables"][number] {
  return {
    sheet: "Summary",
    title: "All measures",
    name: "Summary",
    columns: [
      "Measure",
      "Place",
      "Part",
      "Purpose",
      "Rule set",
      "Latest",
      "Change",
      "Target",
      "What is said",
      "Author’s own words",
      "What will be done",
      "Who",
    ].map((heading) => ({ heading, kind: "text" as const })),
    rows: items.map((one) => [
      one.source.name,
      one.source.place,
      sectionLabels[one.item.section],
      one.source.definition.purpose,
      one.analysis.rules.name,
      latestWords(one),
      variationLabel(one.analysis.variation),
      assuranceLabel(one.analysis.assurance.kind),
      one.said.join(" "),
      one.isEdited ? "Yes" : "No",
      one.item.commitment,
      one.item.committedBy?.name ?? "",
    ]),
  };
}

function numbersTable(items: readonly ReadItem[]): WrittenWorkbook["tables"][number] {
  return {
    sheet: "Numbers",
    title: "Every number with its limits",
    name: "Numbers",
    columns: [
      { heading: "Measure", kind: "text" },
      { heading: "Period", kind: "date" },
      { heading: "Value", kind: "number" },
      { heading: "Unit", kind: "text" },
      { heading: "Numerator", kind: "number" },
      { heading: "Denominator", kind: "number" },
      { heading: "Centre", kind: "number" },
      { heading: "Lower limit", kind: "number" },
      { heading: "Upper limit", kind: "number" },
      { heading: "Target", kind: "number" },
      { heading: "Note", kind: "text" },
    ],
    rows: items.flatMap(({ source, analysis }) =>
      analysis.points.map((point) => [
        source.name,
        String(point.x),
        point.value,
        unitText(source.definition),
        point.numerator,
        point.denominator,
        point.centre,
        point.lower,
        point.upper,
        point.target,
        source.points[point.source]?.note ?? "",
      ]),
    ),
  };
}
