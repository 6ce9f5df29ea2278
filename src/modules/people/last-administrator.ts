import { Problem } from "#platform/problem.ts";

/** A body that has an administrator keeps one: otherwise nobody could ever let anybody in again. */
export class LastAdministrator extends Problem {
  readonly bodyCode: string | undefined;
  constructor(bodyCode?: string) {
    super("The last administrator of an organisation cannot be taken away.");
    this.bodyCode = bodyCode;
  }
}

export type Standing = { bodyId: string; userId: string };

/** The first of these bodies that would be left without an administrator when this person goes. */
export function bodyLeftAlone(administrators: readonly Standing[], leaverId: string): string | undefined {
  const left = new Set(administrators.filter((one) => one.userId !== leaverId).map((one) => one.bodyId));
  return administrators.find((one) => one.userId === leaverId && !left.has(one.bodyId))?.bodyId;
}
