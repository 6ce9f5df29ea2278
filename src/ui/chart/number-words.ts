const formats = new Map<number, Intl.NumberFormat>();

/** A number as it is read: comma over 999, so many decimals, a true minus sign. */
export function numberWords(value: number, decimals: number): string {
  let format = formats.get(decimals);
  if (format === undefined) {
    format = new Intl.NumberFormat("en-GB", {
      minimumFractionDigits: decimals,
      maximumFractionDigits: decimals,
    });
    formats.set(decimals, format);
  }
  const words = format.format(value);
  return words.startsWith("-") ? (/[1-9]/.test(words) ? `−${words.slice(1)}` : words.slice(1)) : words;
}

/** As many decimals as a step on the axis needs. */
export function decimalsOf(step: number): number {
  return Number.isFinite(step) && step > 0
    ? Math.min(6, Math.max(0, -Math.floor(Math.log10(step) + 1e-9)))
    : 0;
}

export interface Unit {
  /** Written straight after the number: "%". */
  readonly suffix?: string;
  /** Said once, beside the axis: "per 1,000 bed days". */
  readonly words?: string;
}

type Heights = { value: number | null; centre: number | null; lower: number | null; upper: number | null };

/** A figure of a chart, in words, on its lines and in its table: as exact as tells the numbers of that chart apart. */
export function figureSayer(points: readonly Heights[], unit: Unit = {}): (value: number) => string {
  const decimals = decimalsOfChart(points);
  return (value) => withUnit(value, Number.isInteger(value) ? 0 : decimals, unit);
}

/** By how far the numbers and lines of a chart lie from one another, and not by how large they are. */
export function decimalsOfChart(points: readonly Heights[]): number {
  let [least, most] = [Infinity, -Infinity];
  for (const { value, centre, lower, upper } of points)
    for (const height of [value, centre, lower, upper]) {
      if (height === null) continue;
      least = Math.min(least, height);
      most = Math.max(most, height);
    }
  if (least > most) return 0;
  let decimals = least === most ? decimalsOfFigure(most) : decimalsOfSize(most - least);
  while (decimals < 6 && points.some((point) => looksOnLimit(point, decimals))) decimals += 1;
  return decimals;
}

/** A number outside its limits must not read as the limit itself. */
function looksOnLimit({ value, lower, upper }: Heights, decimals: number): boolean {
  if (value === null) return false;
  const looksSame = (limit: number): boolean => value.toFixed(decimals) === limit.toFixed(decimals);
  return (
    (upper !== null && value > upper && looksSame(upper)) ||
    (lower !== null && value < lower && looksSame(lower))
  );
}

/** With no more decimals than its size needs. */
export function decimalsOfFigure(value: number): number {
  return Number.isInteger(value) ? 0 : decimalsOfSize(Math.abs(value));
}

function decimalsOfSize(size: number): number {
  if (size >= 100) return 0;
  return size >= 1 ? 1 : Math.min(6, 1 - Math.floor(Math.log10(size)));
}

export function withUnit(value: number, decimals: number, unit: Unit): string {
  return numberWords(value, decimals) + (unit.suffix ?? "");
}
