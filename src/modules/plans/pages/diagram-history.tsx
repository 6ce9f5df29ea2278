import type { ReactNode } from "react";
import { dayOf } from "#platform/day.ts";
import { inWords } from "#platform/moments.ts";
import { longDate } from "#ui/long-date.ts";
import { Button } from "#ui/nhs/button.tsx";
import { Select } from "#ui/nhs/select.tsx";
import { PageLinks } from "#ui/page-links.tsx";
import { Timeline } from "#ui/timeline.tsx";
import { contextOf, type Request } from "#web/env.ts";
import { describeChange } from "../diagram/describe-change.ts";
import { diagramHistory, type DiagramHistory } from "../queries/diagram-versions.ts";
import { DiagramViews } from "../views/diagram-views.tsx";
import { frameOf, planPage } from "../views/plan-page.tsx";

/** Every version by its day, what changed, and by whom. */
export async function diagramHistoryPage(c: Request): Promise<Response> {
  const context = contextOf(c);
  const history = await diagramHistory(context, c.req.param("id")!, Number(c.req.query("page") ?? 1));
  const { plan, paging } = history;
  const frame = frameOf(c, plan);
  return planPage(c, frame, {
    under: "diagram",
    title: "Earlier versions of the diagram",
    part: { page: paging.page, of: paging.pages },
    wide: true,
    children: (
      <>
        <DiagramViews frame={frame} current="history" />
        <div className="tl-diagram-column">
          <p>A theory changes as a team learns. Nothing that was written here is ever lost.</p>
          <CompareForm history={history} today={dayOf(context.at)} />
          <Changes history={history} />
          <PageLinks paging={paging} href={(page) => `/plans/${plan.id}/diagram/history?page=${page}`} />
        </div>
      </>
    ),
  });
}

function CompareForm({
  history: { plan, days },
  today,
}: {
  history: DiagramHistory;
  today: string;
}): ReactNode {
  const oldest = days.at(-1)?.day ?? today;
  return (
    <>
      <h2>See how it changed</h2>
      <p>
        <a href={`/plans/${plan.id}/diagram/replay?at=${oldest}`}>Replay it from the beginning</a>, or compare
        two days.
      </p>
      <CompareFields planId={plan.id} days={days} from={oldest} to={today} today={today} />
    </>
  );
}

type FieldsProps = { planId: string; days: DiagramHistory["days"]; from: string; to: string; today: string };

export function CompareFields({ planId, days, from, to, today }: FieldsProps): ReactNode {
  const options = [...new Set([today, ...days.map(({ day }) => day)])].map((day) => ({
    value: day,
    text: day === today ? `${longDate(day)} (today)` : longDate(day),
  }));
  return (
    <form action={`/plans/${planId}/diagram/compare`} method="get" className="tl-diagram-compare">
      <Select id="from" name="from" label={{ text: "From the end of" }} items={options} value={from} />
      <Select id="to" name="to" label={{ text: "To the end of" }} items={options} value={to} />
      <Button text="Compare" variant="secondary" />
    </form>
  );
}

function Changes({ history: { changes, texts } }: { history: DiagramHistory }): ReactNode {
  const described = changes.flatMap((change) =>
    describeChange(change, texts).map((said, at) => ({ ...change, said, key: `${change.id} ${at}` })),
  );
  if (described.length === 0) return <p>Nothing has been changed since it was first written.</p>;
  return (
    <>
      <h2>Every change</h2>
      <Timeline
        events={described.map(({ key, said, at, who }) => ({
          key,
          title: said,
          when: inWords(at),
          dateTime: at.toISOString(),
          ...(who && { by: who }),
        }))}
      />
    </>
  );
}
