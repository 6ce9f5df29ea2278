import type pg from "pg";
import { verdictFor, type DefinitionText, type Verdict } from "#modules/measures/index.ts";
import { copyRows, type Columns } from "../copy-rows.ts";
import { counted } from "../counted.ts";
import { dice, idFrom } from "../dice.ts";
import type { Part } from "../part.ts";
import { seed } from "../scale.ts";
import { addDays, at } from "./days.ts";
import { aimSentence } from "./make-project.ts";
import { makePoints, type MadePoint } from "./make-points.ts";
import { makeProjects } from "./make-projects.ts";
import type { MadeSeries, Node, Project, Teammate } from "./project.ts";
import type { TopicMeasure } from "./topic.ts";

type Filled = { project: Project; series: FilledSeries[] };

/** A series with its points, and what the statistics say of them. */
type FilledSeries = MadeSeries & {
  project: Project;
  /** The short name that the database would give it. */
  number: number;
  text: DefinitionText;
  points: MadePoint[];
  verdict: Verdict;
};

const leadOf = ({ team }: Project): string => team[0]!.person.id;

const groupColumns: Columns<Project> = { id: (project) => project.id };

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
  kind: () => "project",
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
  visibility: (project) => project.visibility,
  body_id: (project) => project.place.id,
  body_ids: (project) => project.bodies.map((body) => body.id),
  sustained_by: (project) =>
    ["sustaining", "closed"].includes(project.stage) ? project.team.at(-1)!.person.id : undefined,
  learned: (project) => project.learned,
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

const definitionColumns: Columns<FilledSeries> = {
  id: ({ id }) => idFrom(`definition:${id}`),
  body_id: ({ project }) => project.place.id,
  owner_id: ({ project }) => leadOf(project),
  created_by: ({ project }) => leadOf(project),
  created_at: ({ project }) => at(project.startedOn, 12),
};

const versionColumns: Columns<FilledSeries> = {
  definition_id: ({ id }) => idFrom(`definition:${id}`),
  version: () => 1,
  name: ({ text }) => text.name,
  why: ({ text }) => text.why,
  kind: ({ text }) => text.kind,
  operational: ({ text }) => text.operational,
  numerator: ({ text }) => text.numerator,
  denominator: ({ text }) => text.denominator,
  form: ({ text }) => text.form,
  multiplier: ({ text }) => text.multiplier,
  unit: ({ text }) => text.unit,
  better: ({ text }) => text.better,
  frequency: ({ text }) => text.frequency,
  collector: ({ text }) => text.collector,
  minutes_per_point: ({ text }) => text.minutesPerPoint,
  source: ({ text }) => text.source,
  purpose: ({ text }) => text.purpose,
  topic: ({ text }) => text.topic,
  written_by: ({ project }) => leadOf(project),
  written_at: ({ project }) => at(project.startedOn, 12),
};

const seriesColumns: Columns<FilledSeries> = {
  id: ({ id }) => id,
  number: ({ number }) => number,
  definition_id: ({ id }) => idFrom(`definition:${id}`),
  definition_version: () => 1,
  body_id: ({ project }) => project.place.id,
  group_id: ({ project }) => project.id,
  visibility: ({ project }) => project.visibility,
  purpose: () => "improvement",
  collector_id: ({ project }) => project.team.at(project.team.length > 2 ? 1 : 0)!.person.id,
  points: ({ verdict }) => verdict.points,
  first_period: ({ verdict }) => verdict.firstPeriod,
  last_period: ({ verdict }) => verdict.lastPeriod,
  last_value: ({ verdict }) => verdict.lastValue,
  variation: ({ verdict }) => verdict.variation,
  assurance: ({ verdict }) => verdict.assurance,
  sentence: ({ verdict }) => verdict.sentence,
  signal_from: ({ verdict }) => verdict.signalFrom,
  signal_meaning: ({ verdict }) => verdict.signalMeaning,
  last_point_at: ({ project }) => at(project.lastOn),
  created_by: ({ project }) => leadOf(project),
  created_at: ({ project }) => at(project.startedOn, 12),
};

const viewColumns: Columns<FilledSeries> = {
  series_id: ({ id }) => id,
  number: () => 1,
  chart: (series) => viewOf(series).chart,
  rules: (series) => viewOf(series).rules,
  options: (series) => JSON.stringify(viewOf(series).options),
  written_by: ({ project }) => leadOf(project),
  written_at: ({ project }) => at(project.startedOn, 12),
};

