import { Resvg, type ResvgRenderOptions } from "@resvg/resvg-js";

const options: ResvgRenderOptions = {
  // Twice the size, so that it is sharp on a slide.
  fitTo: { mode: "zoom", value: 2 },
  font: { loadSystemFonts: true, defaultFontFamily: "Liberation Sans", sansSerifFamily: "Liberation Sans" },
};

export function pngOf(svg: string): Uint8Array<ArrayBuffer> {
  return new Uint8Array(new Resvg(svg, options).render().asPng());
}

let writes: boolean | undefined;

/** A machine without any typeface would draw a chart without words. */
export function canWrite(): boolean {
  writes ??=
    new Resvg(
      '<svg xmlns="http://www.w3.org/2000/svg" width="20" height="20"><text y="15">M</text></svg>',
      options,
    ).getBBox() !== undefined;
  return writes;
}
