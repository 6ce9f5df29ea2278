import { dice } from "../dice.ts";
import { copyRows, type Columns } from "../copy-rows.ts";
import { counted } from "../counted.ts";
import type { Part } from "../part.ts";
import { seed } from "../scale.ts";
import { workOut } from "../work-out.ts";
import { addDays, at } from "./days.ts";
import { makeProjects } from "./make-projects.ts";
import type { MadeTest, Project } from "./project.ts";
import { decisionsOf, talkOf, tasksOf, type Decision, type Talk, type Task } from "./talk.ts";

type Tested = { project: Project; test: MadeTest };

const letters = "0123456789abcdefghjkmnpqrstvwxyz";

/** The short word on a printed card: always the same for the same test. */
function tokenOf({ id }: MadeTest): string {
  const chance = dice(`${seed}:card:${id}`);
  return Array.from({ length: 10 }, () => chance.pick([...letters])).join("");
}

const scales = ["one-person", "few-people", "one-shift", "one-team"] as const;

/** The outcome measure of the project; a test of an idea below a driver with a measure of its own shows on that. */
function seriesOf({ project, test }: Tested): string | undefined {
  const idea = project.nodes.find((node) => node.id === test.nodeId);
  const above = new Set(
    project.nodes.filter((node) => idea?.parents.includes(node.id)).flatMap((node) => node.parents),
  );
  const own = project.series.find((series) => series.nodeId !== null && above.has(series.nodeId));
  return (own ?? project.series[0])?.id;
}

const happenedWords = {
  "came-true": "It went as we had thought.",
  partly: "Some of it went as we had thought.",
  no: "It did not go as we had thought.",
};

const testColumns: Columns<Tested> = {
  id: ({ test }) => test.id,
  plan_id: ({ project }) => project.id,
  node_id: ({ test }) => test.nodeId,
  token: ({ test }) => tokenOf(test),
  ramp_id: ({ project, test }) => rampOf(project, test).id,
  cycle: ({ test }) => test.cycle,
  follows: ({ test }) => test.previousId,
  change: ({ test }) => test.idea.text,
  question: ({ test }) => test.idea.question,
  prediction: ({ test }) => test.idea.prediction,
  predicted_at: ({ test }) => at(addDays(test.startsOn, -1), 15),
  will_measure: () => "Counted on the day, on a sheet of paper",
  series_id: seriesOf,
  starts_on: ({ test }) => test.startsOn,
  ends_on: ({ test }) => test.endsOn,
  place: ({ project }) => project.place.name,
  scale: ({ test }) => scales[test.cycle - 1],
  how_many: ({ test }) => [1, 5, 12, 40][test.cycle - 1],
  who: ({ test }) => test.who.name,
  happened: ({ test }) => (test.open ? "" : `${happenedWords[test.came]} ${test.idea.surprise}.`),
  outcome: ({ test }) => (test.open ? undefined : test.came),
  surprises: ({ test }) => (test.open ? "" : test.idea.surprise),
  studied_at: ({ test }) => (test.open ? undefined : at(addDays(test.endsOn, 1), 11)),
  studied_by: ({ test }) => (test.open ? undefined : test.who.id),
  decision: ({ test }) => (test.open ? undefined : test.act),
  learning: ({ test }) =>
    !test.open && test.act === "abandon"
      ? `${test.idea.surprise}. We would not try it in this way again.`
      : "",
  decided_at: ({ test }) => (test.open ? undefined : at(addDays(test.endsOn, 1), 12)),
  decided_by: ({ test }) => (test.open ? undefined : test.who.id),
  created_by: ({ test }) => test.who.id,
  created_at: ({ test }) => at(addDays(test.startsOn, -2), 15),
};

/** A test that moved the outcome stands on the chart of it too, and not only on that of its own driver. */
function annotationsOf(tested: Tested): (Tested & { seriesId: string })[] {
  const { project, test } = tested;
  const moved = project.provenBy.includes(test) ? project.series[0]?.id : undefined;
  const ids = new Set([seriesOf(tested), moved].filter((id) => id !== undefined));
  return [...ids].map((seriesId) => ({ ...tested, seriesId }));
}

