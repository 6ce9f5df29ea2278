/** Shares a total out by weight in whole numbers that add up exactly; who has any weight gets at least the minimum. */
export function apportion(total: number, weights: readonly number[], minimum = 0): number[] {
  const sure = weights.map((weight) => (weight > 0 ? minimum : 0));
  const rest = total - sum(sure);
  if (rest < 0) throw new RangeError(`${total} is too few for a minimum of ${minimum} each.`);
  const whole = sum(weights);
  const exact = weights.map((weight) => (rest * weight) / whole);
  const shares = exact.map(Math.floor);
  const byRemainder = exact
    .map((share, place) => ({ place, remainder: share - Math.floor(share) }))
    .sort((a, b) => b.remainder - a.remainder || a.place - b.place);
  for (const { place } of byRemainder.slice(0, rest - sum(shares))) shares[place]! += 1;
  return shares.map((share, place) => share + sure[place]!);
}

const sum = (numbers: readonly number[]): number => numbers.reduce((total, number) => total + number, 0);
