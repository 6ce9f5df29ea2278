import { Resvg } from "@resvg/resvg-js";
import { renderToStaticMarkup } from "react-dom/server";
import { describe, expect, it } from "vitest";
import { looks, type Look } from "./look.ts";
import { LookOfPoints } from "./marks/points.tsx";

const half = 16;
const radius = 6;

/** What a grey printer leaves of a mark: its brightness, pixel by pixel, somewhat off its place, on a line. */
function printed(look: Look, [dx, dy]: readonly [number, number] = [0, 0], line = false): Float64Array {
  const mark = renderToStaticMarkup(
    <LookOfPoints look={look} places={[[half + dx, half + dy]]} radius={radius} />,
  );
  const drawnLine = line
    ? `<path d="M0 ${half + 9}L${half + dx} ${half + dy}L${2 * half} 4" stroke="#4c6272" stroke-width="1.6" fill="none"/>`
    : "";
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="${2 * half}" height="${2 * half}"><rect width="100%" height="100%" fill="#fff"/>${drawnLine}${mark}</svg>`;
  const { pixels } = new Resvg(svg, { fitTo: { mode: "zoom", value: 2 } }).render();
  const grey = new Float64Array(pixels.length / 4);
  for (let i = 0; i < grey.length; i += 1)
    grey[i] = 0.299 * pixels[4 * i]! + 0.587 * pixels[4 * i + 1]! + 0.114 * pixels[4 * i + 2]!;
  return grey;
}

function likeness(a: Float64Array, b: Float64Array): number {
  let sum = 0;
  for (let i = 0; i < a.length; i += 1) sum += (a[i]! - b[i]!) ** 2;
  return -sum;
}

describe("marks in a grey print", () => {
  const templates = looks.map((look) => ({ look, grey: printed(look) }));
  const places = [-0.4, 0, 0.4].flatMap((dx) => [-0.4, 0, 0.4].map((dy) => [dx, dy] as const));

  it.each(looks)("$words is told from every other by its picture alone", (look) => {
    for (const place of places) {
      const seen = printed(look, place, true);
      const best = templates.toSorted((a, b) => likeness(seen, b.grey) - likeness(seen, a.grey))[0]!;
      expect(best.look.words).toBe(look.words);
    }
  });
});
