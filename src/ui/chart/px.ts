/** The one place where a coordinate is rounded: a tenth of a pixel is finer than any screen or printer shows. */
export function px(coordinate: number): number {
  return Math.round(coordinate * 10) / 10 || 0;
}

export type Place = readonly [x: number, y: number];

/** A line through places; it breaks at each null. */
export function linePath(places: readonly (Place | null)[]): string {
  let path = "";
  let pen = "M";
  for (const place of places) {
    if (place === null) {
      pen = "M";
      continue;
    }
    path += `${pen}${px(place[0])} ${px(place[1])}`;
    pen = "L";
  }
  return path;
}

export function across(x1: number, x2: number, y: number): string {
  return `M${px(x1)} ${px(y)}H${px(x2)}`;
}

export function down(x: number, y1: number, y2: number): string {
  return `M${px(x)} ${px(y1)}V${px(y2)}`;
}
