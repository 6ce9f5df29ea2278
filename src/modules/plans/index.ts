export type { PlanSeen } from "./plan.ts";
export { planInSight } from "./queries/plan-in-sight.ts";
