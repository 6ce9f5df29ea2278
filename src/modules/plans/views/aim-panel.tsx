import type { ReactNode } from "react";
import { longDate } from "#ui/long-date.ts";
import { aimQuestions, howMuch, missingIn } from "../aim-rules.ts";
import { planPath } from "./plan-page.tsx";
import type { PlanFrame } from "../workspace-part.ts";

/** The aim in large words, with its parts below and what is missing in them. */
export function AimPanel({ frame, canEdit }: { frame: PlanFrame; canEdit: boolean }): ReactNode {
  const { plan, words } = frame;
  const { aim } = plan;
  const missing = missingIn(aim);
  return (
    <section className="tl-plan-aim" aria-labelledby="aim">
      <h2 id="aim">{words.aim}</h2>
      <p className="tl-plan-aim__text">{aim.text || aim.what || plan.sentence || plan.title}</p>
      {plan.sentence && plan.sentence !== aim.text ? <p className="tl-quiet">{plan.sentence}</p> : null}
      <dl className="tl-plan-aim__parts">
        <Part name="How much" text={howMuch(aim)} />
        <Part name="By when" text={aim.by ? longDate(aim.by) : ""} />
        <Part name="For whom" text={aim.forWhom} />
      </dl>
      {canEdit && missing.length > 0 ? (
        <p className="tl-quiet">
          Still open: {missing.map((part) => aimQuestions[part].name.toLowerCase()).join(", ")}.
        </p>
      ) : null}
      {canEdit ? <a href={planPath(plan, "/edit")}>Change the aim</a> : null}
    </section>
  );
}

function Part({ name, text }: { name: string; text: string }): ReactNode {
  if (text === "") return null;
  return (
    <div>
      <dt>{name}</dt>
      <dd>{text}</dd>
    </div>
  );
}
