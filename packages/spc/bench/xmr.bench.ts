import { analyse, analyseBatch } from "../src/index.ts";

export interface BenchRow {
  readonly name: string;
  readonly figure: number;
  readonly unit: string;
  readonly reference: { readonly name: string; readonly figure: number };
  readonly ratio: number;
}

const SERIES = 1_000;
const POINTS = 36;

/** Park and Miller's generator (1988): the same 1,000 series on every machine. */
function seededSeries(series: number, points: number): Float64Array {
  let state = 20_240_401;
  const uniform = () => {
    state = (state * 48_271) % 2_147_483_647;
    return state / 2_147_483_647;
  };
  return Float64Array.from(
    { length: series * points },
    () => 50 + 10 * (uniform() + uniform() + uniform() - 1.5),
  );
}

function evenOffsets(series: number, points: number): Uint32Array {
  return Uint32Array.from({ length: series + 1 }, (_, i) => i * points);
}

/** Limits, screening and four flags and nothing else: no phases, no missing values, no labels, no verdicts. */
function bareLoop(values: Float64Array, flags: Uint8Array): number {
  let checksum = 0;
  for (let start = 0; start < values.length; start += POINTS) {
    const end = start + POINTS;
    let sum = values[start]!;
    let ranges = 0;
    for (let i = start + 1; i < end; i += 1) {
      sum += values[i]!;
      ranges += Math.abs(values[i]! - values[i - 1]!);
    }
    const centre = sum / POINTS;
    const cut = (3.267 * ranges) / (POINTS - 1);
    let kept = 0;
    let keptSum = 0;
    for (let i = start + 1; i < end; i += 1) {
      const range = Math.abs(values[i]! - values[i - 1]!);
      if (range < cut) {
        keptSum += range;
        kept += 1;
      }
    }
    const width = (2.66 * keptSum) / kept;
    checksum += flagBarely({ values, flags, start, centre, width });
  }
  return checksum;
}

interface BareSeries {
  readonly values: Float64Array;
  readonly flags: Uint8Array;
  readonly start: number;
  readonly centre: number;
  readonly width: number;
}

function flagBarely({ values, flags, start, centre, width }: BareSeries): number {
  const upper = centre + width;
  const lower = centre - width;
  const near = centre + (2 / 3) * width;
  const nearLow = centre - (2 / 3) * width;
  let run = 0;
  let side = 0;
  let steps = 0;
  let heading = 0;
  let close = 0;
  let closeBefore = 0;
  for (let i = start; i < start + POINTS; i += 1) {
    const value = values[i]!;
    const here = value > centre ? 1 : -1;
    run = here === side ? run + 1 : 1;
    side = here;
    const step = i > start && value > values[i - 1]! ? 1 : -1;
    steps = step === heading ? steps + 1 : 1;
    heading = step;
    const outside = value > upper || value < lower;
    const closeNow = !outside && (value > near || value < nearLow) ? 1 : 0;
    const two = run >= 3 && closeNow + close + closeBefore >= 2;
    closeBefore = close;
    close = closeNow;
    flags[i] = (outside ? 1 : 0) | (steps >= 6 ? 2 : 0) | (two ? 4 : 0) | (run >= 7 ? 8 : 0);
  }
  return flags[start + POINTS - 1]!;
}

/** Least time of several rounds, in microseconds a series: the rest is the machine's other work. */
function fastest(rounds: number, work: () => unknown, per: number): number {
  let best = Infinity;
  for (let round = 0; round < rounds; round += 1) {
    const from = performance.now();
    work();
    best = Math.min(best, performance.now() - from);
  }
  return (best * 1_000) / per;
}

export async function bench(): Promise<BenchRow[]> {
  await Promise.resolve();
  const values = seededSeries(SERIES, POINTS);
  const withGaps = values.map((value, i) => (i % 36 === 17 ? Number.NaN : value));
  const offsets = evenOffsets(SERIES, POINTS);
  const phaseStarts = Uint32Array.from({ length: SERIES }, (_, i) => i * POINTS + 24);
  const flags = new Uint8Array(values.length);
  const bare = fastest(400, () => bareLoop(values, flags), SERIES);
  const reference = { name: "bare loop: limits, screening, four flags", figure: bare };
  const row = (name: string, figure: number): BenchRow => ({
    name,
    figure,
    unit: "µs a series",
    reference,
    ratio: figure / bare,
  });
  const target = 55;
  const full = { improvement: "increase", target, phaseStarts, minimumPoints: 8 } as const;
  const plain = fastest(
    400,
    () => analyseBatch(values, offsets, { improvement: "increase", target }),
    SERIES,
  );
  const phased = fastest(400, () => analyseBatch(withGaps, offsets, full), SERIES);
  const one = fastest(5, () => analyseEach(values), SERIES);
  return [
    row("XmR, Making Data Count: rules, labels, verdicts", plain),
    row("XmR, Making Data Count: the same with two phases and missing values", phased),
    row("analyse(), every point an object", one),
    nation(),
    tenMillion(),
  ];
}

function analyseEach(values: Float64Array): void {
  for (let i = 0; i < SERIES; i += 1) {
    analyse(
      { chart: "xmr", values: values.subarray(i * POINTS, (i + 1) * POINTS) },
      { improvement: "increase", target: 55 },
    );
  }
}

function nation(): BenchRow {
  const series = 500_000;
  const values = seededSeries(series, POINTS);
  const offsets = evenOffsets(series, POINTS);
  const seconds = fastest(
    2,
    () => analyseBatch(values, offsets, { improvement: "increase", target: 55 }),
    1_000_000,
  );
  const reference = { name: "at most", figure: 2 };
  return {
    name: "500,000 series of 36 points in one batch",
    figure: seconds,
    unit: "s",
    reference,
    ratio: seconds / 2,
  };
}

/** Time a point must not grow with the number of points. */
function tenMillion(): BenchRow {
  const few = seededSeries(1, 100_000);
  const many = seededSeries(1, 10_000_000);
  const short = fastest(20, () => analyseBatch(few, evenOffsets(1, few.length)), few.length);
  const long = fastest(2, () => analyseBatch(many, evenOffsets(1, many.length)), many.length);
  const reference = { name: "a point of 100,000", figure: short };
  return {
    name: "a point of 10,000,000 in one series",
    figure: long,
    unit: "µs",
    reference,
    ratio: long / short,
  };
}

if (import.meta.main) {
  for (const { name, figure, unit, reference, ratio } of await bench()) {
    console.log(
      `${name}: ${figure.toFixed(3)} ${unit}, ${ratio.toFixed(2)} × ${reference.name} (${reference.figure.toFixed(3)})`,
    );
  }
}
