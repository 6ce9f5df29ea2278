import type { ReactNode } from "react";
import { isPerson } from "#platform/actor.ts";
import { inWords, isoDayInWords } from "#platform/moments.ts";
import { Button } from "#ui/nhs/button.tsx";
import { InsetText } from "#ui/nhs/inset-text.tsx";
import { contextOf, type Request } from "#web/env.ts";
import { savedDraft } from "#web/saved-draft.ts";
import { doneWord } from "#web/done-word.ts";
import type { PlanSeen } from "../plan.ts";
import type { PlanWords } from "../plan-words.ts";
import type { PlanTest } from "../plan-test.ts";
import { planInSight } from "../queries/plan-in-sight.ts";
import { testPage, type TestPage } from "../queries/test-page.ts";
import { CoachPanel } from "../views/coach-panel.tsx";
import { capital, frameOf, planPage, planPath } from "../views/plan-page.tsx";
import { RampList, RampPicture } from "../views/ramp-picture.tsx";
import { TestPlanFacts, TestStudyFacts } from "../views/test-facts.tsx";
import { TestTag } from "../views/test-tag.tsx";
import type { PlanFrame } from "../workspace-part.ts";

const doneWords = ({ test, states, nextCycle, theStudy }: PlanWords) => ({
  planned: `The ${test} is planned.`,
  changed: `The ${test} is changed.`,
  studied: `${capital(theStudy)} is saved. Now decide what to do with it.`,
  noted: "Your note is saved.",
  adopt: `${states.adopt}. Make it the way things are done, and keep watching the numbers.`,
  adapt: `${states.adapt}. ${capital(nextCycle)} is planned.`,
  expand: `${states.expand}. ${capital(nextCycle)} is planned.`,
  abandon:
    "Abandoned, and that is a success of the log: whoever can see this plan now knows what you learned and need not try it.",
});

export async function testPageHandler(c: Request): Promise<Response> {
  const context = contextOf(c);
  const plan = await planInSight(context, c.req.param("id")!);
  const page = await testPage(context, plan, c.req.param("test")!);
  const { test } = page;
  const frame = frameOf(c, plan);
  const { words } = frame;
  return planPage(c, frame, {
    under: "tests",
    title: `${capital(words.cycle)} ${test.cycle}: ${test.change}`.slice(0, 65),
    wide: true,
    success: doneWord(c, doneWords(words)),
    ...savedDraft(c, c.req.query("done") === "planned" ? `test-new:${plan.id}` : `test:${test.id}`),
    children: (
      <div className="nhsuk-grid-row">
        <div className="nhsuk-grid-column-two-thirds">
          <p>
            <TestTag state={page.state} words={words} />
          </p>
          <NextStep plan={plan} page={page} words={words} />
          {c.req.query("from") === "card" && !page.can.change ? (
            <FromCard plan={plan} isSignedIn={isPerson(context.actor)} card={`/t/${test.token}`} />
          ) : null}
          <h2 className="nhsuk-heading-m">{words.plan}</h2>
          {test.change.length > 55 ? <p>{test.change}</p> : null}
          <TestPlanFacts test={test} />
          <Notes frame={frame} page={page} />
          <Studied test={test} words={words} />
          <Decided test={test} words={words} />
          <Ways plan={plan} page={page} words={words} />
        </div>
        <div className="nhsuk-grid-column-one-third">
          <CoachPanel advice={page.advice} />
          <h2 className="nhsuk-heading-m">{frame.isPlain ? "How it grew" : "Its ramp"}</h2>
          <RampList ramp={page.ramp} today={page.today} words={words} />
        </div>
        <div className="nhsuk-grid-column-full">
          <RampPicture id="ramp" ramp={page.ramp} today={page.today} words={words} />
        </div>
      </div>
    ),
  });
}

type PartProps = { plan: PlanSeen; page: TestPage; words: PlanWords };

