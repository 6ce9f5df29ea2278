import type { ReactNode } from "react";
import type { ChartSpecification } from "../chart-options.ts";
import { lookOf, looks, lookWords, type Look } from "../look.ts";
import { palette } from "../palette.ts";
import { px } from "../px.ts";
import { circle, cross } from "../shapes.ts";
import { textWidth } from "../text-width.ts";
import { verdictSignal } from "../verdict-words.ts";
import { LookOfPoints } from "./points.tsx";

/** Says what each mark is that the chart has, and no other. */
export interface Key {
  readonly items: readonly (KeyItem & { readonly x: number; readonly y: number })[];
  readonly size: number;
  readonly height: number;
}

type KeyItem = { readonly words: string } & (
  | { readonly swatch: "look"; readonly look: Look }
  | { readonly swatch: "ring" | "missing" | "not-applicable" }
);

export function layKey(specification: ChartSpecification, from: number): Key {
  const { width, narrow, dress } = specification;
  const size = narrow ? 12 : 13;
  if (dress === "compact") return { items: [], size, height: 0 };
  const margin = narrow ? 8 : 16;
  let [x, y] = [margin, from + 10];
  const items = itemsOf(specification).map((item) => {
    const needed = 22 + textWidth(item.words, size) + 16;
    if (x > margin && x + needed > width - margin) {
      x = margin;
      y += size + 7;
    }
    const placed = { ...item, x, y };
    x += needed;
    return placed;
  });
  return { items, size, height: y - from + 12 };
}

function itemsOf({ analysis, ringed }: ChartSpecification): KeyItem[] {
  const present = new Set(analysis.points.filter((point) => point.value !== null).map(lookOf));
  const items: KeyItem[] = looks
    .filter((look) => present.has(look))
    .map((look) => ({ swatch: "look", look, words: lookWords(look, analysis) }));
  if ((ringed ?? verdictSignal(analysis)?.points ?? []).length > 0)
    items.push({ swatch: "ring", words: "The signal named above" });
  if (analysis.points.some((point) => point.value === null && point.state !== "not-applicable"))
    items.push({ swatch: "missing", words: "No data" });
  if (analysis.points.some((point) => point.state === "not-applicable"))
    items.push({ swatch: "not-applicable", words: "Not applicable" });
  return items;
}

export function KeyMark({ layout }: { layout: Key }): ReactNode {
  const { items, size } = layout;
  return (
    <>
      {items.map((item) => (
        <Swatch key={item.words} item={item} />
      ))}
      <g fontSize={size} fill={palette.ink}>
        {items.map((item) => (
          <text key={item.words} x={px(item.x + 20)} y={px(item.y + size * 0.35)}>
            {item.words}
          </text>
        ))}
      </g>
    </>
  );
}

function Swatch({ item }: { item: Key["items"][number] }): ReactNode {
  const x = item.x + 8;
  switch (item.swatch) {
    case "look":
      return <LookOfPoints look={item.look} places={[[x, item.y]]} radius={6} />;
    case "ring":
      return <path d={circle(x, item.y, 7)} fill="none" stroke={palette.ink} strokeWidth="1.1" />;
    case "missing":
      return <path d={cross(x, item.y, 3.2)} stroke={palette.quiet} strokeWidth="1.6" />;
    case "not-applicable":
      return <path d={`M${px(x)} ${px(item.y - 4)}v8`} stroke={palette.quiet} strokeWidth="1.6" />;
  }
}
