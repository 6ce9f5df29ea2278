import type { ReactNode } from "react";
import { variationLabel } from "#ui/chart/verdict-words.ts";
import { longDate } from "#ui/long-date.ts";
import { SummaryList } from "#ui/nhs/summary-list.tsx";
import { columnPage } from "#web/column-page.tsx";
import { contextOf, type Request } from "#web/env.ts";
import { aimQuestions, howMuch, missingIn } from "../aim-rules.ts";
import { methodOf } from "../methods.ts";
import { stageLabels } from "../plan.ts";
import { lessonsOf, type PlanRecord } from "../exports/plan-record.ts";
import { recordOf } from "../queries/plan-record.ts";
import { planProgress } from "../queries/plan-progress.ts";
import { roleWords } from "../team-roles.ts";
import { planPath } from "../views/plan-page.tsx";
import { dayInWords } from "#platform/moments.ts";
import { counted } from "#ui/counted.ts";
import type { PlanFrame } from "../workspace-part.ts";
import { planOf } from "./plan-of.ts";

const fewTests = 8;
const fewDecisions = 8;

/** All that whoever takes over needs, on one sheet to print: no click but the first. */
export async function handOverPage(c: Request): Promise<Response> {
  const context = contextOf(c);
  const frame = await planOf(c);
  const { plan } = frame;
  const [record, progress] = await Promise.all([recordOf(context, plan), planProgress(context, plan)]);
  const missing = progress.parts.filter((part) => part.missing !== "");
  return columnPage(c, {
    title: "Hand-over pack",
    section: plan.title,
    caption: plan.title,
    backLink: { text: `Back to ${plan.title}`, href: planPath(plan, "/share") },
    children: (
      <>
        <p>
          Print this page, or keep it, for whoever takes over. It is as of now: open it again for what is
          newer.
        </p>
        <InShort frame={frame} />
        <People record={record} />
        <Numbers record={record} />
        <Open record={record} missing={missing.map((part) => part.missing)} />
        <Tried record={record} />
        <Decided record={record} />
        {plan.learned ? (
          <>
            <h2>What was learned so far</h2>
            <p className="tl-written">{plan.learned}</p>
          </>
        ) : null}
        <h2>Your first week</h2>
        <ol>
          <li>Let the lead hand over to you on the page of the team: it takes one step.</li>
          <li>Talk with the patient or carer partner, and with the sponsor.</li>
          <li>Look at the newest number, and ask who collects the next one.</li>
          <li>Plan the next test, small enough for this week.</li>
        </ol>
      </>
    ),
  });
}

function InShort({ frame: { plan } }: { frame: PlanFrame }): ReactNode {
  const { aim } = plan;
  const open = missingIn(aim).map((part) => aimQuestions[part].name.toLowerCase());
  return (
    <SummaryList
      rows={[
        { key: "Aim", value: aim.text || aim.what || plan.title },
        { key: "How much", value: howMuch(aim) || "Not said yet" },
        { key: "By when", value: aim.by ? longDate(aim.by) : "Not said yet" },
        { key: "Still open in the aim", value: open.length > 0 ? open.join(", ") : "Nothing" },
        { key: "Stage", value: `${stageLabels[plan.stage]} since ${dayInWords(plan.stageSince)}` },
        { key: "Method", value: methodOf(plan.method)?.name ?? "None in particular" },
        { key: "Where", value: plan.bodies.map((body) => body.name).join(", ") },
        { key: "Keeps it going after the end", value: plan.sustainedBy?.name ?? "Nobody yet" },
      ]}
    />
  );
}

function People({ record }: { record: PlanRecord }): ReactNode {
  const now = record.team.filter(({ until }) => until === null);
  return (
    <>
      <h2>Who takes part</h2>
      {now.length === 0 ? <p>Names are shown to people who are signed in.</p> : null}
      <ul>
        {now.map((one) => (
          <li key={`${one.name} ${one.since}`}>
            {one.name}, {roleWords[one.role].label.toLowerCase()}
            {one.place ? `, ${one.place}` : ""}
          </li>
        ))}
      </ul>
    </>
  );
}

function Numbers({ record }: { record: PlanRecord }): ReactNode {
  return (
    <>
      <h2>Measures</h2>
      {record.measures.length === 0 ? <p>Nothing is measured that you can see.</p> : null}
      <ul>
        {record.measures.map((measure) => (
          <li key={measure.id}>
            <a href={`/series/${measure.id}`}>{measure.name}</a>, {measure.place}:{" "}
            {variationLabel(measure.analysis.variation)}, {counted(measure.points.length, "number")}
          </li>
        ))}
      </ul>
    </>
  );
}

function Open({ record, missing }: { record: PlanRecord; missing: readonly string[] }): ReactNode {
  const open = record.tasks.filter(({ doneOn }) => doneOn === null);
  return (
    <>
      <h2>What is open</h2>
      {open.length + missing.length === 0 ? <p>Nothing is written down.</p> : null}
      <ul>
        {open.map((task) => (
          <li key={`${task.text} ${task.dueOn}`}>
            {task.text}
            {task.owner ? `, ${task.owner}` : ""}
            {task.dueOn ? `, due ${longDate(task.dueOn)}` : ""}
          </li>
        ))}
        {missing.map((part) => (
          <li key={part}>{part}</li>
        ))}
      </ul>
    </>
  );
}

function Tried({ record }: { record: PlanRecord }): ReactNode {
  const newest = record.tests.toSorted((a, b) => b.startsOn.localeCompare(a.startsOn)).slice(0, fewTests);
  const lessons = lessonsOf(record).slice(0, fewTests);
  return (
    <>
      <h2>What was tried last</h2>
      {newest.length === 0 ? <p>No test yet.</p> : null}
      <ul>
        {newest.map((test) => (
          <li key={test.id}>
            {test.change}, from {longDate(test.startsOn)}
          </li>
        ))}
      </ul>
      {lessons.length > 0 ? (
        <>
          <h3>What the tests taught</h3>
          <ul>
            {lessons.map((test) => (
              <li key={test.id}>{test.learning}</li>
            ))}
          </ul>
        </>
      ) : null}
    </>
  );
}

function Decided({ record }: { record: PlanRecord }): ReactNode {
  if (record.decisions.length === 0) return null;
  return (
    <>
      <h2>What was decided</h2>
      <ul>
        {record.decisions.slice(0, fewDecisions).map((one) => (
          <li key={`${one.what} ${one.decidedOn}`}>
            {one.what}, {longDate(one.decidedOn)}
            {one.why ? `. ${one.why}` : ""}
          </li>
        ))}
      </ul>
    </>
  );
}