/** One button for what comes next; what is not next is among the links below. */
function NextStep({ plan, page, words }: PartProps): ReactNode {
  if (!page.can.change) return null;
  const { test, state, ramp } = page;
  const here = `/tests/${test.id}`;
  const goesOn = (state === "adapt" || state === "expand") && ramp.at(-1)!.id === test.id;
  const steps: Partial<Record<typeof state, [text: string, path: string]>> = {
    running: ["Note what you see", `${here}/note`],
    "to-study": [`${words.doStudy} this ${words.test}`, `${here}/study`],
    "to-decide": ["Decide what to do", `${here}/act`],
    ...(goesOn && { [state]: [`Plan ${words.nextCycle}`, `/tests/new?follows=${test.id}`] }),
  };
  const step = steps[state];
  return step ? <Button text={step[0]} href={planPath(plan, step[1])} /> : null;
}

/** Somebody scanned the printed card and is not of its team, or not signed in as one of them. */
function FromCard({
  plan,
  isSignedIn,
  card,
}: {
  plan: PlanSeen;
  isSignedIn: boolean;
  card: string;
}): ReactNode {
  return (
    <InsetText>
      <p>
        The people in the <a href={planPath(plan, "/team")}>team</a> of this plan write its notes.{" "}
        {isSignedIn ? (
          "If you saw something that they should know, talk about it with them below."
        ) : (
          <>
            If you are one of them, <a href={`/sign-in?next=${encodeURIComponent(card)}`}>sign in</a> to add
            one.
          </>
        )}
      </p>
    </InsetText>
  );
}

function Notes({
  frame: { plan, words },
  page: { test, notes, can, state },
}: {
  frame: PlanFrame;
  page: TestPage;
}): ReactNode {
  if (notes.length === 0 && state === "planned") return null;
  return (
    <>
      <h2 className="nhsuk-heading-m">{words.do}</h2>
      {notes.length === 0 ? <p>Nothing was noted while it ran.</p> : null}
      <ul className="tl-notes">
        {notes.map((note) => (
          <li key={note.id}>
            <p className="tl-lines">{note.text}</p>
            {note.fileId ? (
              <p>
                <a href={planPath(plan, `/files/${note.fileId}`)}>Picture with this note</a>
              </p>
            ) : null}
            <p className="tl-quiet">
              {note.writer ?? "Somebody who has left"}, {inWords(note.writtenAt)}
            </p>
          </li>
        ))}
      </ul>
      {can.change ? (
        <p>
          <a href={planPath(plan, `/tests/${test.id}/note`)}>Add a note</a>
        </p>
      ) : null}
    </>
  );
}

type Step = { test: PlanTest; words: PlanWords };

function Studied({ test, words }: Step): ReactNode {
  if (!test.study) return null;
  return (
    <>
      <h2 className="nhsuk-heading-m">{words.study}</h2>
      <TestStudyFacts test={test} />
      <p className="tl-quiet">
        {test.studiedBy?.name ?? "Somebody who has left"}, {inWords(test.studiedAt!)}
      </p>
    </>
  );
}

function Decided({ test, words }: Step): ReactNode {
  if (!test.decision) return null;
  return (
    <>
      <h2 className="nhsuk-heading-m">{words.act}</h2>
      <p>
        <strong>{words.states[test.decision]}</strong>
      </p>
      {test.learning ? (
        <InsetText>
          <p className="tl-lines">{test.learning}</p>
        </InsetText>
      ) : null}
      <p className="tl-quiet">
        {test.decidedBy?.name ?? "Somebody who has left"}, {inWords(test.decidedAt!)}
      </p>
    </>
  );
}

function Ways({ plan, page: { test, can, isEarly }, words }: PartProps): ReactNode {
  const here = planPath(plan, `/tests/${test.id}`);
  return (
    <ul className="nhsuk-list tl-inline-links">
      {can.change ? (
        <>
          <li>
            <a href={`${here}/edit`}>Change what was planned</a>
          </li>
          <li>
            <a href={`${here}/study`}>
              {test.study
                ? `Change ${words.theStudy}`
                : isEarly
                  ? `${words.doStudy} it before ${isoDayInWords(test.endsOn)}`
                  : `${words.doStudy} it`}
            </a>
          </li>
          {test.study ? (
            <li>
              <a href={`${here}/act`}>{test.decision ? "Change the decision" : "Decide"}</a>
            </li>
          ) : null}
        </>
      ) : null}
      <li>
        <a href={`${here}/card`}>Print a card</a>
      </li>
      <li>
        <a href={planPath(plan, `/discussion?about=test&on=${test.id}`)}>Talk about this {words.test}</a>
      </li>
    </ul>
  );
}
