import { specify, type SpcChartOptions } from "./chart-options.ts";
import { layHeading } from "./marks/heading.tsx";
import { layKey } from "./marks/key.tsx";
import { px } from "./px.ts";
import { setScene } from "./scene.ts";

export interface PointPlaces {
  /** Across, for each point of the drawing. */
  readonly x: readonly number[];
  /** Down, null where there is no value. */
  readonly y: readonly (number | null)[];
  readonly top: number;
  readonly bottom: number;
}

/** Where the points of a chart stand in its drawing, for whoever points at one of them. */
export function pointPlaces(options: SpcChartOptions): PointPlaces {
  const specification = specify(options);
  const heading = layHeading(specification);
  const scene = setScene(specification, heading.height + layKey(specification, heading.height).height);
  return {
    x: scene.x.map(px),
    y: scene.points.map(({ value }) => (value === null ? null : px(scene.y(value)))),
    top: px(scene.top),
    bottom: px(scene.bottom),
  };
}
