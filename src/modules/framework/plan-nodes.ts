import type { Content } from "./content.ts";
import { keyOf } from "./item.ts";

/** A framework as a plan: aim, primary drivers, secondary drivers and actions, each under its item's key. */
export type PlanNode = {
  reference: string;
  kind: "aim" | "primary" | "secondary" | "idea";
  text: string;
  note: string;
  parents: readonly string[];
};

const aim = "aim";

export function planNodesOf({ pack }: Pick<Content, "pack">): PlanNode[] {
  const { framework, conditions, drivers, actions } = pack;
  const known = new Set(drivers.map(({ id }) => id));
  return [
    { reference: aim, kind: "aim", text: framework.aim, note: "", parents: [] },
    ...conditions.map(({ id, title, text }): PlanNode => ({
      reference: keyOf("condition", id),
      kind: "primary",
      text: title,
      note: text,
      parents: [aim],
    })),
    ...drivers.map(({ id, title, text, under, condition, reconstructed }): PlanNode => ({
      reference: keyOf("driver", id),
      kind: "secondary",
      text: title,
      note: reconstructed ? `${text} (Reconstructed from the prose.)` : text,
      parents: [under ? keyOf("driver", under) : keyOf("condition", condition)],
    })),
    ...actions.map((action): PlanNode => {
      const under = action.drivers.filter((id) => known.has(id)).map((id) => keyOf("driver", id));
      return {
        reference: keyOf("action", action.id),
        kind: "idea",
        text: `${action.id}. ${action.title}`,
        note: action.text,
        parents: under.length === 0 ? [keyOf("condition", action.condition)] : under,
      };
    }),
  ];
}
