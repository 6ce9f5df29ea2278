import type { Funnel, FunnelPoint, Improvement } from "@throughline/spc";
import type { ReactNode } from "react";
import { lookOfMeaning, looks, type Look } from "./look.ts";
import { spread } from "./line-ends.ts";
import { LookOfPoints } from "./marks/points.tsx";
import { numberWords, withUnit, type Unit } from "./number-words.ts";
import { palette } from "./palette.ts";
import { Picture } from "./picture.tsx";
import { across, down, linePath, px, type Place } from "./px.ts";
import { fitText, textWidth, wrapText } from "./text-width.ts";
import { valueAxis, type ValueAxis } from "./value-axis.ts";

export interface FunnelChartProps {
  readonly id: string;
  readonly title: string;
  readonly description: string;
  readonly funnel: Funnel;
  readonly improvement: Improvement;
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
    <Picture
      id={id}
      title={title}
      description={description}
      width={width}
      height={px(scene.bottom + 58 + footer.length * 15)}
    >
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
      <FunnelPlaces props={props} scene={scene} />
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
  const heights = [
    ...props.funnel.points.map((place) => place.value),
    ...props.funnel.lines.flatMap((limit) => [limit.lower998, limit.upper998]),
  ];
  const across = valueAxis([0, ...props.funnel.points.map((place) => place.denominator)], { from: 0 });
  const up = valueAxis(clippedTo(heights, props.funnel.points), {
    ceiling: props.unit?.suffix === "%" ? 100 : undefined,
  });
  const left =
    24 + Math.max(...up.ticks.map((tick) => textWidth(withUnit(tick, up.decimals, props.unit ?? {}), size)));
  const [right, top, bottom] = [width - 110, above, above + 340];
  return {
    left,
    right,
    top,
    bottom,
    across,
    up,
    x: (denominator) => left + ((denominator - across.from) / (across.to - across.from)) * (right - left),
    y: (value) =>
      Math.min(bottom, Math.max(top, bottom - ((value - up.from) / (up.to - up.from)) * (bottom - top))),
  };
}

/** Limits at tiny sizes run off to any height; the places decide how much of them is shown. */
function clippedTo(heights: readonly number[], places: readonly FunnelPoint[]): number[] {
  const values = places.map((place) => place.value);
  const [least, most] = [Math.min(...values), Math.max(...values)];
  const air = (most - least) * 0.25 || 1;
  return heights.map((height) => Math.min(most + air, Math.max(least - air, height)));
}

