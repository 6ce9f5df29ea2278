export { mountPlanDiagram } from "./diagram/routes.ts";
export { watchDiagram } from "./diagram/watch-diagram.ts";
export type { PlanSeen } from "./plan.ts";
export { planInSight } from "./queries/plan-in-sight.ts";
export { mountPlans } from "./routes.ts";
export { mountPlanTests } from "./tests/routes.ts";
export { plansSlot } from "./body-slot.tsx";
export { yourPlansSection } from "./home-section.tsx";
export { plansNavigation } from "./navigation.ts";
