import type { ReactNode } from "react";
import { WarningCallout } from "#ui/nhs/warning-callout.tsx";
import type { PlanSeen } from "../plan.ts";
import { planPath } from "./plan-page.tsx";

/** Said to the team as long as nobody who works here leads it. */
export function LeadGone({ plan }: { plan: PlanSeen }): ReactNode {
  if (plan.leadGoneSince === null || plan.standing === null) return null;
  return (
    <WarningCallout
      heading={{ text: plan.lead ? "The lead has left the organisation" : "Nobody leads this now" }}
    >
      <p>
        {plan.lead
          ? `${plan.lead.name} no longer works where this project is. Agree who leads it from now on.`
          : "Its lead has left. Agree who leads it from now on: a project that nobody leads comes to a stop by itself."}
      </p>
      <p>
        <a href={planPath(plan, "/team")}>Choose a new lead</a>
      </p>
    </WarningCallout>
  );
}
