import { listOf, type Columns } from "#platform/list-file.ts";
import { askedPage } from "#web/take-away.tsx";
import type { ReactNode } from "react";
import { EmptyState } from "#ui/empty-state.tsx";
import { FilterPanel, type AppliedFilter } from "#ui/filter-panel.tsx";
import { PageLinks } from "#ui/page-links.tsx";
import { ActionLink } from "#ui/nhs/action-link.tsx";
import { Select } from "#ui/nhs/select.tsx";
import { Table } from "#ui/nhs/table.tsx";
import { contextOf, type Request } from "#web/env.ts";
import { doneWord } from "#web/done-word.ts";
import { capital } from "../diagram/node-words.ts";
import type { PlanSeen } from "../plan.ts";
import type { PlanWords } from "../plan-words.ts";
import { scaleLabels, scales, stateOf, testStates, type PlanTest } from "../plan-test.ts";
import { planInSight } from "../queries/plan-in-sight.ts";
import { planRamps, testsLog, type LogAsked, type TestsLog } from "../queries/tests-log.ts";
import { frameOf, planPage, planPath } from "../views/plan-page.tsx";
import { RampList, RampPicture } from "../views/ramp-picture.tsx";
import { scaleWords, testDays } from "../views/test-facts.tsx";
import { TestTag } from "../views/test-tag.tsx";
import type { PlanFrame } from "../workspace-part.ts";

/** The log of a plan's tests: as a list that can be narrowed, and as ramps. */
export async function testsLogPage(c: Request): Promise<Response> {
  const context = contextOf(c);
  const plan = await planInSight(context, c.req.param("id")!);
  const log = await testsLog(context, plan, asked(c));
  const isNarrowed = Object.keys(log.narrowed).length > 0;
  const frame = frameOf(c, plan);
  return planPage(c, frame, {
    under: "tests",
    title: `${frame.words.tests} (${log.paging.total.toLocaleString("en-GB")})`,
    wide: true,
    part: { page: log.paging.page, of: log.paging.pages },
    list: listOf({
      name: "tests",
      columns: testColumns(frame.words, log),
      rows: log.tests,
      total: log.paging.total,
    }),
    success: doneWord(c, { imported: "The tests of the file are in the log." }),
    children: (
      <>
        <LogActions frame={frame} log={log} />
        {log.paging.total === 0 && !isNarrowed ? <NoTests frame={frame} can={log.can.test} /> : null}
        {log.paging.total > 0 || isNarrowed ? <Narrow frame={frame} log={log} /> : null}
        {isNarrowed && log.paging.total === 0 ? <p>No {frame.words.test} here is like that.</p> : null}
        {log.tests.length > 0 ? <LogTable words={frame.words} log={log} /> : null}
        <PageLinks paging={log.paging} href={(page) => address(plan, { ...asked(c), page })} />
      </>
    ),
  });
}

function testColumns(words: PlanWords, { today }: TestsLog): Columns<PlanTest> {
  return {
    change: ["What was tried", (test) => test.change],
    cycle: [capital(words.cycle), (test) => test.cycle],
    idea: [capital(words.idea), (test) => test.node],
    question: ["Question", (test) => test.question],
    prediction: ["Prediction", (test) => test.prediction],
    startsOn: ["Begins on", (test) => test.startsOn],
    endsOn: ["Ends on", (test) => test.endsOn],
    howMany: ["How many", (test) => scaleWords(test)],
    state: ["State", (test) => words.states[stateOf(test, today)]],
    happened: ["What happened", (test) => test.study?.happened],
    learning: ["What was learned", (test) => test.learning],
    address: ["Address", (test) => planPath({ id: test.planId }, `/tests/${test.id}`)],
  };
}

function asked(c: Request): LogAsked {
  const read = (name: string) => (c.req.query(name) ?? "").slice(0, 40);
  return {
    state: read("state"),
    scale: read("scale"),
    node: read("node"),
    page: askedPage(c),
  };
}

function address(plan: PlanSeen, { page, ...rest }: LogShown): string {
  const given = { ...rest, page: page > 1 ? String(page) : "" };
  const query = new URLSearchParams(Object.entries(given).filter(([, value]) => value !== "")).toString();
  return planPath(plan, `/tests${query === "" ? "" : `?${query}`}`);
}

type LogShown = LogAsked & { page: number };

type LogPart = { frame: PlanFrame; log: TestsLog };

function LogActions({ frame: { plan, words }, log }: LogPart): ReactNode {
  return (
    <>
      {log.can.test && log.paging.total > 0 ? (
        <ActionLink text={`Plan ${words.aTest}`} href={planPath(plan, "/tests/new")} />
      ) : null}
      <ul className="nhsuk-list tl-inline-links">
        {log.paging.total > 0 ? (
          <li>
            <a href={planPath(plan, "/tests/ramps")}>{words.seeRamps}</a>
          </li>
        ) : null}
        {log.can.seeCoaching ? (
          <li>
            <a href={planPath(plan, "/predictions")}>{words.predictions}</a>
          </li>
        ) : null}
        {log.can.test ? (
          <li>
            <a href={planPath(plan, "/import/tests")}>{`Import a list of ${words.test}s`}</a>
          </li>
        ) : null}
        <li>
          <a href="/tests">What did others try?</a>
        </li>
      </ul>
    </>
  );
}

