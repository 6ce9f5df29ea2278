import type { ReactNode } from "react";
import { Panel } from "#ui/nhs/panel.tsx";
import { hasEnded, type PlanSeen } from "../plan.ts";
import { planPath } from "./plan-page.tsx";
import type { PlanFrame } from "../workspace-part.ts";

const met = {
  yes: "The aim was reached.",
  partly: "The aim was reached in part.",
  no: "The aim was not reached.",
};

/** An end stands at the top with what was learned: whoever stopped and says why has given as much as whoever succeeded. */
export function Ended({ frame: { plan } }: { frame: PlanFrame }): ReactNode {
  if (!hasEnded(plan) && plan.learned === "") return null;
  return (
    <>
      {hasEnded(plan) ? (
        <Panel
          heading={{ text: plan.stage === "stopped" ? "Stopped, and learned from" : "Finished", level: 2 }}
        >
          <p>
            {[plan.aimMet ? met[plan.aimMet] : "", "Thank you to everybody who took part."]
              .filter(Boolean)
              .join(" ")}
          </p>
        </Panel>
      ) : null}
      {plan.learned ? <Learned plan={plan} /> : null}
      {plan.stage === "closed" || plan.stage === "sustaining" ? <Lasting plan={plan} /> : null}
    </>
  );
}

function Learned({ plan }: { plan: PlanSeen }): ReactNode {
  return (
    <section aria-labelledby="learned">
      <h2 id="learned">What was learned</h2>
      <p className="tl-written">{plan.learned}</p>
      {plan.visibility === "team" ? (
        <p>
          Only its team can read this. <a href={planPath(plan, "/share")}>Let others learn from it</a>
        </p>
      ) : null}
    </section>
  );
}

/** Whether it holds: an alarm when a measure shifts back, and the questions after 3, 6 and 12 months. */
function Lasting({ plan }: { plan: PlanSeen }): ReactNode {
  return (
    <p>
      {plan.slippingSince ? (
        <strong>
          A measure has moved the other way since it was better: look whether the change still holds.{" "}
        </strong>
      ) : null}
      <a href={planPath(plan, "/after")}>How it stands after the end</a>
    </p>
  );
}
