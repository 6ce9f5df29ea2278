/** Solves A x = b for a symmetric positive definite A, and gives the inverse: small, so plain elimination will do. */
export function invert(matrix: readonly (readonly number[])[]): number[][] | null {
  const size = matrix.length;
  const rows = matrix.map((row, i) => [...row, ...Array.from({ length: size }, (_, j) => (i === j ? 1 : 0))]);
  for (let column = 0; column < size; column += 1) {
    let pivot = column;
    for (let row = column + 1; row < size; row += 1) {
      if (Math.abs(rows[row]![column]!) > Math.abs(rows[pivot]![column]!)) pivot = row;
    }
    [rows[column], rows[pivot]] = [rows[pivot]!, rows[column]!];
    const lead = rows[column]![column]!;
    if (!(Math.abs(lead) > 1e-12)) return null;
    rows[column] = rows[column]!.map((entry) => entry / lead);
    for (let row = 0; row < size; row += 1) {
      if (row === column) continue;
      const factor = rows[row]![column]!;
      rows[row] = rows[row]!.map((entry, k) => entry - factor * rows[column]![k]!);
    }
  }
  return rows.map((row) => row.slice(size));
}

export interface Regression {
  readonly coefficients: readonly number[];
  readonly residuals: readonly number[];
  /** Covariance of the coefficients that stands up to autocorrelation and unequal variance. */
  readonly covariance: readonly (readonly number[])[];
  readonly freedom: number;
  readonly lags: number;
}

/**
 * Ordinary least squares with Newey and West's covariance, Bartlett weights, and the correction n / (n - k).
 * Newey and West, Econometrica 55 (1987); lags floor(4 (n/100)^(2/9)), Newey and West, REStud 61 (1994).
 */
export function neweyWest(x: readonly (readonly number[])[], y: readonly number[]): Regression | null {
  const n = y.length;
  const k = x[0]?.length ?? 0;
  if (n <= k || k === 0) return null;
  const inverse = invert(cross(x));
  if (inverse === null) return null;
  const moments = Array.from({ length: k }, (_, i) => x.reduce((sum, row, t) => sum + row[i]! * y[t]!, 0));
  const coefficients = times(inverse, moments);
  const residuals = x.map(
    (row, t) => y[t]! - row.reduce((sum, entry, i) => sum + entry * coefficients[i]!, 0),
  );
  const lags = Math.floor(4 * (n / 100) ** (2 / 9));
  const meat = longRun(
    x.map((row, t) => row.map((entry) => entry * residuals[t]!)),
    lags,
  );
  const covariance = sandwich(inverse, meat).map((row) => row.map((entry) => (entry * n) / (n - k)));
  return { coefficients, residuals, covariance, freedom: n - k, lags };
}

function cross(x: readonly (readonly number[])[]): number[][] {
  const k = x[0]!.length;
  return Array.from({ length: k }, (_, i) =>
    Array.from({ length: k }, (_, j) => x.reduce((sum, row) => sum + row[i]! * row[j]!, 0)),
  );
}

function times(matrix: readonly (readonly number[])[], vector: readonly number[]): number[] {
  return matrix.map((row) => row.reduce((sum, entry, i) => sum + entry * vector[i]!, 0));
}

function longRun(scores: readonly (readonly number[])[], lags: number): number[][] {
  const k = scores[0]!.length;
  return Array.from({ length: k }, (_, i) =>
    Array.from({ length: k }, (_, j) => {
      let sum = 0;
      for (let lag = 0; lag <= lags; lag += 1) {
        const weight = 1 - lag / (lags + 1);
        for (let t = lag; t < scores.length; t += 1) {
          const forward = scores[t]![i]! * scores[t - lag]![j]!;
          sum += lag === 0 ? forward : weight * (forward + scores[t - lag]![i]! * scores[t]![j]!);
        }
      }
      return sum;
    }),
  );
}

/** Bread × meat × bread, both symmetric, so that rows serve as columns. */
function sandwich(bread: readonly (readonly number[])[], meat: readonly (readonly number[])[]): number[][] {
  return bread.map((row) => times(bread, times(meat, row)));
}
