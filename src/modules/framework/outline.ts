import { responsibleWords } from "./owners.ts";
import type { Pack } from "./pack/pack.ts";
import { dueDate } from "./due-date.ts";

/** The whole framework as indented text: aim, conditions, drivers, actions, detailed actions. */
export function frameworkOutline(pack: Pack): string {
  const lines = [pack.framework.title, "", pack.framework.aim];
  for (const condition of pack.conditions) {
    lines.push(`  ${condition.id}. ${condition.title}`);
    for (const driver of pack.drivers.filter((one) => one.condition === condition.id))
      lines.push(`    ${driver.title}${driver.reconstructed ? " (reconstructed)" : ""}`);
    for (const action of pack.actions.filter((one) => one.condition === condition.id)) {
      lines.push(`    Action ${action.id}: ${action.title}`);
      for (const detail of action.details)
        lines.push(
          `      ${detail.id} ${detail.title} (${responsibleWords(detail.responsible, pack.bodies)}; by ${dueDate(detail, pack)})`,
        );
    }
  }
  return `${lines.join("\n")}\n`;
}
