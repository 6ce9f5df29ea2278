import type pg from "pg";
import { verdictFor, type DefinitionText } from "#modules/measures/index.ts";
import { copyRows, type Columns } from "../copy-rows.ts";
import { counted } from "../counted.ts";
import { dice, idFrom } from "../dice.ts";
import type { Nation } from "../nation.ts";
import type { Part } from "../part.ts";
import { seed } from "../scale.ts";
import { workOut } from "../work-out.ts";
import { addDays, at } from "./days.ts";
import { aimSentence } from "./make-project.ts";
import { trackedMeasures } from "./tracked-measures.ts";
import { cancerPlaces, cancerSeries } from "./cancer-levels.ts";
import { askedSeries, boardGroups, boardSeries, boardsTrust, leadAt } from "./board-measures.ts";
import { beliefsOf, type MadeBelief } from "./make-beliefs.ts";
import { knownParts } from "./known-splits.ts";
import { makePoints, type MadePoint } from "./make-points.ts";
import { helpWantedBy, nationalPriorityOf } from "./what-it-serves.ts";
import { makeProjects } from "./make-projects.ts";
import type { MadeSeries, Node, Project, Teammate } from "./project.ts";
import { copySeries, seriesTables, type DefinitionRow, type SeriesRow, type View } from "./series-rows.ts";
import type { TopicMeasure } from "./topic.ts";

type Made = { project: Project; series: MadeSeries };

type Attached = { planId: string; seriesId: string; nodeId: string | null; by: string; on: string };

/** What the board looks at and this work is to move: the same series, collected once and shown in both. */
const boardsOwn: Record<string, string> = {
  "four-hours": "discharge-before-noon-of-the-trust",
  "board-length": "discharge-before-noon-of-the-trust",
  "eighteen-weeks": "theatre-starts-of-the-trust",
  engagement: "day-of-the-trust",
  "board-sickness": "day-of-the-trust",
  "board-falls": "falls-of-the-ward-sister",
  "board-ulcers": "skin-of-the-ward-sister",
};

const leadOf = ({ team }: Project): string => team[0]!.person.id;

const groupColumns: Columns<{ id: string }> = { id: ({ id }) => id };

type Joined = Teammate & { project: Project };

const memberColumns: Columns<Joined> = {
  group_id: ({ project }) => project.id,
  user_id: ({ person }) => person.id,
  role: ({ role }) => role,
  started_at: ({ project, role }) => at(addDays(project.startedOn, role === "lead" ? 0 : 6)),
  added_by: ({ project }) => leadOf(project),
};

const planColumns: Columns<Project> = {
  id: (project) => project.id,
  kind: (project) => project.kind,
  title: (project) => project.title,
  sentence: (project) => project.topic.sentence,
  aim: (project) => aimSentence(project.topic),
  aim_what: (project) => project.topic.aim.what,
  aim_from: (project) => project.topic.aim.from,
  aim_to: (project) => project.topic.aim.to,
  aim_unit: (project) => project.topic.aim.unit,
  aim_by: (project) => addDays(project.startedOn, 365),
  aim_for: (project) => project.topic.aim.forWhom,
  topics: (project) => project.topic.tags,
  method: (project) => project.topic.method,
  stage: (project) => project.stage,
  local_priority: ({ chance, topic }) => (chance.chance(0.6) ? topic.tags[0] : ""),
  national_priority: nationalPriorityOf,
  help_wanted: helpWantedBy,
  help_wanted_at: (project) => (helpWantedBy(project) === "" ? undefined : at(project.lastOn)),
  visibility: (project) => project.visibility,
  body_id: (project) => project.place.id,
  body_ids: (project) => project.bodies.map((body) => body.id),
  sustained_by: (project) =>
    ["sustaining", "closed"].includes(project.stage) ? project.team.at(-1)!.person.id : undefined,
  learned: (project) => project.learned,
  aim_met: ({ chance, effect, stage }) => {
    if (stage === "stopped") return "no";
    if (stage !== "closed") return undefined;
    return effect === "full" && chance.chance(0.7) ? "yes" : "partly";
  },
  own_score: ({ chance, stage }) => (stage === "idea" ? undefined : chance.between(2, 8) / 2),
  has_partner: (project) => project.team.some(({ role }) => role === "patient-partner"),
  last_edit_at: (project) => at(project.lastOn),
  last_test_at: ({ tests }) =>
    tests.length > 0
      ? at(
          tests
            .map((test) => test.startsOn)
            .sort()
            .at(-1)!,
        )
      : undefined,
  last_data_at: ({ series, lastOn }) => (series.length > 0 ? at(lastOn) : undefined),
  created_by: leadOf,
  created_at: (project) => at(project.startedOn, 9),
  stage_since: (project) => at(project.stages.at(-1)!.on, 9),
};

