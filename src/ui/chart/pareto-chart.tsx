import type { ReactNode } from "react";
import type { Pareto } from "@throughline/spc";
import { numberWords } from "./number-words.ts";
import { markColours, palette } from "./palette.ts";
import { Picture } from "./picture.tsx";
import { down, linePath, px, type Place } from "./px.ts";
import { circle } from "./shapes.ts";
import { fitText, textWidth, wrapText } from "./text-width.ts";

export interface ParetoChartProps {
  readonly id: string;
  readonly title: string;
  readonly description: string;
  readonly pareto: Pareto;
  readonly provenance?: string;
  readonly width?: number;
}

const row = 28;

/** Bars lie down so that their names stand upright, and the running share is on the bars' own axis: one axis, not two. */
export function ParetoChart({
  id,
  title,
  description,
  pareto: { bars },
  provenance = "",
  width = 800,
}: ParetoChartProps): ReactNode {
  const titles = wrapText(title, width - 32, 20, true);
  const top = titles.length * 24 + 48;
  const left = 16 + Math.min(240, Math.max(40, ...bars.map((bar) => textWidth(bar.name, 13)))) + 10;
  const right = width - 56;
  const x = (share: number) => left + share * (right - left);
  const middle = (i: number) => top + i * row + row / 2;
  const bottom = top + bars.length * row;
  const running = bars.map((bar, i): Place => [x(bar.cumulative), middle(i)]);
  const footer = wrapText(provenance, width - 32, 11.5);
  const ticks = [0, 0.2, 0.4, 0.6, 0.8, 1];
  return (
    <Picture
      id={id}
      title={title}
      description={description}
      width={width}
      height={px(bottom + 36 + footer.length * 15)}
    >
      <g fontSize="20" fontWeight="700" fill={palette.ink}>
        {titles.map((line, i) => (
          <text key={line} x={16} y={30 + i * 24}>
            {line}
          </text>
        ))}
      </g>
      <Legend top={titles.length * 24 + 24} />
      <path d={ticks.map((tick) => down(x(tick), top, bottom)).join("")} stroke={palette.grid} fill="none" />
      <path
        d={bars
          .map(
            (bar, i) =>
              `M${px(left)} ${px(middle(i) - 9)}h${px(bar.share * (right - left))}v18h${px(-bar.share * (right - left))}z`,
          )
          .join("")}
        fill={markColours.improvement.fill}
        stroke={markColours.improvement.outline}
      />
      <path d={linePath(running)} stroke={palette.ink} strokeWidth="1.6" fill="none" />
      <path d={running.map(([at, height]) => circle(at, height, 3.6)).join("")} fill={palette.ink} />
      <g fontSize="13" fill={palette.ink}>
        {bars.map((bar, i) => (
          <text key={bar.name} x={px(left - 8)} y={px(middle(i) + 4.5)} textAnchor="end">
            {fitText(bar.name, 240, 13)}
          </text>
        ))}
        {bars.map((bar, i) => (
          <text key={bar.name} x={px(left + 6)} y={px(middle(i) + 4.5)}>
            {numberWords(bar.value, 0)}
          </text>
        ))}
      </g>
      <g fontSize="12" fill={palette.ink}>
        {bars.map((bar, i) => (
          <text key={bar.name} x={px(x(bar.cumulative) + 5)} y={px(middle(i) - 5)}>
            {`${numberWords(bar.cumulative * 100, 0)}%`}
          </text>
        ))}
      </g>
      <g fontSize="13" fill={palette.quiet} textAnchor="middle">
        {ticks.map((tick) => (
          <text key={tick} x={px(x(tick))} y={px(bottom + 18)}>{`${numberWords(tick * 100, 0)}%`}</text>
        ))}
      </g>
      <g fontSize="11.5" fill={palette.quiet}>
        {footer.map((line, i) => (
          <text key={line} x={16} y={px(bottom + 42 + i * 15)}>
            {line}
          </text>
        ))}
      </g>
    </Picture>
  );
}

function Legend({ top }: { top: number }): ReactNode {
  return (
    <>
      <path
        d={`M16 ${top - 7}h14v14h-14z`}
        fill={markColours.improvement.fill}
        stroke={markColours.improvement.outline}
      />
      <path d={`M150 ${top}h22`} stroke={palette.ink} strokeWidth="1.6" />
      <path d={circle(161, top, 3.6)} fill={palette.ink} />
      <g fontSize="13" fill={palette.ink}>
        <text x="36" y={top + 4.5}>
          Share of all
        </text>
        <text x="178" y={top + 4.5}>
          Running share, from the top
        </text>
      </g>
    </>
  );
}
