import type { ReactNode } from "react";
import { counted } from "#ui/counted.ts";
import { Scroll } from "#ui/nhs/scroll.tsx";
import { isoDayInWords } from "#platform/moments.ts";
import { scaleLabels, scales, stateOf, type PlanTest, type TestState } from "../plan-test.ts";
import { planWords, type PlanWords } from "../plan-words.ts";
import { capital } from "../diagram/node-words.ts";

type Cycle = Pick<
  PlanTest,
  "id" | "cycle" | "change" | "scale" | "startsOn" | "endsOn" | "studiedAt" | "decision" | "planId"
>;

type RampPictureProps = {
  id: string;
  /** The cycles of one ramp, in their order. */
  ramp: readonly Cycle[];
  today: string;
  /** Those of the trade, where nobody asked for plain ones. */
  words?: Pick<PlanWords, "cycle" | "states">;
};

const trade = planWords("project", false);

const left = 190;
const step = 92;
const row = 44;
const top = 24;
const radius = 15;

/** A letter for each state, so that shape and word say it and colour need not. */
const letters: Record<TestState, string> = {
  planned: "?",
  running: "…",
  "to-study": "S",
  "to-decide": "A",
  adopt: "✓",
  adapt: "~",
  expand: "+",
  abandon: "×",
};

/** Cycle after cycle from left to right, as high as they are large. The list below it says the same in words. */
export function RampPicture({ id, ramp, today, words = trade }: RampPictureProps): ReactNode {
  const shown = shownScales(ramp);
  const width = left + Math.max(1, ramp.length) * step;
  const height = top + shown.length * row + 34;
  const at = (cycle: Cycle, index: number) => ({
    x: left + step / 2 + index * step,
    y: top + (shown.length - 1 - shown.indexOf(cycle.scale)) * row + row / 2,
  });
  return (
    <figure className="tl-ramp">
      <Scroll labelledBy={`${id}-title`}>
        <svg
          viewBox={`0 0 ${width} ${height}`}
          width={width}
          height={height}
          role="img"
          aria-labelledby={`${id}-title`}
        >
          <title id={`${id}-title`}>{pictureWords(ramp, today, words)}</title>
          {shown.map((scale, index) => (
            <ScaleLine
              key={scale}
              scale={scale}
              y={top + (shown.length - 1 - index) * row + row / 2}
              to={width}
            />
          ))}
          <polyline
            className="tl-ramp__line"
            fill="none"
            points={ramp.map((cycle, index) => `${at(cycle, index).x},${at(cycle, index).y}`).join(" ")}
          />
          {ramp.map((cycle, index) => (
            <Marker
              key={cycle.id}
              cycle={cycle}
              {...at(cycle, index)}
              today={today}
              bottom={height - 10}
              words={words}
            />
          ))}
        </svg>
      </Scroll>
      <figcaption className="nhsuk-u-visually-hidden">The list below says the same in words.</figcaption>
    </figure>
  );
}

/** From the smallest that was tried to the one above the largest: where the ramp could go. */
function shownScales(ramp: readonly Cycle[]): (typeof scales)[number][] {
  const used = ramp.map((cycle) => scales.indexOf(cycle.scale));
  const from = Math.min(...used, scales.length - 1);
  const to = Math.min(Math.max(...used, 0) + 1, scales.length - 1);
  return scales.slice(from, to + 1);
}

function ScaleLine({ scale, y, to }: { scale: (typeof scales)[number]; y: number; to: number }): ReactNode {
  return (
    <>
      <line className="tl-ramp__grid" x1={left} x2={to} y1={y} y2={y} />
      <text className="tl-ramp__scale" x={left - 10} y={y + 5} textAnchor="end">
        {scaleLabels[scale]}
      </text>
    </>
  );
}

type Words = NonNullable<RampPictureProps["words"]>;
type MarkerProps = { cycle: Cycle; x: number; y: number; today: string; bottom: number; words: Words };

function Marker({ cycle, x, y, today, bottom, words }: MarkerProps): ReactNode {
  const state = stateOf(cycle, today);
  return (
    <g className={`tl-ramp__cycle tl-ramp__cycle--${state}`}>
      {state === "abandon" ? (
        <rect x={x - radius} y={y - radius} width={2 * radius} height={2 * radius} />
      ) : (
        <circle cx={x} cy={y} r={radius} />
      )}
      <text className="tl-ramp__letter" x={x} y={y + 6} textAnchor="middle">
        {letters[state]}
      </text>
      <text className="tl-ramp__number" x={x} y={bottom} textAnchor="middle">
        {`${capital(words.cycle)} ${cycle.cycle}`}
      </text>
    </g>
  );
}

function pictureWords(ramp: readonly Cycle[], today: string, words: Words): string {
  const last = ramp.at(-1);
  if (!last) return `No ${words.cycle}s yet`;
  const climbed =
    ramp[0]!.scale === last.scale ? "" : `, from ${lower(ramp[0]!.scale)} to ${lower(last.scale)}`;
  const cycles = counted(ramp.length, words.cycle);
  const first = ramp[0]!;
  return `${first.change}, from ${isoDayInWords(first.startsOn)}: ${cycles}${climbed}. The last: ${words.states[stateOf(last, today)].toLowerCase()}`;
}

function lower(scale: (typeof scales)[number]): string {
  const label = scaleLabels[scale];
  return label[0]!.toLowerCase() + label.slice(1);
}

/** The same ramp for whoever does not see the picture, with the way to each cycle. */
export function RampList({ ramp, today, words = trade }: Omit<RampPictureProps, "id">): ReactNode {
  return (
    <ol className="tl-ramp__list">
      {ramp.map((cycle) => (
        <li key={cycle.id} value={cycle.cycle}>
          <a href={`/plans/${cycle.planId}/tests/${cycle.id}`}>
            {capital(words.cycle)} {cycle.cycle}: {scaleLabels[cycle.scale]}
          </a>
          , {isoDayInWords(cycle.startsOn)}. {words.states[stateOf(cycle, today)]}
        </li>
      ))}
    </ol>
  );
}
