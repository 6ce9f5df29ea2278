import { D2_OF_TWO, D4_OF_TWO, MOVING_RANGE_LIMIT } from "../control-constants.ts";
import { median } from "../median.ts";
import { baselineValues, type Fit, levelFit, type Scope } from "./fit.ts";
import { meanRange, movingRanges, screenedRanges } from "./moving-ranges.ts";

/** Individuals about the median, width from the mean moving range: outliers move the centre less. */
export function fitMedianIndividuals(scope: Scope): Fit {
  const centre = scope.centre ?? median(baselineValues(scope));
  const width = meanRange(movingRanges(scope), scope);
  const sigma = width.mean / D2_OF_TWO;
  return levelFit(centre, sigma, {
    steps: [
      { name: "centre", formula: "median of the baseline", value: centre },
      ...width.steps,
      { name: "sigma", formula: "mean moving range / 1.128", value: sigma },
    ],
    remarks: width.remarks,
  });
}

/**
 * Individuals about the median, width from the median moving range. The median range of normal data is 0.954
 * sigma, not 1.128. Wheeler, "Good limits from bad data", Quality Digest (1997): factor 3.145.
 */
export function fitMedianRangeIndividuals(scope: Scope): Fit {
  const centre = scope.centre ?? median(baselineValues(scope));
  const ranges = movingRanges(scope);
  const middle = median(screenedRanges(ranges, scope, MOVING_RANGE_LIMIT * median(ranges)));
  const divisor = scope.quirks.has("median-range-over-d2") ? D2_OF_TWO : D4_OF_TWO;
  return levelFit(centre, middle / divisor, {
    steps: [
      { name: "centre", formula: "median of the baseline", value: centre },
      { name: "median moving range", formula: "median of |y(i) - y(i-1)|", value: middle },
      { name: "sigma", formula: `median moving range / ${divisor}`, value: middle / divisor },
    ],
    remarks: middle === 0 ? ["no-variation-in-baseline"] : middle > 0 ? [] : ["width-unknown"],
  });
}
