/** How colours look: contrast as WCAG 2 has it, to eyes without red or green cones, and in grey. */
export type Rgb = readonly [number, number, number];

export function rgb(hex: string): Rgb {
  const value = Number.parseInt(hex.slice(1), 16);
  return [(value >> 16) & 255, (value >> 8) & 255, value & 255];
}

function linear(channel: number): number {
  const share = channel / 255;
  return share <= 0.040_45 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
}

export function luminance([r, g, b]: Rgb): number {
  return 0.2126 * linear(r) + 0.7152 * linear(g) + 0.0722 * linear(b);
}

/** WCAG 2.2, 1.4.11: at least 3 for what must be seen. */
export function contrast(a: string, b: string): number {
  const [light, dark] = [luminance(rgb(a)), luminance(rgb(b))].sort((x, y) => y - x) as [number, number];
  return (light + 0.05) / (dark + 0.05);
}

export type Sight = "full" | "deuteranopia" | "protanopia" | "grey";

/** Machado, Oliveira and Fernandes, IEEE Transactions on Visualization 15(6): 1291–1298 (2009), full severity. */
const machado = {
  protanopia: [0.152286, 1.052583, -0.204868, 0.114503, 0.786281, 0.099216, -0.003882, -0.048116, 1.051998],
  deuteranopia: [0.367322, 0.860646, -0.227968, 0.280085, 0.672501, 0.047413, -0.01182, 0.04294, 0.968881],
} as const;

function seen(hex: string, sight: Sight): Rgb {
  const light = rgb(hex).map(linear) as unknown as Rgb;
  if (sight === "full") return light;
  if (sight === "grey") {
    const grey = luminance(rgb(hex));
    return [grey, grey, grey];
  }
  const m = machado[sight];
  const row = (i: number) => m[i]! * light[0] + m[i + 1]! * light[1] + m[i + 2]! * light[2];
  return [row(0), row(3), row(6)];
}

function lab([r, g, b]: Rgb): Rgb {
  const x = (0.4124 * r + 0.3576 * g + 0.1805 * b) / 0.950_47;
  const y = 0.2126 * r + 0.7152 * g + 0.0722 * b;
  const z = (0.0193 * r + 0.1192 * g + 0.9505 * b) / 1.088_83;
  const f = (t: number) => (t > 0.008_856 ? Math.cbrt(t) : 7.787 * t + 16 / 116);
  return [116 * f(y) - 16, 500 * (f(x) - f(y)), 200 * (f(y) - f(z))];
}

/** Distance in CIE L*a*b*: about 2 can just be told apart side by side, 20 at a glance. */
export function distance(a: string, b: string, sight: Sight): number {
  const [p, q] = [lab(seen(a, sight)), lab(seen(b, sight))];
  return Math.hypot(p[0] - q[0], p[1] - q[1], p[2] - q[2]);
}