type Staged = { project: Project; stage: string; on: string };

const stageColumns: Columns<Staged> = {
  plan_id: ({ project }) => project.id,
  stage: ({ stage }) => stage,
  since: ({ on }) => at(on, 9),
  reason: ({ project, stage }) => (stage === "stopped" ? project.learned : ""),
  set_by: ({ project }) => leadOf(project),
};

const visibilityColumns: Columns<Project> = {
  plan_id: (project) => project.id,
  visibility: (project) => project.visibility,
  since: (project) => at(project.startedOn, 9),
  set_by: leadOf,
};

const nodeColumns: Columns<{ project: Project; node: Node }> = {
  id: ({ node }) => node.id,
  plan_id: ({ project }) => project.id,
  kind: ({ node }) => node.kind,
  text: ({ node }) => node.text,
  written_by: ({ project }) => leadOf(project),
  written_at: ({ node }) => at(node.on, 11),
};

type Link = { project: Project; parent: string; child: string; position: number };

const linkColumns: Columns<Link> = {
  plan_id: ({ project }) => project.id,
  parent_id: ({ parent }) => parent,
  child_id: ({ child }) => child,
  position: ({ position }) => position,
};

const beliefColumns: Columns<MadeBelief> = {
  plan_id: ({ project }) => project.id,
  parent_id: ({ parent }) => parent,
  child_id: ({ child }) => child,
  belief: ({ belief }) => belief,
  reason: ({ reason }) => reason,
  tested: ({ tested }) => tested,
  held_by: ({ project }) => leadOf(project),
  held_at: ({ on }) => at(on, 15),
};

const attachedColumns: Columns<Attached> = {
  plan_id: ({ planId }) => planId,
  series_id: ({ seriesId }) => seriesId,
  node_id: ({ nodeId }) => nodeId,
  attached_by: ({ by }) => by,
  attached_at: ({ on }) => at(on, 13),
};

function* attachments(projects: readonly Project[]): Generator<Attached> {
  for (const project of projects) {
    const known = { planId: project.id, by: leadOf(project), on: project.startedOn };
    for (const { id: seriesId, nodeId } of project.series) yield { ...known, seriesId, nodeId };
    for (const [measure, plot] of Object.entries(boardsOwn))
      if (project.id === idFrom(`plan:${plot}`))
        yield { ...known, seriesId: idFrom(`series:${measure}:${boardsTrust}`), nodeId: null };
  }
}

