import type { ReactNode } from "react";
import { inWords } from "#platform/moments.ts";
import { Timeline } from "#ui/timeline.tsx";
import { contextOf, type Request } from "#web/env.ts";
import { deedPath, deedWords, type Doing } from "../activity.ts";
import type { PlanSeen } from "../plan.ts";
import { planActivity } from "../queries/plan-activity.ts";
import { planPage, planPath } from "../views/plan-page.tsx";
import { planOf } from "./plan-of.ts";

/** Who did what, and when: from the record that nobody can change. */
export async function activityPage(c: Request): Promise<Response> {
  const frame = await planOf(c);
  const { plan } = frame;
  const before = c.req.query("before") ?? "";
  const { doings, older } = await planActivity(contextOf(c), plan, before);
  const nothing = before === "" ? "Nothing was done here yet." : "Nothing was done before that.";
  return planPage(c, frame, {
    under: "talk",
    title: "What was done",
    children: (
      <>
        {doings.length === 0 ? <p>{nothing}</p> : null}
        <Timeline
          headingLevel={2}
          events={doings.map((doing) => ({
            title: <Said plan={plan} doing={doing} />,
            when: inWords(doing.at),
            dateTime: doing.at.toISOString(),
          }))}
        />
        {older ? (
          <p>
            <a href={planPath(plan, `/activity?before=${encodeURIComponent(older)}`)}>
              What was done before that
            </a>
          </p>
        ) : null}
      </>
    ),
  });
}

function Said({ plan, doing }: { plan: PlanSeen; doing: Doing }): ReactNode {
  const words = `${doing.actor?.name ?? "Somebody"} ${deedWords[doing.action]}`;
  const path = deedPath(doing);
  return path === "" ? words : <a href={planPath(plan, path)}>{words}</a>;
}