function FunnelAxes({ props, scene }: { props: FunnelChartProps; scene: FunnelScene }): ReactNode {
  const { left, right, bottom, up, across: along } = scene;
  return (
    <>
      <path
        d={up.ticks.map((tick) => across(left, right, scene.y(tick))).join("")}
        stroke={palette.grid}
        fill="none"
      />
      <path
        d={
          across(left, right, bottom) +
          along.ticks.map((tick) => down(scene.x(tick), bottom, bottom + 5)).join("")
        }
        stroke={palette.quiet}
        fill="none"
      />
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
  const curve = (pick: "lower95" | "upper95" | "lower998" | "upper998") =>
    linePath(
      props.funnel.lines.map((limit): Place | null => {
        const height = limit[pick];
        return height < scene.up.from || height > scene.up.to
          ? null
          : [scene.x(limit.denominator), scene.y(height)];
      }),
    );
  const last = props.funnel.lines.at(-1);
  const middle = `All ${withUnit(props.funnel.target, scene.up.decimals + 1, props.unit ?? {})}`;
  const ends = last
    ? ([
        ["Upper 99.8%", last.upper998],
        ["Upper 95%", last.upper95],
        [middle, props.funnel.target],
        ["Lower 95%", last.lower95],
        ["Lower 99.8%", last.lower998],
      ] as const)
    : [];
  const heights = spread(
    ends.map(([, height]) => scene.y(height)),
    14,
    [scene.top, scene.bottom],
  );
  return (
    <>
      <path d={curve("lower998") + curve("upper998")} stroke={palette.limits} strokeWidth="1.5" fill="none" />
      <path
        d={curve("lower95") + curve("upper95")}
        stroke={palette.limits}
        strokeWidth="1.2"
        strokeDasharray="5 4"
        fill="none"
      />
      <path
        d={across(scene.left, scene.right, scene.y(props.funnel.target))}
        stroke={palette.ink}
        strokeWidth="1.4"
        fill="none"
      />
      <g fontSize="12" fill={palette.limits}>
        {ends.map(([words], i) => (
          <text
            key={words}
            x={px(scene.right + 6)}
            y={px(heights[i]! + 4)}
            fontWeight={i === 2 ? 700 : undefined}
          >
            {words}
          </text>
        ))}
      </g>
    </>
  );
}

/** Beyond the outer limits is a signal; between the two pairs it is not enough of one. */
function lookOfPlace({ verdict }: FunnelPoint, improvement: Improvement): Look {
  if (verdict !== "high-998" && verdict !== "low-998") return lookOfMeaning("common-cause", "none");
  const direction = verdict === "high-998" ? "high" : "low";
  if (improvement === "neutral") return lookOfMeaning(direction, direction);
  const better = (improvement === "increase") === (direction === "high");
  return lookOfMeaning(better ? "improvement" : "concern", direction);
}

function byLook({ funnel, improvement }: FunnelChartProps): (readonly [Look, FunnelPoint[]])[] {
  return looks
    .map((look) => [look, funnel.points.filter((point) => lookOfPlace(point, improvement) === look)] as const)
    .filter(([, points]) => points.length > 0);
}

function FunnelPlaces({ props, scene }: { props: FunnelChartProps; scene: FunnelScene }): ReactNode {
  const at = (place: FunnelPoint): Place => [scene.x(place.denominator), scene.y(place.value)];
  const named = byLook(props).flatMap(([look, points]) => (look.name === "common" ? [] : points));
  return (
    <>
      {byLook(props).map(([look, points]) => (
        <LookOfPoints key={look.words} look={look} places={points.map(at)} radius={6.5} />
      ))}
      <g fontSize="12" fill={palette.ink} stroke={palette.paper} strokeWidth="3" paintOrder="stroke">
        {placeNames(named, at).map(({ place, x, y }) => (
          <text key={place.source} x={px(x)} y={px(y)}>
            {fitText(String(place.name), 150, 12)}
          </text>
        ))}
      </g>
    </>
  );
}

interface PlacedName {
  readonly place: FunnelPoint;
  readonly x: number;
  readonly y: number;
}

/** Each name stands right of its mark, or as far below as it must so as not to cover another. */
function placeNames(places: readonly FunnelPoint[], at: (place: FunnelPoint) => Place): PlacedName[] {
  const placed: (PlacedName & { width: number })[] = [];
  for (const place of [...places].sort((a, b) => at(a)[1] - at(b)[1])) {
    const [x, height] = at(place);
    const width = textWidth(String(place.name), 12);
    let y = height + 4;
    const covers = (other: PlacedName & { width: number }) =>
      Math.abs(other.y - y) < 13 && other.x < x + 11 + width && x + 11 < other.x + other.width;
    while (placed.some(covers)) y += 2;
    placed.push({ place, x: x + 11, y, width });
  }
  return placed;
}

function FunnelKey({ props, top }: { props: FunnelChartProps; top: number }): ReactNode {
  let x = 16;
  return (
    <g fontSize={size} fill={palette.ink}>
      {byLook(props).map(([look]) => {
        const from = x;
        const words = look.name === "common" ? "Within what chance would give" : look.words;
        x += 38 + textWidth(words, size);
        return (
          <g key={look.words}>
            <LookOfPoints look={look} places={[[from + 8, top]]} radius={6.5} />
            <text x={px(from + 20)} y={px(top + 4.5)}>
              {words}
            </text>
          </g>
        );
      })}
    </g>
  );
}
