import modelForImprovement from "../../../content/methods/model-for-improvement.json" with { type: "json" };
import leanA3 from "../../../content/methods/lean-a3.json" with { type: "json" };
import dmaic from "../../../content/methods/dmaic.json" with { type: "json" };
import experienceBasedCoDesign from "../../../content/methods/experience-based-co-design.json" with { type: "json" };
import theoryOfConstraints from "../../../content/methods/theory-of-constraints.json" with { type: "json" };
import totalQualityManagement from "../../../content/methods/total-quality-management.json" with { type: "json" };
import processReEngineering from "../../../content/methods/process-re-engineering.json" with { type: "json" };
import clinicalAudit from "../../../content/methods/clinical-audit.json" with { type: "json" };
import { readMethod, type Method } from "./method.ts";

/** Every method of the library, in the order in which it is offered. A file more is a line more here. */
export const methods: readonly Method[] = [
  readMethod("model-for-improvement", modelForImprovement),
  readMethod("lean-a3", leanA3),
  readMethod("dmaic", dmaic),
  readMethod("experience-based-co-design", experienceBasedCoDesign),
  readMethod("theory-of-constraints", theoryOfConstraints),
  readMethod("total-quality-management", totalQualityManagement),
  readMethod("process-re-engineering", processReEngineering),
  readMethod("clinical-audit", clinicalAudit),
];

export function methodOf(key: string): Method | undefined {
  return methods.find((method) => method.key === key);
}
