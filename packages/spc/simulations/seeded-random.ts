/** Chance that can be repeated: the same seed gives the same numbers on every machine. */
export interface SeededRandom {
  uniform(): number;
  normal(): number;
  exponential(): number;
  poisson(mean: number): number;
  binomial(trials: number, chance: number): number;
  geometric(chance: number): number;
}

/** Marsaglia's xorshift128 (2003), 53 bits of two draws at a time. */
export function seededRandom(seed: number): SeededRandom {
  let x = seed | 0 || 1;
  let y = 362_436_069;
  let z = 521_288_629;
  let w = 88_675_123;
  const draw = () => {
    const t = x ^ (x << 11);
    x = y;
    y = z;
    z = w;
    w = w ^ (w >>> 19) ^ t ^ (t >>> 8);
    return w >>> 0;
  };
  for (let i = 0; i < 64; i += 1) draw();
  const uniform = () => ((draw() >>> 5) * 67_108_864 + (draw() >>> 6) + 0.5) / 9_007_199_254_740_992;
  const count = (mean: number) => {
    const stop = Math.exp(-mean);
    let k = 0;
    for (let product = uniform(); product > stop; product *= uniform()) k += 1;
    return k;
  };
  return {
    uniform,
    normal: () => Math.sqrt(-2 * Math.log(uniform())) * Math.cos(2 * Math.PI * uniform()),
    exponential: () => -Math.log(uniform()),
    poisson: count,
    binomial: (trials, chance) => {
      let hits = 0;
      for (let i = 0; i < trials; i += 1) if (uniform() < chance) hits += 1;
      return hits;
    },
    geometric: (chance) => Math.floor(Math.log(uniform()) / Math.log(1 - chance)),
  };
}
