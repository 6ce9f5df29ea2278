import { px } from "../chart/px.ts";

export const corner = 7;

export interface Frame {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

export function roundBox({ x, y, width, height }: Frame, r = corner): string {
  const [w, h] = [px(width - 2 * r), px(height - 2 * r)];
  return `M${px(x + r)} ${px(y)}h${w}a${r} ${r} 0 0 1 ${r} ${r}v${h}a${r} ${r} 0 0 1 ${-r} ${r}h${-w}a${r} ${r} 0 0 1 ${-r} ${-r}v${-h}a${r} ${r} 0 0 1 ${r} ${-r}z`;
}

/** Round above and straight below, where something else follows. */
export function roundTop({ x, y, width, height }: Frame, r = corner): string {
  const w = px(width - 2 * r);
  return `M${px(x)} ${px(y + height)}v${px(r - height)}a${r} ${r} 0 0 1 ${r} ${-r}h${w}a${r} ${r} 0 0 1 ${r} ${r}v${px(height - r)}z`;
}

/** A strip as wide as the corners are round. */
export function roundLeftEdge({ x, y, height }: Frame, r = corner): string {
  return `M${px(x + r)} ${px(y)}v${px(height)}a${r} ${r} 0 0 1 ${-r} ${-r}v${px(2 * r - height)}a${r} ${r} 0 0 1 ${r} ${-r}z`;
}
