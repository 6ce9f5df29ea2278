import type { ReactNode } from "react";
import { EmptyState } from "#ui/empty-state.tsx";
import { PersonLine } from "#ui/person-line.tsx";
import type { PartnerNotes, WillingPerson } from "../partner.ts";
import { planPath } from "./plan-page.tsx";
import type { PlanFrame } from "../workspace-part.ts";

type PartnersProps = {
  frame: PlanFrame;
  notes: readonly PartnerNotes[];
  willing: readonly WillingPerson[];
  canInvite: boolean;
};

/** What partners need, for themselves and the lead; and where there is none, how to find one. */
export function Partners({ frame, notes, willing, canInvite }: PartnersProps): ReactNode {
  const path = planPath(frame.plan, "/team");
  if (!frame.plan.hasPartner)
    return (
      <EmptyState
        heading={`No patient or carer partner takes part in this ${frame.words.kind} yet`}
        {...(canInvite && {
          action: { text: "Invite a partner", href: `${path}/invite?as=patient-partner` },
        })}
      >
        <p>
          Somebody who lives with what you want to improve sees what nobody else sees. Ask in your next
          clinic, ask your organisation’s patient group, or print a code for the waiting room. Agree before
          how they are paid and what helps them to take part.
        </p>
        <Willing people={willing} />
      </EmptyState>
    );
  if (notes.length === 0) return null;
  return (
    <section aria-labelledby="partner-notes">
      <h2 id="partner-notes">What partners need</h2>
      <p className="tl-quiet">Only the partner and the lead can read this.</p>
      {notes.map((one) => (
        <dl key={one.userId} className="tl-plan-aim__parts">
          <div>
            <dt>{one.name}: what helps to take part</dt>
            <dd className="tl-written">{one.accessNeeds || "Not said yet"}</dd>
          </div>
          <div>
            <dt>Payment and expenses</dt>
            <dd className="tl-written">{one.payment || "Not said yet"}</dd>
          </div>
        </dl>
      ))}
      {frame.plan.standing === "patient-partner" ? <a href={`${path}/notes`}>Change what you need</a> : null}
    </section>
  );
}

export function Willing({ people }: { people: readonly WillingPerson[] }): ReactNode {
  if (people.length === 0) return null;
  return (
    <>
      <p>These people near you say that they are willing to help:</p>
      <ul className="tl-people">
        {people.map((one) => (
          <li key={one.id}>
            <PersonLine
              name={one.name}
              href={`/people/${one.id}`}
              job={one.helpsWith.join(", ")}
              place={one.bodyName}
            />
          </li>
        ))}
      </ul>
    </>
  );
}