const pointColumns: Columns<{ series: FilledSeries; point: MadePoint }> = {
  series_no: ({ series }) => series.number,
  period: ({ point }) => point.period,
  state: ({ point }) => point.state,
  value: ({ point }) => point.value,
  numerator: ({ point }) => point.numerator,
  denominator: ({ point }) => point.denominator,
  note: ({ point }) => point.note,
  written_by: ({ series }) => series.project.team[0]!.person.id,
  written_at: ({ series, point }) =>
    at(
      soonest(addDays(point.period, series.measure.frequency === "week" ? 8 : 33), series.project.lastOn),
      16,
    ),
};

const attachedColumns: Columns<FilledSeries> = {
  plan_id: ({ project }) => project.id,
  series_id: ({ id }) => id,
  node_id: ({ nodeId }) => nodeId,
  attached_by: ({ project }) => leadOf(project),
  attached_at: ({ project }) => at(project.startedOn, 13),
};

const soonest = (one: string, other: string): string => (one < other ? one : other);

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
    "definitions",
    "definition_versions",
    "series",
    "series_analyses",
    "points",
    "plan_series",
  ],
  async load(client, _scale, nation, report) {
    const filled = fill(makeProjects(nation, nation.today));
    const projects = filled.map(({ project }) => project);
    const series = filled.flatMap((one) => one.series);
    await copyRows(client, "groups", groupColumns, projects);
    await copyRows(client, "group_members", memberColumns, joined(projects));
    report(counted("Projects", await copyRows(client, "plans", planColumns, projects)));
    await copyRows(client, "plan_stages", stageColumns, staged(projects));
    await copyRows(client, "plan_visibilities", visibilityColumns, projects);
    await copyRows(client, "plan_nodes", nodeColumns, nodesOf(projects));
    await copyRows(client, "node_links", linkColumns, linksOf(projects));
    await copyRows(client, "definitions", definitionColumns, series);
    await copyRows(client, "definition_versions", versionColumns, series);
    report(counted("Measures", await copyRows(client, "series", seriesColumns, series)));
    await copyRows(client, "series_analyses", viewColumns, series);
    report(counted("Numbers", await copyRows(client, "points", pointColumns, pointsOf(series))));
    await copyRows(client, "plan_series", attachedColumns, series);
    await letTriggersWork(client);
  },
};

/** What the triggers work out from the rows: who sees them, and what a search reads. */
async function letTriggersWork(client: pg.ClientBase): Promise<void> {
  for (const [table, trigger] of [
    ["plans", "plans_prepare"],
    ["series", "series_prepare"],
  ]) {
    await client.query(`ALTER TABLE ${table} ENABLE TRIGGER ${trigger}`);
    await client.query(`UPDATE ${table} SET opened_by = '{}'`);
    await client.query(`ALTER TABLE ${table} DISABLE TRIGGER ${trigger}`);
  }
  await client.query(
    "SELECT setval(pg_get_serial_sequence('series', 'number'), (SELECT max(number) FROM series))",
  );
}

function fill(projects: Iterable<Project>): Filled[] {
  let number = 0;
  return [...projects].map((project) => ({
    project,
    series: project.series.map((series) => {
      const text = definitionOf(series.measure, project);
      const points = makePoints(series, dice(`${seed}:points:${series.id}`));
      const verdict = verdictFor(
        text,
        points as Parameters<typeof verdictFor>[1],
        viewOf({ ...series, project }),
      );
      return { ...series, project, number: (number += 1), text, points, verdict };
    }),
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
    collector: project.team.length > 2 ? "A member of the team" : "The lead",
    minutesPerPoint: measure.minutes,
    source: "Invented for the demonstration",
    purpose: "improvement",
    authority: "",
    topic: project.topic.tags[0]!,
    reviewOn: null,
  };
}

const beyondTesting: ReadonlySet<string> = new Set(["implementing", "sustaining", "closed"]);

type Viewed = Pick<FilledSeries, "measure" | "changesOn" | "firstOn"> & { project: Project };

/** Where the change held, the team drew new limits from the day on which it began, and said why. */
function viewOf({ measure, changesOn, firstOn, project }: Viewed): Parameters<typeof verdictFor>[2] {
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

function* pointsOf(series: readonly FilledSeries[]): Generator<{ series: FilledSeries; point: MadePoint }> {
  for (const one of series) for (const point of one.points) yield { series: one, point };
}
