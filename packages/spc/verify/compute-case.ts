import { SpcError } from "../src/index.ts";
import { computePbi, computePbiRules } from "./pbi.ts";
import { computeQic } from "./qic.ts";
import { type Computed, refusal } from "./computed.ts";
import { type ReferenceCase } from "./reference-case.ts";
import { computeBernoulli, computeConstants, computeRunsDecision, computeRunsLimits } from "./tables.ts";
import { computeXmr, computeXmrFacets } from "./xmr.ts";

/** The result of a case from its input alone. */
export function computeCase(reference: ReferenceCase, compat: boolean): Computed {
  try {
    return compute(reference, compat);
  } catch (error) {
    if (error instanceof SpcError) return refusal(error.message);
    throw error;
  }
}

function compute(reference: ReferenceCase, compat: boolean): Computed {
  switch (reference.chart) {
    case "xmr":
      return computeXmr(reference.input, compat);
    case "xmr-facets":
      return computeXmrFacets(reference.input, compat);
    case "runs-limits":
      return computeRunsLimits(reference.input);
    case "constants":
      return computeConstants(reference.input);
    case "runs-decision":
      return computeRunsDecision(reference.input);
    case "bchart":
      return computeBernoulli(reference.input);
    case "pbi-rules":
      return computePbiRules(reference.input);
    case "run":
    case "i":
    case "mr":
    case "ip":
    case "xbar":
    case "s":
    case "t":
    case "p":
    case "pp":
    case "c":
    case "u":
    case "up":
    case "g":
      return computeQic(reference.chart, reference.input, compat);
    default:
      return computePbi(reference.chart, reference.input, compat);
  }
}
