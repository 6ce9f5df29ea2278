import { isDomain, told, type Change } from "./setup/changes.ts";

/**
 * Tables that write their own entry, by trigger, because better-auth stands around their changes and no
 * command of ours. What each must write, row by row, derived from what a change of it means.
 */
const selfAudited: Record<string, (change: Change) => boolean> = {
  sessions: ({ op }) => op !== "UPDATE",
  users: (change) =>
    change.op !== "UPDATE" ||
    (same(change, "erased_at") && !same(change, "name", "email", "email_verified", "two_factor_enabled")),
  accounts: (change) => change.op !== "UPDATE" || !same(change, "password"),
  two_factors: ({ op }) => op !== "UPDATE",
};

const ownEntry = /^(sessions|users|accounts|two_factors)-(insert|update|delete)$/;

/**
 * What is wrong with the audit of one request: each deed has exactly one entry, a row that audits itself has
 * its own, and where nothing changed nothing is claimed.
 */
export function auditFaults(changes: readonly Change[]): string[] {
  const entries = changes.filter(({ place, op }) => place === "audit_entries" && op === "INSERT");
  const domain = changes.filter(isDomain);
  const byThemselves = domain.filter((change) => selfAudited[change.place]?.(change));
  const byDeed = domain.filter((change) => !selfAudited[change.place]?.(change));
  const deeds = entries.filter(({ after }) => !ownEntry.test(String(after?.["action"])));
  const faults: string[] = [];
  if (deeds.length > 1) faults.push(`${deeds.length} deeds in one request: ${deeds.map(action).join(", ")}`);
  if (byDeed.length > 0 && deeds.length === 0) faults.push(`no entry for ${byDeed.map(told).join("; ")}`);
  if (domain.length === 0 && deeds.length > 0)
    faults.push(`${deeds.map(action).join(", ")}, but nothing changed`);
  const ownEntries = entries.length - deeds.length;
  if (ownEntries !== byThemselves.length) {
    faults.push(
      `${byThemselves.length} rows audit themselves, with ${ownEntries} entries: ${byThemselves.map(told).join("; ")}`,
    );
  }
  return faults;
}

function action({ after }: Change): string {
  return String(after?.["action"]);
}

function same({ before, after }: Change, ...names: string[]): boolean {
  return names.every((name) => JSON.stringify(before?.[name]) === JSON.stringify(after?.[name]));
}
