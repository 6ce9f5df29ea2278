import type { ReactNode } from "react";
import { beliefIn, beliefSaid } from "#ui/diagram/belief.ts";
import { VisuallyHidden } from "#ui/nhs/visually-hidden.tsx";
import type { NodeSeen } from "../diagram/diagram.ts";
import type { NodeToEdit } from "../queries/diagram-to-edit.ts";
import { nodePath } from "./plan-diagram.tsx";

export function beliefPath(planId: string, node: Pick<NodeSeen, "id">, parent: Pick<NodeSeen, "id">): string {
  return `${nodePath(planId, node)}/belief/${parent.id}`;
}

/** How sure the team is that it moves what it stands under, or the question where nobody said. */
export function beliefLink({ plan, node, can }: NodeToEdit, parent: NodeSeen): ReactNode {
  const belief = beliefIn(node, parent.id);
  if (!belief && !can.edit) return null;
  return (
    <a href={beliefPath(plan.id, node, parent)}>
      {belief ? beliefSaid(belief) : "Say how sure you are"}
      {can.edit ? <VisuallyHidden>{` that it moves ${parent.text}`}</VisuallyHidden> : null}
    </a>
  );
}

/** For whoever only reads. */
export function NodeBeliefs({ seen }: { seen: NodeToEdit }): ReactNode {
  const believed = seen.nodes.filter((one) => beliefIn(seen.node, one.id));
  if (believed.length === 0) return null;
  return (
    <ul className="nhsuk-list nhsuk-list--bullet">
      {believed.map((parent) => (
        <li key={parent.id}>
          {beliefLink(seen, parent)} that it moves “{parent.text}”
        </li>
      ))}
    </ul>
  );
}
