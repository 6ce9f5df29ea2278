import type { Project } from "./project.ts";

/** What the nation asks for, by what a topic is about. */
const nationsOwn: Readonly<Record<string, string>> = {
  ambulance: "Urgent and emergency care",
  flow: "Urgent and emergency care",
  sepsis: "Sepsis found and treated early",
  "mental health": "Mental health on a par with physical health",
  maternity: "Safer maternity care",
  diabetes: "Fewer people harmed by diabetes",
  "familial hypercholesterolaemia": "Heart disease prevented",
  access: "A routine appointment for everybody who needs one",
};

/** The same for a project whenever the nation is made, and without a throw of the dice that others would feel. */
function lotOf({ id }: Pick<Project, "id">, lots: number): number {
  return Number.parseInt(id.slice(0, 6), 16) % lots;
}

/** The national priority that a project says it serves; most teams choose their own. */
export function nationalPriorityOf(project: Pick<Project, "id" | "topic">): string {
  const priority = project.topic.tags.map((tag) => nationsOwn[tag]).find((one) => one !== undefined);
  return priority !== undefined && lotOf(project, 3) > 0 ? priority : "";
}

const helpWanted = [
  "An hour with somebody who has drawn a control chart before",
  "A patient or carer who was here at night and would tell us what it was like",
  "Time away from the ward for 2 people, an afternoon a month",
] as const;

const goesOn: ReadonlySet<string> = new Set(["set-up", "testing", "implementing"]);

/** What a few of the teams that are at work ask for. */
export function helpWantedBy(project: Pick<Project, "id" | "stage">): string {
  const asks = goesOn.has(project.stage) && lotOf(project, 23) === 0;
  return asks ? helpWanted[lotOf(project, 23 * helpWanted.length) / 23]! : "";
}
