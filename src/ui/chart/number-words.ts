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

/** A figure by itself, as a sentence has it: with no more decimals than its size needs. */
export function plainFigure(value: number, unit: Unit = {}): string {
  return withUnit(value, decimalsOfFigure(value), unit);
}

function decimalsOfFigure(value: number): number {
  const size = Math.abs(value);
  if (Number.isInteger(value) || size >= 100) return 0;
  return size >= 1 ? 1 : Math.min(6, 1 - Math.floor(Math.log10(size)));
}

export function withUnit(value: number, decimals: number, unit: Unit): string {
  return numberWords(value, decimals) + (unit.suffix ?? "");
}
