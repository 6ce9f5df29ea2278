/** Fractional parts of roots of the first primes, as FIPS 180-4 defines the constants. */
function rootBits(count: number, power: number): Uint32Array {
  const bits: number[] = [];
  for (let candidate = 2; bits.length < count; candidate += 1) {
    if (!isPrime(candidate)) continue;
    bits.push(fractionBits(candidate, power));
  }
  return Uint32Array.from(bits);
}

function isPrime(candidate: number): boolean {
  for (let factor = 2; factor * factor <= candidate; factor += 1) if (candidate % factor === 0) return false;
  return true;
}

/** floor(2^32 × fraction of the root), by whole-number search so that no rounding of a power can matter. */
function fractionBits(prime: number, power: number): number {
  const target = BigInt(prime) << BigInt(32 * power);
  let low = 0n;
  let high = 1n << 40n;
  while (high - low > 1n) {
    const middle = (low + high) >> 1n;
    if (middle ** BigInt(power) <= target) low = middle;
    else high = middle;
  }
  return Number(BigInt.asUintN(32, low));
}

const ROUND = rootBits(64, 3);
const START = rootBits(8, 2);

/** SHA-256 of a text in UTF-8, as hexadecimal. FIPS 180-4. Written out so that Node and the browser need nothing else. */
export function sha256(text: string): string {
  const blocks = padded(new TextEncoder().encode(text));
  const state = Uint32Array.from(START);
  const schedule = new Uint32Array(64);
  for (let at = 0; at < blocks.byteLength; at += 64)
    compress(state, schedule, new DataView(blocks.buffer, at, 64));
  return Array.from(state, (word) => word.toString(16).padStart(8, "0")).join("");
}

function padded(bytes: Uint8Array): Uint8Array<ArrayBuffer> {
  const length = Math.ceil((bytes.length + 9) / 64) * 64;
  const blocks = new Uint8Array(length);
  blocks.set(bytes);
  blocks[bytes.length] = 0x80;
  const view = new DataView(blocks.buffer);
  view.setUint32(length - 8, Math.floor(bytes.length / 0x20000000));
  view.setUint32(length - 4, (bytes.length << 3) >>> 0);
  return blocks;
}

function compress(state: Uint32Array, w: Uint32Array, block: DataView): void {
  for (let t = 0; t < 16; t += 1) w[t] = block.getUint32(t * 4);
  for (let t = 16; t < 64; t += 1) {
    const a = w[t - 15]!;
    const b = w[t - 2]!;
    const small0 = turn(a, 7) ^ turn(a, 18) ^ (a >>> 3);
    const small1 = turn(b, 17) ^ turn(b, 19) ^ (b >>> 10);
    w[t] = w[t - 16]! + small0 + w[t - 7]! + small1;
  }
  let [a = 0, b = 0, c = 0, d = 0, e = 0, f = 0, g = 0, h = 0] = state;
  for (let t = 0; t < 64; t += 1) {
    const big1 = turn(e, 6) ^ turn(e, 11) ^ turn(e, 25);
    const first = (h + big1 + ((e & f) ^ (~e & g)) + ROUND[t]! + w[t]!) | 0;
    const big0 = turn(a, 2) ^ turn(a, 13) ^ turn(a, 22);
    const second = (big0 + ((a & b) ^ (a & c) ^ (b & c))) | 0;
    h = g;
    g = f;
    f = e;
    e = (d + first) | 0;
    d = c;
    c = b;
    b = a;
    a = (first + second) | 0;
  }
  [a, b, c, d, e, f, g, h].forEach((word, i) => {
    state[i]! += word;
  });
}

function turn(word: number, by: number): number {
  return (word >>> by) | (word << (32 - by));
}