/** The projects of the nation, each with its team, its diagram, its measures and their numbers: all invented. */
export const improvementPart: Part = {
  name: "improvement",
  tables: [
    "groups",
    "group_members",
    "plans",
    "plan_stages",
    "plan_visibilities",
    "plan_nodes",
    "node_links",
    "link_beliefs",
    ...seriesTables,
    "plan_series",
  ],
  async load(client, _scale, nation, report) {
    const projects = [...makeProjects(nation, nation.today)];
    const boards = boardGroups(nation, [...cancerPlaces, ...systemsOf(nation)]);
    await copyRows(client, "groups", groupColumns, [
      ...projects,
      ...[...boards.values()].map((id) => ({ id })),
    ]);
    await copyRows(client, "group_members", memberColumns, joined(projects));
    await copyRows(client, "group_members", keeperColumns, keepers(nation, boards));
    report(counted("Projects", await copyRows(client, "plans", planColumns, projects)));
    await copyRows(client, "plan_stages", stageColumns, staged(projects));
    await copyRows(client, "plan_visibilities", visibilityColumns, projects);
    await copyRows(client, "plan_nodes", nodeColumns, nodesOf(projects));
    await copyRows(client, "node_links", linkColumns, linksOf(projects));
    await copyRows(client, "link_beliefs", beliefColumns, beliefsOf(projects));
    const made = projects.flatMap((project) => project.series.map((series) => ({ project, series })));
    const rows = [
      ...made.map((one) => rowOf(one, nation)),
      ...boardSeries(nation, boards),
      ...cancerSeries(nation, boards),
      ...askedSeries(trackedMeasures, nation, boards),
    ];
    const parts = knownParts(
      rows,
      made.map((one) => one.series),
    );
    const { series, points } = await copySeries(client, [...rows, ...parts]);
    report(counted("Measures", series));
    report(counted("Numbers", points));
    await copyRows(client, "plan_series", attachedColumns, attachments(projects));
    await letTriggersWork(client);
  },
};

const systemsOf = ({ bodies }: Nation): string[] =>
  bodies.filter(({ kind }) => kind === "local-system").map(({ code }) => code);

/** What the triggers work out from the rows: who sees them, and what a search reads. */
async function letTriggersWork(client: pg.ClientBase): Promise<void> {
  await workOut(client, { table: "plans", trigger: "plans_prepare", touching: "opened_by" });
  await workOut(client, { table: "series", trigger: "series_prepare", touching: "opened_by" });
  await client.query("SELECT plans_know_measures(ARRAY(SELECT id FROM plans))");
  await client.query(
    "SELECT plans_know_team(ARRAY(SELECT id FROM plans)), plans_know_measures(ARRAY(SELECT id FROM plans))",
  );
}

function rowOf({ project, series }: Made, nation: Nation): SeriesRow {
  const { id, measure, place = project.place } = series;
  const by = leadOf(project);
  const definition = series.place ? `${project.id}:each` : id;
  const text = definitionOf(measure, project);
  const view = viewOf(series, project);
  return {
    id,
    definition: {
      id: idFrom(`definition:${definition}`),
      text,
      body: project.place,
      shared: false,
      by,
      on: project.startedOn,
      ...(measure.kind !== "balancing" && { madeFrom: sharedOf(measure, project, nation) }),
    },
    body: place,
    groupId: project.id,
    visibility: project.visibility,
    collector: project.team.at(isTeams(measure, project) ? 1 : 0)!.person.id,
    view,
    points:
      project.provenBy.length > 0 && measure === project.topic.measures[0]
        ? shownPoints(series, text, view)
        : makePoints(series, dice(`${seed}:points:${id}`)),
    by,
    on: project.startedOn,
    lastOn: project.lastOn,
  };
}

const mostCourses = 200;

/** Of the courses that chance might have given, the first on which the chart sees what was done soon after it. */
function shownPoints(series: MadeSeries, text: DefinitionText, view: View): MadePoint[] {
  const [from, until] = [addDays(series.changesOn!, -31), addDays(series.changesOn!, 31)];
  const course = (number: number): MadePoint[] =>
    makePoints(series, dice(`${seed}:points:${series.id}:${number}`));
  // A whole line of points on one side is what anybody sees at once.
  const isSeen = (points: MadePoint[]): boolean => {
    const { variation, signalFrom, sentence } = verdictFor(
      text,
      points as Parameters<typeof verdictFor>[1],
      view,
    );
    const isShift = variation === "improving" && sentence.includes("on one side");
    return isShift && signalFrom !== null && signalFrom >= from && signalFrom <= until;
  };
  for (let number = 0; number < mostCourses; number += 1) {
    const points = course(number);
    if (isSeen(points)) return points;
  }
  return course(0);
}

