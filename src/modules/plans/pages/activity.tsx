import type { ReactNode } from "react";
import { listOf, type Columns } from "#platform/list-file.ts";
import { inWords } from "#platform/moments.ts";
import { Timeline } from "#ui/timeline.tsx";
import { contextOf, type Request } from "#web/env.ts";
import { askedPage } from "#web/take-away.tsx";
import { deedPath, deedWords, type Doing } from "../activity.ts";
import type { PlanSeen } from "../plan.ts";
import { planActivity } from "../queries/plan-activity.ts";
import { planPage, planPath } from "../views/plan-page.tsx";
import { planOf } from "./plan-of.ts";

/** Who did what, and when: from the record that nobody can change. */
export async function activityPage(c: Request): Promise<Response> {
  const frame = await planOf(c);
  const { plan } = frame;
  const asked = { before: c.req.query("before") ?? "", page: askedPage(c) };
  const { doings, older, total, before } = await planActivity(contextOf(c), plan, asked);
  const nothing = before ? "Nothing was done before that." : "Nothing was done here yet.";
  return planPage(c, frame, {
    under: "talk",
    title: "What was done",
    list: activityList(plan, doings, total),
    children: (
      <>
        {before ? (
          <p>
            Before {inWords(before)}. <a href={planPath(plan, "/activity")}>See the newest</a>
          </p>
        ) : null}
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

function activityList(plan: PlanSeen, doings: readonly Doing[], total: number) {
  const columns: Columns<Doing> = {
    who: ["Who", whoOf],
    what: ["What was done", ({ action }) => deedWords[action]],
    at: ["When", ({ at }) => at],
    address: ["Address", (doing) => planPath(plan, deedPath(doing))],
  };
  return listOf({ name: "activity", columns, rows: doings, total });
}

function whoOf({ actor }: Doing): string {
  return actor?.name ?? "Somebody";
}

function Said({ plan, doing }: { plan: PlanSeen; doing: Doing }): ReactNode {
  const words = `${whoOf(doing)} ${deedWords[doing.action]}`;
  const path = deedPath(doing);
  return path === "" ? words : <a href={planPath(plan, path)}>{words}</a>;
}
