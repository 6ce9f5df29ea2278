import type { PbiChart, PbiInput, PbiRulesInput } from "./pbi.ts";
import type { QicChart, QicInput } from "./qic.ts";
import type { BernoulliInput, ConstantsInput, RunsDecisionInput, RunsLimitsInput } from "./tables.ts";
import type { XmrFacetsInput, XmrInput } from "./xmr.ts";

interface Case<Chart extends string, Input> {
  readonly id: string;
  readonly chart: Chart;
  readonly packageQuirks?: readonly string[];
  readonly input: Input;
  readonly expected: object;
}

/** One case of a reference file; `SCHEMA.md` beside those files says what each chart's input and expectation hold. */
export type ReferenceCase =
  | Case<"xmr", XmrInput>
  | Case<"xmr-facets", XmrFacetsInput>
  | Case<"runs-limits", RunsLimitsInput>
  | Case<"constants", ConstantsInput>
  | Case<"runs-decision", RunsDecisionInput>
  | Case<"bchart", BernoulliInput>
  | Case<"pbi-rules", PbiRulesInput>
  | Case<QicChart, QicInput>
  | Case<PbiChart, PbiInput>;

export interface ReferenceFile {
  readonly cases: readonly ReferenceCase[];
}
