import type { MadeTest, Node, Project } from "./project.ts";

export type MadeBelief = {
  project: Project;
  parent: string;
  child: string;
  belief: "doubted" | "hunch" | "some" | "strong";
  reason: string;
  tested: number;
  on: string;
};

const programme = "familial-hypercholesterolaemia";
const oneIn = 5;
/** However large the nation is. */
const mostProjects = 400;

/** How sure some teams are of their theory, before they tested it and after. */
export function* beliefsOf(projects: readonly Project[]): Generator<MadeBelief> {
  const saying = projects.filter(
    ({ topic, tests }, at) => topic.key === programme || (at % oneIn === 0 && tests.length > 0),
  );
  for (const project of saying.slice(0, mostProjects))
    for (const node of project.nodes) for (const parent of node.parents) yield* held(project, node, parent);
}

function* held(project: Project, node: Node, parent: string): Generator<MadeBelief> {
  const link = { project, parent, child: node.id };
  if (node.kind !== "idea") {
    yield {
      ...link,
      belief: "some",
      reason: "Other teams wrote that it helped them.",
      tested: 0,
      on: node.on,
    };
    return;
  }
  yield {
    ...link,
    belief: "hunch",
    reason: "Those who do the work think so. Nobody has tried it here.",
    tested: 0,
    on: node.on,
  };
  const studied = project.tests.filter((test) => test.nodeId === node.id && !test.open);
  const last = studied.at(-1);
  if (last) yield { ...link, ...learned(last, studied.length), tested: studied.length, on: last.endsOn };
}

function learned({ came, act }: MadeTest, count: number): Pick<MadeBelief, "belief" | "reason"> {
  if (act === "abandon") return { belief: "doubted", reason: "It did not do what we said it would." };
  if (came === "came-true" && count > 1)
    return { belief: "strong", reason: "It did what we said it would, and again at a larger scale." };
  return { belief: "some", reason: "It helped some of the time. We have to see it again." };
}