function Narrow({ frame: { plan, words }, log }: LogPart): ReactNode {
  const { state, scale, node } = log.narrowed;
  const now: LogShown = { state: state ?? "", scale: scale ?? "", node: node?.id ?? "", page: 1 };
  const applied: AppliedFilter[] = [
    ...(state
      ? [
          {
            group: "State",
            text: words.states[state],
            removeHref: address(plan, { ...now, state: "" }),
          },
        ]
      : []),
    ...(scale
      ? [{ group: "Scale", text: scaleLabels[scale], removeHref: address(plan, { ...now, scale: "" }) }]
      : []),
    ...(node
      ? [{ group: capital(words.idea), text: node.name, removeHref: address(plan, { ...now, node: "" }) }]
      : []),
  ];
  return (
    <FilterPanel action={planPath(plan, "/tests")} applied={applied} clearHref={planPath(plan, "/tests")}>
      <Select
        id="state"
        name="state"
        label="State"
        value={now.state}
        items={[
          { value: "", text: "All" },
          ...testStates.map((one) => ({ value: one, text: words.states[one] })),
        ]}
      />
      <Select
        id="scale"
        name="scale"
        label="Scale"
        value={now.scale}
        items={[{ value: "", text: "All" }, ...scales.map((one) => ({ value: one, text: scaleLabels[one] }))]}
      />
      {log.ideas.length > 0 ? (
        <Select
          id="node"
          name="node"
          label={capital(words.idea)}
          value={now.node}
          items={[
            { value: "", text: "All" },
            ...log.ideas.map((idea) => ({ value: idea.id, text: idea.name })),
          ]}
        />
      ) : null}
    </FilterPanel>
  );
}

function LogTable({ words, log }: { words: PlanWords; log: TestsLog }): ReactNode {
  return (
    <Table
      caption={`${words.tests}, the newest first`}
      responsive
      firstCellIsHeader
      head={["What was tried", "When", "How many", "State", "What was learned"]}
      rows={log.tests.map((test) => [
        {
          html: (
            <a
              href={`/plans/${test.planId}/tests/${test.id}`}
            >{`${capital(words.cycle)} ${test.cycle}: ${test.change}`}</a>
          ),
        },
        testDays(test),
        scaleWords(test),
        { html: <TestTag state={stateOf(test, log.today)} words={words} /> },
        test.learning || (test.study ? test.study.happened.slice(0, 160) : "Nothing yet"),
      ])}
    />
  );
}

function NoTests({ frame: { plan, words }, can }: { frame: PlanFrame; can: boolean }): ReactNode {
  return (
    <EmptyState
      heading="Nothing has been tried yet"
      {...(can && { action: { text: `Plan the first ${words.test}`, href: planPath(plan, "/tests/new") } })}
      exampleTitle="What a ramp looks like"
      example={
        <>
          <RampPicture id="example-ramp" ramp={exampleRamp} today="2016-12-01" words={words} />
          <ol className="nhsuk-list nhsuk-list--number">
            <li>With 1 patient the walking frame stood in the way of the drip, so its place was changed.</li>
            <li>On 1 night shift it worked, and staff asked for it.</li>
            <li>On the whole ward it is now tested for 2 weeks.</li>
          </ol>
        </>
      }
    >
      <p>
        {capital(words.aTest)} asks one question of one small change, and says beforehand what will happen. It
        can be as small as 1 patient on 1 afternoon.
      </p>
    </EmptyState>
  );
}

const exampleCycle = {
  planId: "",
  change: "Walking frame within reach",
  endsOn: "2016-11-01",
  studiedAt: new Date(0),
};

const exampleRamp: Parameters<typeof RampPicture>[0]["ramp"] = [
  { ...exampleCycle, id: "1", cycle: 1, scale: "one-person", startsOn: "2016-11-01", decision: "adapt" },
  { ...exampleCycle, id: "2", cycle: 2, scale: "one-shift", startsOn: "2016-11-04", decision: "expand" },
  {
    ...exampleCycle,
    id: "3",
    cycle: 3,
    scale: "one-team",
    startsOn: "2016-11-20",
    endsOn: "2016-12-04",
    studiedAt: null,
    decision: null,
  },
];

/** Each ramp as a picture by scale, with the same in words below it. */
export async function rampsPage(c: Request): Promise<Response> {
  const context = contextOf(c);
  const plan = await planInSight(context, c.req.param("id")!);
  const { ramps, paging, today, can } = await planRamps(context, plan, Number(c.req.query("page") ?? 1));
  const frame = frameOf(c, plan);
  return planPage(c, frame, {
    under: "tests",
    title: frame.words.ramps,
    wide: true,
    part: { page: paging.page, of: paging.pages },
    children: (
      <>
        <p>
          A change is tried again and again, each time with more people.{" "}
          <a href={planPath(plan, "/tests")}>See them as a list</a>
        </p>
        {ramps.length === 0 ? <NoTests frame={frame} can={can.test} /> : null}
        {ramps.map((ramp) => (
          <Ramp key={ramp[0]!.rampId} ramp={ramp} today={today} words={frame.words} />
        ))}
        <PageLinks paging={paging} href={(page) => planPath(plan, `/tests/ramps?page=${page}`)} />
      </>
    ),
  });
}

type RampProps = { ramp: readonly PlanTest[]; today: string; words: PlanWords };

function Ramp({ ramp, today, words }: RampProps): ReactNode {
  const first = ramp[0]!;
  return (
    <section aria-labelledby={`ramp-${first.rampId}-heading`}>
      <h2 id={`ramp-${first.rampId}-heading`} className="nhsuk-heading-m">
        {first.node ?? first.change}
      </h2>
      <RampPicture id={`ramp-${first.rampId}`} ramp={ramp} today={today} words={words} />
      <RampList ramp={ramp} today={today} words={words} />
    </section>
  );
}
