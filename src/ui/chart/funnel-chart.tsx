import type { Direction, Meaning } from "@throughline/spc";
import type { ReactNode } from "react";
import { lookOfMeaning, looks } from "./look.ts";
import { LookOfPoints } from "./marks/points.tsx";
import { numberWords, withUnit, type Unit } from "./number-words.ts";
import { palette } from "./palette.ts";
import { Picture } from "./picture.tsx";
import { across, down, linePath, px, type Place } from "./px.ts";
import { fitText, textWidth, wrapText } from "./text-width.ts";
import { valueAxis, type ValueAxis } from "./value-axis.ts";

export interface FunnelPlace {
  readonly name: string;
  readonly value: number;
  readonly denominator: number;
  readonly meaning: Meaning;
  readonly direction: Direction;
}

/** The limits at one size. */
export interface FunnelLimit {
  readonly denominator: number;
  readonly lower2: number;
  readonly upper2: number;
  readonly lower3: number;
  readonly upper3: number;
}

export interface FunnelChartProps {
  readonly id: string;
  readonly title: string;
  readonly description: string;
  readonly places: readonly FunnelPlace[];
  readonly limits: readonly FunnelLimit[];
  readonly centre: number;
  readonly unit?: Unit;
  /** What the denominators count: "Admissions". */
  readonly denominatorName: string;
  readonly provenance?: string;
  readonly width?: number;
}

interface FunnelScene {
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
  readonly across: ValueAxis;
  readonly up: ValueAxis;
  x(denominator: number): number;
  y(value: number): number;
}

const size = 13;

/** Places by size: the smaller the place, the further chance alone may take it from the centre. */
export function FunnelChart(props: FunnelChartProps): ReactNode {
  const { id, title, description, width = 800, provenance = "" } = props;
  const titles = wrapText(title, width - 32, 20, true);
  const scene = setFunnel(props, titles.length * 24 + 44, width);
  const footer = wrapText(provenance, width - 32, 11.5);
  return (
    <Picture id={id} title={title} description={description} width={width} height={px(scene.bottom + 58 + footer.length * 15)}>
      <g fontSize="20" fontWeight="700" fill={palette.ink}>
        {titles.map((line, i) => (
          <text key={line} x={16} y={30 + i * 24}>
            {line}
          </text>
        ))}
      </g>
      <FunnelKey props={props} top={titles.length * 24 + 26} />
      <FunnelAxes props={props} scene={scene} />
      <FunnelLimits props={props} scene={scene} />
      <FunnelPlaces places={props.places} scene={scene} />
      <g fontSize="11.5" fill={palette.quiet}>
        {footer.map((line, i) => (
          <text key={line} x={16} y={px(scene.bottom + 60 + i * 15)}>
            {line}
          </text>
        ))}
      </g>
    </Picture>
  );
}

function setFunnel(props: FunnelChartProps, above: number, width: number): FunnelScene {
  const heights = [...props.places.map((place) => place.value), ...props.limits.flatMap((limit) => [limit.lower3, limit.upper3])];
  const across = valueAxis([0, ...props.places.map((place) => place.denominator)], { from: 0 });
  const up = valueAxis(clippedTo(heights, props.places), {});
  const left = 24 + Math.max(...up.ticks.map((tick) => textWidth(withUnit(tick, up.decimals, props.unit ?? {}), size)));
  const [right, top, bottom] = [width - 110, above, above + 340];
  return {
    left,
    right,
    top,
    bottom,
    across,
    up,
    x: (denominator) => left + ((denominator - across.from) / (across.to - across.from)) * (right - left),
    y: (value) => Math.min(bottom, Math.max(top, bottom - ((value - up.from) / (up.to - up.from)) * (bottom - top))),
  };
}

/** Limits at tiny sizes run off to any height; the places decide how much of them is shown. */
function clippedTo(heights: readonly number[], places: readonly FunnelPlace[]): number[] {
  const values = places.map((place) => place.value);
  const [least, most] = [Math.min(...values), Math.max(...values)];
  const air = (most - least) * 0.25 || 1;
  return heights.map((height) => Math.min(most + air, Math.max(least - air, height)));
}

