import { holds, isPerson, type Actor, type Role } from "#platform/actor.ts";
import type { Workplace } from "#modules/people/index.ts";
import type { ReportSeen } from "./report.ts";

/** Sight is decided in the SQL, by the keys that open a report. */
export function maySeeReport(_actor: Actor): boolean {
  return true;
}

const writers: readonly Role[] = ["lead", "analyst", "board-member", "administrator"];

/** Whoever leads, analyses, governs or sits on the board of a body writes what its board reads. */
export function mayWriteReport(actor: Actor, place: Pick<Workplace, "organisations">): boolean {
  return isPerson(actor) && place.organisations.some((id) => writers.some((role) => holds(actor, role, id)));
}

/** Its writers, and only while it is a draft. */
export function mayEditReport(_actor: Actor, report: Pick<ReportSeen, "standing" | "frozenAt">): boolean {
  return report.standing !== null && report.frozenAt === null;
}

/** What became of a promise is said after the report was frozen, by those who wrote it. */
export function maySayWhatBecame(_actor: Actor, report: Pick<ReportSeen, "standing" | "frozenAt">): boolean {
  return report.standing !== null && report.frozenAt !== null;
}

/** How a body's measures are shown to its board is for its writers to write down, and for its people to read. */
export function maySeeInventory(actor: Actor): boolean {
  return isPerson(actor);
}

export function mayKeepInventory(actor: Actor, place: Pick<Workplace, "organisations">): boolean {
  return mayWriteReport(actor, place);
}