function rampOf(project: Project, test: MadeTest): MadeTest {
  return project.tests.find((one) => one.nodeId === test.nodeId && one.cycle === 1)!;
}

/** What stands on a chart at the day of a test, as the plans module writes it. */
const annotationColumns: Columns<Tested & { seriesId: string }> = {
  series_id: ({ seriesId }) => seriesId,
  on_date: ({ test }) => test.startsOn,
  label: ({ test }) =>
    `Test ${test.cycle}: ${test.idea.text}${test.open ? "" : ` (${test.act})`}`.slice(0, 200),
  href: ({ project, test }) => `/plans/${project.id}/tests/${test.id}`,
  source: ({ test }) => `test:${test.id}`,
  decision: ({ test }) => (test.open ? undefined : test.act),
  written_by: ({ test }) => test.who.id,
  written_at: ({ test }) => at(addDays(test.startsOn, -2), 15),
};

const taskColumns: Columns<Task> = {
  id: ({ id }) => id,
  plan_id: ({ project }) => project.id,
  text: ({ text }) => text,
  owner_id: ({ owner }) => owner.id,
  due_on: ({ dueOn }) => dueOn,
  done_at: ({ doneOn }) => (doneOn ? at(doneOn, 16) : undefined),
  done_by: ({ doneOn, owner }) => (doneOn ? owner.id : undefined),
  created_by: ({ project }) => project.team[0]!.person.id,
  created_at: ({ on }) => at(on, 14),
};

const decisionColumns: Columns<Decision> = {
  id: ({ id }) => id,
  plan_id: ({ project }) => project.id,
  what: ({ what }) => what,
  why: ({ why }) => why,
  decided_by: () => "The team",
  decided_on: ({ on }) => on,
  written_by: ({ project }) => project.team[0]!.person.id,
  written_at: ({ on }) => at(on, 15),
};

const talkColumns: Columns<Talk> = {
  id: ({ id }) => id,
  plan_id: ({ project }) => project.id,
  about: ({ aboutNode }) => (aboutNode ? "node" : "plan"),
  about_id: ({ project, aboutNode }) => aboutNode ?? project.id,
  thread_id: ({ threadId }) => threadId,
  text: ({ text }) => text,
  written_by: ({ writer }) => writer.id,
  written_at: ({ on }) => at(on, 17),
};

const followerColumns: Columns<{ project: Project; userId: string }> = {
  plan_id: ({ project }) => project.id,
  user_id: ({ userId }) => userId,
  since: ({ project }) => at(project.startedOn),
};

/** What teams did and said in their projects: tests in ramps, tasks, decisions and talk. All of it invented. */
export const testsPart: Part = {
  name: "tests",
  tables: ["tests", "annotations", "tasks", "plan_decisions", "comments", "plan_followers"],
  async load(client, _scale, nation, report) {
    const projects = [...makeProjects(nation, nation.today)];
    const tested = projects.flatMap((project) => project.tests.map((test) => ({ project, test })));
    report(counted("Tests of change", await copyRows(client, "tests", testColumns, tested)));
    await workOut(client, { table: "tests", trigger: "tests_prepare", touching: "change" });
    await client.query("SELECT keep_all_words()");
    await copyRows(client, "annotations", annotationColumns, tested.flatMap(annotationsOf));
    await copyRows(client, "tasks", taskColumns, projects.flatMap(tasksOf));
    await copyRows(client, "plan_decisions", decisionColumns, projects.flatMap(decisionsOf));
    report(counted("Remarks", await copyRows(client, "comments", talkColumns, projects.flatMap(talkOf))));
    await copyRows(
      client,
      "plan_followers",
      followerColumns,
      projects.flatMap((project) => project.team.map(({ person }) => ({ project, userId: person.id }))),
    );
  },
};
