import type { ReactNode } from "react";
import { InsetText } from "#ui/nhs/inset-text.tsx";
import { PostButton } from "#ui/post-button.tsx";
import { planHelp, type PlanHelp } from "./queries/plan-help.ts";
import { Willing } from "./views/partners.tsx";
import { planPath } from "./views/plan-page.tsx";
import { dayInWords } from "#platform/moments.ts";
import type { PlanFrame, WorkspacePart } from "./workspace-part.ts";

/** Who can help, what the team asks for, and what was left for it. Asks twice at most. */
export const helpPart: WorkspacePart = {
  slot: "help",
  async draw(context, frame) {
    return <Help frame={frame} help={await planHelp(context, frame.plan)} />;
  },
};

function Help({ frame, help }: { frame: PlanFrame; help: PlanHelp }): ReactNode {
  const { plan } = frame;
  const { can } = help;
  return (
    <section aria-labelledby="help">
      <h2 id="help">Who can help</h2>
      {plan.helpWanted ? (
        <p className="tl-written">
          <strong>The team asks for help:</strong> {plan.helpWanted}
        </p>
      ) : null}
      <Sent frame={frame} help={help} />
      {plan.support ? (
        <InsetText>
          <p>
            <strong>{plan.support.by}, sponsor:</strong> {plan.support.text}
          </p>
        </InsetText>
      ) : null}
      <Willing people={help.coaches} />
      <ul className="nhsuk-list">
        {can.edit ? (
          <li>
            <a href={planPath(plan, "/help")}>
              {plan.helpWanted ? "Change what you ask for" : "Ask for help"}
            </a>
          </li>
        ) : null}
        {can.send ? (
          <li>
            <a href={planPath(plan, "/send-help")}>Send help: tell the team whom it could ask</a>
          </li>
        ) : null}
        {can.support ? (
          <li>
            <a href={planPath(plan, "/support")}>Say as sponsor what you will do for it</a>
          </li>
        ) : null}
        {plan.hasPartner ? null : (
          <li>
            No patient or carer partner takes part yet. <a href={planPath(plan, "/team")}>How to find one</a>
          </li>
        )}
        <li>
          <a href={plansLike(plan.topics)}>Other work on this topic</a>
        </li>
      </ul>
    </section>
  );
}

function plansLike(topics: readonly string[]): string {
  return topics[0] ? `/plans?${new URLSearchParams({ topic: topics[0] })}` : "/plans";
}

function Sent({ frame, help }: { frame: PlanFrame; help: PlanHelp }): ReactNode {
  return help.sent.map((one) => (
    <InsetText key={one.id}>
      <p className="tl-written">{one.text}</p>
      <p>
        {one.whom ? <strong>You could ask: {one.whom}. </strong> : null}
        <span className="tl-quiet">
          From {one.sender ?? "somebody who has left"}, {dayInWords(one.sentAt)}
        </span>
      </p>
      <PostButton
        action={planPath(frame.plan, `/help/${one.id}/away`)}
        text="Put it away"
        about={`the word of ${dayInWords(one.sentAt)}`}
        variant="secondary"
        small
      />
    </InsetText>
  ));
}
