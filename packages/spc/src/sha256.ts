/** SHA-256's constants: the first 32 bits after the point of the square and cube roots of the first primes (FIPS 180-4). */
const [START, ROUND] = constants();

function constants(): [Uint32Array, Uint32Array] {
  const primes: number[] = [];
  for (let candidate = 2; primes.length < 64; candidate += 1) {
    if (primes.every((prime) => candidate % prime !== 0)) primes.push(candidate);
  }
  // None of these roots lies within 1,000 roundings of a whole number of bits, so how a power is rounded cannot matter.
  const bits = (power: number) => (prime: number) => prime ** (1 / power) * 2 ** 32;
  return [Uint32Array.from(primes.slice(0, 8), bits(2)), Uint32Array.from(primes, bits(3))];
}

/** SHA-256 of a text in UTF-8, as hexadecimal. FIPS 180-4. Written out so that Node and the browser need nothing else. */
export function sha256(text: string): string {
  const blocks = padded(new TextEncoder().encode(text));
  const state = Uint32Array.from(START);
  for (let at = 0; at < blocks.byteLength; at += 64) compress(state, new DataView(blocks.buffer, at, 64));
  return Array.from(state, (word) => word.toString(16).padStart(8, "0")).join("");
}

function padded(bytes: Uint8Array): Uint8Array<ArrayBuffer> {
  const length = Math.ceil((bytes.length + 9) / 64) * 64;
  const blocks = new Uint8Array(length);
  blocks.set(bytes);
  blocks[bytes.length] = 0x80;
  new DataView(blocks.buffer).setBigUint64(length - 8, BigInt(bytes.length) * 8n);
  return blocks;
}

const schedule = new Uint32Array(64);

function compress(state: Uint32Array, block: DataView): void {
  const w = schedule;
  let [a = 0, b = 0, c = 0, d = 0, e = 0, f = 0, g = 0, h = 0] = state;
  for (let t = 0; t < 64; t += 1) {
    w[t] =
      t < 16
        ? block.getUint32(t * 4)
        : w[t - 16]! + mix(w[t - 15]!, 7, 18) + w[t - 7]! + mix(w[t - 2]!, 17, 19);
    const first = h + turned(e, 6, 11, 25) + ((e & f) ^ (~e & g)) + ROUND[t]! + w[t]!;
    const second = turned(a, 2, 13, 22) + ((a & b) ^ (a & c) ^ (b & c));
    [h, g, f, e, d, c, b, a] = [g, f, e, (d + first) | 0, c, b, a, (first + second) | 0];
  }
  [a, b, c, d, e, f, g, h].forEach((word, i) => {
    state[i]! += word;
  });
}

function turn(word: number, by: number): number {
  return (word >>> by) | (word << (32 - by));
}

function turned(word: number, ...by: readonly [number, number, number]): number {
  return turn(word, by[0]) ^ turn(word, by[1]) ^ turn(word, by[2]);
}

/** Two turns and a shift: by 3 in the first of the schedule's mixes, by 10 in the second. */
function mix(word: number, one: number, other: number): number {
  return turn(word, one) ^ turn(word, other) ^ (word >>> (one === 7 ? 3 : 10));
}