function FunnelAxes({ props, scene }: { props: FunnelChartProps; scene: FunnelScene }): ReactNode {
  const { left, right, bottom, up, across: along } = scene;
  return (
    <>
      <path d={up.ticks.map((tick) => across(left, right, scene.y(tick))).join("")} stroke={palette.grid} fill="none" />
      <path d={across(left, right, bottom) + along.ticks.map((tick) => down(scene.x(tick), bottom, bottom + 5)).join("")} stroke={palette.quiet} fill="none" />
      <g fontSize={size} fill={palette.quiet} textAnchor="end">
        {up.ticks.map((tick) => (
          <text key={tick} x={px(left - 8)} y={px(scene.y(tick) + 4.5)}>
            {withUnit(tick, up.decimals, props.unit ?? {})}
          </text>
        ))}
      </g>
      <g fontSize={size} fill={palette.quiet} textAnchor="middle">
        {along.ticks.map((tick) => (
          <text key={tick} x={px(scene.x(tick))} y={px(bottom + 19)}>
            {numberWords(tick, along.decimals)}
          </text>
        ))}
        <text x={px((left + right) / 2)} y={px(bottom + 38)} fill={palette.ink}>
          {props.denominatorName}
        </text>
      </g>
    </>
  );
}

function FunnelLimits({ props, scene }: { props: FunnelChartProps; scene: FunnelScene }): ReactNode {
  const curve = (pick: "lower2" | "upper2" | "lower3" | "upper3") =>
    linePath(
      props.limits.map((limit): Place | null => {
        const height = limit[pick];
        return height < scene.up.from || height > scene.up.to ? null : [scene.x(limit.denominator), scene.y(height)];
      }),
    );
  const last = props.limits.at(-1);
  const ends = last
    ? ([["Upper 3 sigma", last.upper3], ["Upper 2 sigma", last.upper2], ["Lower 2 sigma", last.lower2], ["Lower 3 sigma", last.lower3]] as const)
    : [];
  return (
    <>
      <path d={curve("lower3") + curve("upper3")} stroke={palette.limits} strokeWidth="1.5" fill="none" />
      <path d={curve("lower2") + curve("upper2")} stroke={palette.limits} strokeWidth="1.2" strokeDasharray="5 4" fill="none" />
      <path d={across(scene.left, scene.right, scene.y(props.centre))} stroke={palette.ink} strokeWidth="1.4" fill="none" />
      <g fontSize="12" fill={palette.limits}>
        {ends.map(([words, height]) => (
          <text key={words} x={px(scene.right + 6)} y={px(scene.y(height) + 4)}>
            {words}
          </text>
        ))}
        <text x={px(scene.right + 6)} y={px(scene.y(props.centre) + 4)} fill={palette.ink} fontWeight="700">
          {`All ${withUnit(props.centre, scene.up.decimals + 1, props.unit ?? {})}`}
        </text>
      </g>
    </>
  );
}

function FunnelPlaces({ places, scene }: { places: readonly FunnelPlace[]; scene: FunnelScene }): ReactNode {
  const at = (place: FunnelPlace): Place => [scene.x(place.denominator), scene.y(place.value)];
  return (
    <>
      {looks.map((look) => {
        const here = places.filter((place) => lookOfMeaning(place.meaning, place.direction) === look);
        return here.length === 0 ? null : <LookOfPoints key={look.words} look={look} places={here.map(at)} radius={6} />;
      })}
      <g fontSize="12" fill={palette.ink} stroke={palette.paper} strokeWidth="3" paintOrder="stroke">
        {places
          .filter((place) => place.meaning !== "common-cause")
          .map((place) => (
            <text key={place.name} x={px(at(place)[0] + 10)} y={px(at(place)[1] + 4)}>
              {fitText(place.name, 150, 12)}
            </text>
          ))}
      </g>
    </>
  );
}

function FunnelKey({ props, top }: { props: FunnelChartProps; top: number }): ReactNode {
  const present = looks.filter((look) => props.places.some((place) => lookOfMeaning(place.meaning, place.direction) === look));
  let x = 16;
  return (
    <g fontSize={size} fill={palette.ink}>
      {present.map((look) => {
        const from = x;
        const words = look.name === "common" ? "Within what chance would give" : look.words;
        x += 38 + textWidth(words, size);
        return (
          <g key={look.words}>
            <LookOfPoints look={look} places={[[from + 8, top]]} radius={6} />
            <text x={px(from + 20)} y={px(top + 4.5)}>
              {words}
            </text>
          </g>
        );
      })}
    </g>
  );
}
