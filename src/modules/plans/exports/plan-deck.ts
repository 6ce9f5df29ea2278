import { slideBody, type Deck, type Slide } from "#platform/slides/slide.ts";
import { chartSlide, unitText } from "#modules/measures/index.ts";
import { actionsOf } from "../diagram/decision-words.ts";
import { diagramDeck } from "../diagram/diagram-deck.ts";
import { measureSays } from "./measure-chart.ts";
import { shortened } from "./paper.ts";
import { aimParts, aimSentence, recordWords, stageSentence, testsSentence } from "./plan-facts.ts";
import { lessonsOf, rampsOf, shownMeasures, type PlanRecord, type RecordMeasure } from "./plan-record.ts";
import { rampSlide } from "./ramp-slide.ts";

const mostCharts = 12;
const mostRamps = 8;

/** A plan as slides that can be changed: shapes for the diagram and the ramps, native charts for the measures. */
export function planDeck(record: PlanRecord): Deck {
  const ramps = rampsOf(record).toSorted((a, b) => b.length - a.length);
  return {
    title: record.plan.title,
    at: record.at,
    slides: [
      aimSlide(record),
      ...(record.nodes.length > 1 ? diagramSlides(record) : []),
      ...shownMeasures(record).slice(0, mostCharts).map(measureSlide),
      ...ramps.slice(0, mostRamps).map((ramp) => rampSlide(ramp, record.today)),
      ...learnedSlides(record),
    ],
  };
}

function aimSlide(record: PlanRecord): Slide {
  const { plan } = record;
  return {
    title: plan.title,
    shapes: [
      {
        kind: "box",
        form: "rounded",
        ...slideBody,
        h: 5.4,
        text: shortened(aimSentence(plan), 300),
        size: 26,
        bold: true,
        colour: "FFFFFF",
        fill: "003087",
        outline: { colour: "003087" },
      },
      {
        kind: "bullets",
        ...slideBody,
        y: slideBody.y + 6.2,
        h: slideBody.h - 6.2,
        size: 18,
        items: [
          ...aimParts(plan).map(({ name, text }) => `${name}: ${text}`),
          plan.bodies.map(({ name }) => name).join(", "),
          stageSentence(record),
          testsSentence(record),
        ],
      },
    ],
  };
}

function diagramSlides(record: PlanRecord): readonly Slide[] {
  const { plan, nodes, tests, today, at } = record;
  const tried = tests.flatMap(({ nodeId, change, decision, endsOn }) =>
    nodeId === null ? [] : [{ node: nodeId, text: change, decision, endsOn }],
  );
  return diagramDeck(plan.title, { nodes, words: recordWords(record), actions: actionsOf(tried, today), at })
    .slides;
}

function measureSlide(measure: RecordMeasure): Slide {
  const { analysis, name, place, definition } = measure;
  const { short, long } = measureSays(measure);
  return chartSlide(analysis, {
    title: short,
    alt: `${name}. ${long}`,
    unit: unitText(definition),
    footer: `${name}, ${place}. ${analysis.rules.name}. Measured for ${definition.purpose}.`,
    notes: long,
  });
}

function learnedSlides(record: PlanRecord): Slide[] {
  const lessons = lessonsOf(record).map(({ change, learning }) => `${change}: ${learning}`);
  const items = [record.plan.learned, ...lessons].filter((line) => line !== "");
  if (items.length === 0) return [];
  const shown = items.slice(0, 6).map((line) => shortened(line, 220));
  return [
    {
      title: "What we learned",
      notes: items.join("\n"),
      shapes: [{ kind: "bullets", ...slideBody, items: shown }],
    },
  ];
}
