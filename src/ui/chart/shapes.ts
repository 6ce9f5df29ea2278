import { px } from "./px.ts";

export type Shape = "circle" | "triangle-up" | "triangle-down" | "square" | "diamond" | "hexagon" | "crossed";
export type Letter = "H" | "L" | null;

/** A shape as path data, all about the same area. `r` is the radius of the circle. */
export function shapePath(shape: Shape, [x, y]: readonly [number, number], r: number): string {
  switch (shape) {
    case "circle":
      return circle(x, y, r);
    case "triangle-up":
      return triangle(x, y, r * 1.36);
    case "triangle-down":
      return triangle(x, y, -r * 1.36);
    case "square": {
      const side = px(r * 1.8);
      return `M${px(x - r * 0.9)} ${px(y - r * 0.9)}h${side}v${side}h${-side}z`;
    }
    case "diamond": {
      const d = px(r * 1.3);
      return `M${px(x)} ${px(y - r * 1.3)}l${d} ${d}l${-d} ${d}l${-d} ${-d}z`;
    }
    case "hexagon": {
      const [w, h] = [px(r * 0.6), px(r)];
      return `M${px(x - r * 1.15)} ${px(y)}l${w} ${-h}h${px(r * 1.1)}l${w} ${h}l${-w} ${h}h${px(-r * 1.1)}z`;
    }
    case "crossed":
      return circle(x, y, r) + cross(x, y, r * 0.7);
  }
}

export function circle(x: number, y: number, r: number): string {
  const a = px(r);
  const d = px(2 * a);
  return `M${px(x - a)} ${px(y)}a${a} ${a} 0 1 1 ${d} 0a${a} ${a} 0 1 1 ${-d} 0z`;
}

export function cross(x: number, y: number, r: number): string {
  const d = px(2 * r);
  return `M${px(x - r)} ${px(y - r)}l${d} ${d}m${-d} 0l${d} ${-d}`;
}

function triangle(x: number, y: number, r: number): string {
  const half = px(Math.abs(r) * 0.95);
  return `M${px(x)} ${px(y - r)}l${half} ${px(r * 1.62)}h${-2 * half}z`;
}

/** A capital drawn with the pen, so that it looks the same whatever typefaces a machine has. */
export function letterPath(letter: Letter, [x, y]: readonly [number, number], size: number): string {
  if (letter === null) return "";
  const [w, h] = [px(size * 0.34), px(size * 0.5)];
  if (letter === "L") return `M${px(x - w + 0.4)} ${px(y - h)}v${px(2 * h)}h${px(2 * w - 0.4)}`;
  return `M${px(x - w)} ${px(y - h)}v${px(2 * h)}m0 ${-h}h${px(2 * w)}m0 ${-h}v${px(2 * h)}`;
}

/** Where a letter sits in a shape: a triangle's middle is not its centre. */
export function letterPlace(shape: Shape, [x, y]: readonly [number, number], r: number): [number, number] {
  if (shape === "triangle-up") return [x, y + r * 0.2];
  if (shape === "triangle-down") return [x, y - r * 0.2];
  return [x, y];
}
