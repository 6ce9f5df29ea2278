import type { ReactNode } from "react";
import { Tag } from "#ui/nhs/tag.tsx";
import { longDate } from "#ui/long-date.ts";
import { stageLabels } from "../plan.ts";
import type { PlanLine } from "../plan-line.ts";
import { planKindRules } from "../plan-kinds.ts";
import { dayInWords } from "#platform/moments.ts";

type RowsProps = {
  rows: readonly PlanLine[];
  label: string;
  /** Something that a list says of each, such as why it is stuck. */
  note?: (line: PlanLine) => ReactNode;
};

/** Plans in a list: what, where, how far, and what is known of each in a line. */
export function PlanRows({ rows, label, note }: RowsProps): ReactNode {
  return (
    <ul className="tl-plans" aria-label={label}>
      {rows.map((line) => (
        <li key={line.id} className="tl-plans__plan">
          <h3 className="nhsuk-heading-s">
            <a href={`/plans/${line.id}`}>{line.title}</a>
          </h3>
          <p className="tl-plans__facts">
            <Tag text={stageLabels[line.stage]} colour={line.stage === "stopped" ? "grey" : "blue"} />{" "}
            {line.kind === "project" ? null : <>{planKindRules[line.kind].label} at </>}
            <a href={`/bodies/${line.bodyCode}`}>{line.bodyName}</a>
          </p>
          {line.aim && line.aim !== line.title ? <p>{line.aim}</p> : null}
          <Facts line={line} />
          {note?.(line)}
        </li>
      ))}
    </ul>
  );
}

function Facts({ line }: { line: PlanLine }): ReactNode {
  const facts = [
    line.improvingSince ? `Getting better since ${longDate(line.improvingSince)}` : "",
    line.hasPartner ? "With a patient or carer partner" : "",
    line.learned && (line.stage === "stopped" || line.stage === "closed")
      ? `Learned: ${line.learned.replace(/\.+$/, "")}`
      : "",
    `Last change ${dayInWords(line.lastEditAt)}`,
  ].filter((fact) => fact !== "");
  return <p className="tl-quiet">{facts.join(". ")}.</p>;
}