/** What many teams measure is written once, for all to take. */
function sharedOf(measure: TopicMeasure, project: Project, nation: Nation): DefinitionRow {
  return {
    id: idFrom(`definition:shared:${project.topic.key}:${measure.name}`),
    text: { ...definitionOf(measure, project), collector: "A member of the team" },
    body: nation.body("NB-NHSI"),
    shared: true,
    by: undefined,
    on: addDays(nation.today, -2_000),
  };
}

/** Whoever leads counts what the work does, and somebody of the team what comes of it. */
function isTeams({ kind }: TopicMeasure, { team }: Project): boolean {
  return team.length > 2 && kind === "outcome";
}

type Keeper = { groupId: string; userId: string; on: string };

const keeperColumns: Columns<Keeper> = {
  group_id: ({ groupId }) => groupId,
  user_id: ({ userId }) => userId,
  role: () => "lead",
  started_at: ({ on }) => at(on),
};

function keepers(nation: Nation, boards: Map<string, string>): Keeper[] {
  return [...boards].map(([code, groupId]) => ({
    groupId,
    userId: leadAt(nation, nation.body(code))!,
    on: addDays(nation.today, -1200),
  }));
}

function definitionOf(measure: TopicMeasure, project: Project): DefinitionText {
  return {
    name: measure.name,
    why: measure.kind === "balancing" ? "To see that nothing else gets worse" : project.topic.sentence,
    kind: measure.kind,
    operational: measure.operational,
    numerator: measure.numerator ?? "",
    denominator: measure.denominator ?? "",
    form: measure.form,
    multiplier: measure.multiplier ?? 1,
    unit: measure.unit,
    better: measure.better,
    frequency: measure.form === "time-between" ? "event" : measure.frequency,
    collector: isTeams(measure, project) ? "A member of the team" : "The lead",
    minutesPerPoint: measure.minutes,
    source: "Invented for the demonstration",
    purpose: "improvement",
    authority: "",
    topic: project.topic.tags[0]!,
    reviewOn: null,
  };
}

const beyondTesting: ReadonlySet<string> = new Set(["implementing", "sustaining", "closed"]);

/** Where the change held, the team drew new limits from the day on which it began, and said why. */
function viewOf({ measure, changesOn, firstOn }: MadeSeries, project: Project): View {
  const held = project.effect === "full" && project.stage === "closed";
  const charts = {
    value: "xmr",
    proportion: "p",
    rate: "u",
    count: "c",
    "time-between": "t",
    "cases-between": "g",
  } as const;
  return {
    chart: charts[measure.form],
    rules: "making-data-count-2023",
    options: {
      // Limits as they stood when the work began, so that what came after is compared with before.
      ...(beyondTesting.has(project.stage) && {
        baseline: { first: measure.frequency === "week" ? 20 : 12 },
      }),
      ...(measure.target !== undefined && { targets: [{ from: firstOn, value: measure.target }] }),
      ...(held &&
        changesOn !== null &&
        measure.kind !== "balancing" && {
          phases: [
            {
              from: changesOn,
              name: "New way of working",
              reason: "The change was adopted everywhere and the level has held since",
              by: project.team[0]!.person.id,
            },
          ],
        }),
    },
  };
}

function* joined(projects: readonly Project[]): Generator<Joined> {
  for (const project of projects) for (const mate of project.team) yield { ...mate, project };
}

function* staged(projects: readonly Project[]): Generator<Staged> {
  for (const project of projects) for (const stage of project.stages) yield { ...stage, project };
}

function* nodesOf(projects: readonly Project[]): Generator<{ project: Project; node: Node }> {
  for (const project of projects) for (const node of project.nodes) yield { project, node };
}

function* linksOf(projects: readonly Project[]): Generator<Link> {
  for (const project of projects) {
    for (const [position, node] of project.nodes.entries())
      for (const parent of node.parents) yield { project, parent, child: node.id, position };
  }
}
