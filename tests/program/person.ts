import { randomUUID } from "node:crypto";
import { Browse, type Visit } from "../setup/browse.ts";

export const trust = "AT-22-01";

/** Organisations of the demonstration nation that may have teams, each with an audit of its own. */
export const organisations = [trust, "GP-22-001", "AT-22-01-01", ...systems(20, 29)] as const;

function systems(first: number, last: number): string[] {
  return Array.from({ length: last - first + 1 }, (_, index) => `LS-${first + index}`);
}

/** Steps in as one of the demonstration's people. */
export async function become(url: string, persona = "10-administrator"): Promise<Browse> {
  const browse = new Browse(url);
  const answer = await browse.post("/demonstration/become", { persona, _key: randomUUID() });
  if (answer.status !== 303) throw new Error(`Could not step in as ${persona}: ${answer.status}`);
  return browse;
}

export type TeamForm = Record<"name" | "kind" | "purpose" | "_key", string>;

export function teamForm(name = `Team ${randomUUID()}`): TeamForm {
  return { name, kind: "team", purpose: "", _key: randomUUID() };
}

/** Where the new team stands, once it is acknowledged. */
export function teamAdded({ status, location }: Visit): string | undefined {
  return status === 303 ? /^\/bodies\/(TEAM-\d+)\?done=added$/.exec(location ?? "")?.[1] : undefined;
}
