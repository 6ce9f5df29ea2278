import { slideBody, type Slide, type SlideShape } from "#platform/slides/slide.ts";
import { scaleLabels, scales, stateOf, testStateLabels, type PlanTest, type Scale } from "../plan-test.ts";
import { shortened } from "./paper.ts";
import { testDates, testEnd } from "./plan-facts.ts";

const labels = 6.5;
const lesson = 2.2;
const ink = "212B32";
const blue = "005EB8";

/** One ramp of tests as boxes that climb by scale, joined by arrows: to be moved and retyped. */
export function rampSlide(ramp: readonly PlanTest[], today: string): Slide {
  const first = ramp[0]!;
  const shown = ramp.slice(-8);
  const rows = rowsOf(shown);
  const last = shown.at(-1)!;
  return {
    title: `What we tried: ${shortened(first.node ?? first.change, 110)}`,
    notes: ramp.map((test) => noteOf(test, today)).join("\n"),
    shapes: [
      ...rows.flatMap((scale, row) => rowShapes(scale, row, rows.length)),
      ...shown.map((test, column) => boxOf(test, { column, columns: shown.length, rows, today })),
      ...shown.slice(1).map((test, index): SlideShape => ({
        kind: "connector",
        from: shown[index]!.id,
        to: test.id,
        arrow: true,
        outline: { colour: blue, width: 1.5 },
      })),
      {
        kind: "text",
        ...slideBody,
        y: slideBody.y + slideBody.h - lesson,
        h: lesson,
        size: 14,
        text: shortened(last.learning || last.study?.happened || last.prediction || last.change, 300),
      },
    ],
  };
}

/** From the largest that was tried down to the smallest. */
function rowsOf(ramp: readonly PlanTest[]): Scale[] {
  const used = ramp.map((test) => scales.indexOf(test.scale));
  return scales.slice(Math.min(...used), Math.max(...used) + 1).toReversed();
}

function heightOf(rows: number): number {
  return Math.min(3, (slideBody.h - lesson - 0.4) / rows);
}

function rowShapes(scale: Scale, row: number, rows: number): SlideShape[] {
  const height = heightOf(rows);
  const y = slideBody.y + row * height;
  const middle = y + height / 2;
  return [
    { kind: "text", x: slideBody.x, y, w: labels, h: height, size: 12, text: scaleLabels[scale] },
    {
      kind: "line",
      from: [slideBody.x + labels, middle],
      to: [slideBody.x + slideBody.w, middle],
      outline: { colour: "D8DDE0", width: 1 },
    },
  ];
}

type Place = { column: number; columns: number; rows: readonly Scale[]; today: string };

function boxOf(test: PlanTest, { column, columns, rows, today }: Place): SlideShape {
  const state = stateOf(test, today);
  const step = (slideBody.w - labels) / columns;
  const width = Math.min(step - 0.6, 5);
  const height = heightOf(rows.length);
  const tall = Math.min(1.9, height - 0.2);
  return {
    kind: "box",
    id: test.id,
    form: state === "abandon" ? "rectangle" : "rounded",
    x: slideBody.x + labels + column * step + (step - width) / 2,
    y: slideBody.y + rows.indexOf(test.scale) * height + (height - tall) / 2,
    w: width,
    h: tall,
    text: `Cycle ${test.cycle}\n${testStateLabels[state]}`,
    size: columns > 5 ? 10 : 12,
    colour: ink,
    fill: test.decision ? "CFE2F5" : "FFFFFF",
    outline: { colour: blue, width: 1.5 },
  };
}

function noteOf(test: PlanTest, today: string): string {
  return [
    `Cycle ${test.cycle}, ${testDates(test)}: ${test.change}.`,
    test.prediction && `Prediction: ${test.prediction}.`,
    test.study?.happened && `What happened: ${test.study.happened}.`,
    `${testEnd(test, today)}.`,
  ]
    .filter(Boolean)
    .join(" ");
}
