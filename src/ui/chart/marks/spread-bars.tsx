import type { ReactNode } from "react";
import { markColours, palette } from "../palette.ts";
import { px } from "../px.ts";
import type { Scene } from "../scene.ts";

const room = 74;

/** A histogram on its side: how often each height occurred, on the chart's own axis. */
export function SpreadBars({ scene }: { scene: Scene }): ReactNode {
  const { specification, value, top, bottom, size } = scene;
  const left = specification.width - room - 12;
  const counts = countBins(scene);
  const most = Math.max(1, ...counts);
  const step = (bottom - top) / counts.length;
  const bars = counts
    .map((count, i) =>
      count === 0
        ? ""
        : `M${px(left)} ${px(bottom - i * step)}h${px((count / most) * room)}v${px(-step + 1)}h${px(-(count / most) * room)}z`,
    )
    .join("");
  return (
    <g>
      <path d={bars} fill={markColours.common.fill} stroke={markColours.common.outline} />
      <path d={`M${px(left)} ${px(top)}V${px(bottom)}`} stroke={palette.quiet} />
      <text
        x={px(left + room)}
        y={px(bottom + size + 6)}
        fontSize={size}
        fill={palette.quiet}
        textAnchor="end"
      >
        {`Spread (n = ${counts.reduce((sum, count) => sum + count, 0)})`}
      </text>
      <title>{`How often values fell in each of ${counts.length} bands from ${value.from} to ${value.to}`}</title>
    </g>
  );
}

/** Bands of half a tick, so that their edges are round. */
function countBins({ points, value }: Scene): number[] {
  const tick = (value.ticks[1] ?? value.to) - (value.ticks[0] ?? value.from);
  const width = tick / 2 || 1;
  const bins = Array.from({ length: Math.max(1, Math.round((value.to - value.from) / width)) }, () => 0);
  for (const point of points) {
    if (point.value === null || point.excluded !== null) continue;
    const bin = Math.min(bins.length - 1, Math.max(0, Math.floor((point.value - value.from) / width)));
    bins[bin]! += 1;
  }
  return bins;
}
