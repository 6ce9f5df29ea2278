import { join } from "node:path";
import {
  applyProposal,
  contentOf,
  keyOf,
  packFolder,
  planNodesOf,
  promisesOf,
  proposalTitle,
  readPack,
  rowsOf,
  type ItemRow,
  type Pack,
} from "#modules/framework/index.ts";
import { copyRows, type Columns } from "../copy-rows.ts";
import { counted } from "../counted.ts";
import { idFrom } from "../dice.ts";
import { addDays, at } from "../improvement/days.ts";
import type { Nation } from "../nation.ts";
import type { Part } from "../part.ts";
import { storyOf, type Story } from "./commitment-stories.ts";
import { makeCounts } from "./counts.ts";
import { copyStrategies, linkWork } from "./line-rows.ts";
import { makePriorities } from "./priorities.ts";
import { makeStrategies } from "./strategies.ts";
import { answers, comments, decisions, evaluations, proposals, type MadeProposal } from "./talk.ts";
import { invented } from "./told.ts";

const frameworkId = idFrom("framework");
const planId = idFrom("framework:plan");
const keeper = "NB-NHSI";
const officer = "09-national-body-officer";

const ownTables = [
  "framework_versions",
  "framework_items",
  "commitments",
  "commitment_steps",
  "commitment_evidence",
  "framework_counts",
  "pledge_answers",
  "change_proposals",
  "framework_comments",
  "framework_decisions",
  "evaluations",
  "priorities",
  "priority_words",
  "strategies",
  "strategy_milestones",
];

type Version = {
  number: number;
  items: ItemRow[];
  reason: string;
  on: string;
  edition: number | null;
  by?: string;
};

type Client = Parameters<Part["load"]>[0];
type Written = { pack: Pack; digest: string; nation: Nation; versions: Version[] };

/** The framework with three invented years: progress, talk, versions, strategies, and work aligned to them. */
export const frameworkPart: Part = {
  name: "framework",
  tables: ["frameworks", ...ownTables, "alignments"],
  async load(client, _scale, nation, report) {
    const { pack, digest } = await readPack(join(packFolder, "developing-people-improving-care-2016"));
    // A program that started without the demonstration has loaded the packs, and nobody can have used them.
    await client.query(`TRUNCATE frameworks, ${ownTables.join(", ")} CASCADE`);
    const written = { pack, digest, nation, versions: versionsOf(pack) };
    await copyVersions(client, written);
    report(counted("Commitments", await copyProgress(client, written)));
    await copyTalk(client, written);
    await copyPlan(client, written);
    const strategies = makeStrategies(nation);
    report(counted("Strategies", await copyStrategies(client, nation, { strategies, planId })));
    await copyPriorities(client, nation);
    report(counted("Alignments", await linkWork(client, nation, { strategies, planId })));
    await client.query("SELECT reckon_lines($1, $2)", [planId, at(nation.today)]);
  },
};

/** The first version as it was published, and one more for each proposal that was adopted. */
function versionsOf(pack: Pack): Version[] {
  const versions: Version[] = [
    {
      number: 1,
      items: rowsOf(pack),
      reason: "As first published",
      on: "2016-12-01",
      edition: pack.framework.edition,
    },
  ];
  for (const proposal of adopted()) {
    const { on } = proposal.answer!;
    const { items } = applyProposal(versions.at(-1)!.items, proposal, on);
    versions.push({
      number: versions.length + 1,
      items,
      reason: proposalTitle(proposal),
      on,
      edition: null,
      by: officer,
    });
  }
  return versions;
}

const adopted = (): MadeProposal[] => proposals.filter((proposal) => proposal.answer?.adopt);

const personOf = (nation: Nation, persona: string): string =>
  nation.personas.find((one) => one.persona === persona)!.id;

/** Never later than the day on which the demonstration is made. */
const past = (nation: Nation, on: string): string => (on < nation.today ? on : addDays(nation.today, -30));

async function copyVersions(client: Client, { pack, digest, nation, versions }: Written): Promise<void> {
  const newest = versions.at(-1)!.number;
  await copyRows(client, "frameworks", frameworkColumns, [{ key: pack.framework.key, number: newest }]);
  const columns: Columns<Version> = {
    framework_id: () => frameworkId,
    number: ({ number }) => number,
    edition: ({ edition }) => edition ?? undefined,
    digest: ({ edition }) => (edition === null ? "" : digest),
    title: () => pack.framework.title,
    head: () => JSON.stringify(pack.framework),
    reason: ({ reason }) => reason,
    made_by: ({ by }) => (by ? personOf(nation, by) : undefined),
    made_at: ({ on }) => at(past(nation, on)),
  };
  await copyRows(client, "framework_versions", columns, versions);
  const items = versions.flatMap(({ number, items: rows }) => rows.map((row) => ({ ...row, number })));
  await copyRows(client, "framework_items", itemColumns, items);
}

const frameworkColumns: Columns<{ key: string; number: number }> = {
  id: () => frameworkId,
  key: ({ key }) => key,
  number: ({ number }) => number,
};

const itemColumns: Columns<ItemRow & { number: number }> = {
  framework_id: () => frameworkId,
  number: ({ number }) => number,
  key: ({ key }) => key,
  kind: ({ kind }) => kind,
  parent: ({ parent }) => parent,
  position: ({ position }) => position,
  title: ({ title }) => title,
  text: ({ text }) => text,
  detail: ({ detail }) => JSON.stringify(detail),
};

type Told = Story & { key: string; body: string; by: string | undefined };

async function copyProgress(client: Client, written: Written): Promise<number> {
  const stories = storiesOf(written);
  const told = new Map(stories.map((story) => [story.key, story]));
  const { pack } = contentOf({ head: written.pack.framework, items: written.versions.at(-1)!.items });
  const promises = promisesOf(pack).map(({ key, stage }) => ({ key, stage, story: told.get(key) }));
  await copyRows(client, "commitments", commitmentColumns, promises);
  const steps = stories.flatMap((story) => story.steps.map((step, index) => ({ ...step, story, index })));
  await copyRows(client, "commitment_steps", stepColumns, steps);
  const evidence = stories.flatMap((story) => story.evidence.map((one, index) => ({ ...one, story, index })));
  await copyRows(client, "commitment_evidence", evidenceColumns, evidence);
  const counts = makeCounts().map((count) => ({ ...count, nation: written.nation }));
  await copyRows(client, "framework_counts", countColumns, counts);
  return promises.length;
}

/** Each of the 50, the recommendations behind them, and what was added since. */
function storiesOf({ pack, nation, versions }: Written): Told[] {
  const { pack: newest } = contentOf({ head: pack.framework, items: versions.at(-1)!.items });
  const codes = new Map(pack.bodies.map(({ id, code, members }) => [id, code ?? membersCode(pack, members)]));
  const details = newest.actions.flatMap((action) => action.details);
  const first = new Set(pack.actions.flatMap((action) => action.details.map(({ id }) => id)));
  const told = details
    .filter(({ id }) => first.has(id))
    .map((detail): Told => {
      const horizon = pack.horizons.find((one) => one.id === detail.horizon)!;
      const due = detail.due ?? (horizon.months === 12 ? "2017-12-31" : "2019-12-31");
      const body = codes.get(detail.responsible[0]!.body) ?? keeper;
      const by = body === keeper ? personOf(nation, officer) : undefined;
      return { ...storyOf(detail.id, due), key: keyOf("detail", detail.id), body, by };
    });
  return [...told, recentStory(nation), ...recommendationStories(pack)];
}

function membersCode(pack: Pack, members: readonly string[] = []): string | undefined {
  return pack.bodies.find((body) => body.id === members[0])?.code;
}

/** What was added by the second version is young: begun, and with something to show. */
function recentStory(nation: Nation): Told {
  const note = invented(
    "5 organisations try it, one of them a practice. Two have found a way to cover the hours.",
  );
  const on = addDays(nation.today, -18);
  return {
    id: "2.3",
    key: "detail-2.3",
    body: "NB-HEE",
    by: undefined,
    steps: [{ stage: "under-way", note, on }],
    evidence: [
      {
        title: "First accounts of 3 organisations (invented)",
        summary: invented("How many hours, for whom, and how they were covered."),
        on,
      },
    ],
  };
}

const testedOnes = new Set(["6", "12", "3"]);
const implementedOnes = new Set(["1", "2", "8", "10", "11", "14"]);

function recommendationStories({ recommendations }: Pack): Told[] {
  return recommendations.map(({ id, responsible }) => {
    const stage = testedOnes.has(id) ? "tested" : implementedOnes.has(id) ? "implemented" : "designed";
    const note = invented("As the steering group recorded it.");
    return {
      id,
      key: keyOf("recommendation", id),
      body: responsible[0]?.body === "nhse" ? "NB-NHSE" : keeper,
      by: undefined,
      steps: [
        { stage: "accepted", note, on: "2015-07-14" },
        { stage, note, on: stage === "designed" ? "2015-11-10" : "2016-12-01" },
      ],
      evidence:
        stage === "tested"
          ? [
              {
                title: "The framework of December 2016",
                summary: "Section 3, condition 4, says that this was done.",
                on: "2016-12-01",
              },
            ]
          : [],
    };
  });
}

type Tracked = { key: string; stage: string; story: Told | undefined };

const standing = (story: Told | undefined) => (story?.evidence ?? []).filter((one) => !one.withdrawnOn);

const commitmentColumns: Columns<Tracked> = {
  framework_id: () => frameworkId,
  item_key: ({ key }) => key,
  stage: ({ stage, story }) => story?.steps.at(-1)?.stage ?? stage,
  stage_since: ({ story }) => at(stageSince(story)),
  evidence: ({ story }) => standing(story).length,
  last_evidence_at: ({ story }) => {
    const last = standing(story).at(-1);
    return last ? at(last.on, 9) : undefined;
  },
  version: ({ story }) => 1 + (story?.steps.length ?? 0),
};

/** The first of the last steps that say the same. */
function stageSince(story: Told | undefined): string {
  const steps = story?.steps ?? [];
  const last = steps.at(-1)?.stage;
  const first = steps.findLastIndex((step) => step.stage !== last) + 1;
  return steps[first]?.on ?? "2016-12-01";
}

const stepColumns: Columns<Story["steps"][number] & { story: Told; index: number }> = {
  framework_id: () => frameworkId,
  item_key: ({ story }) => story.key,
  step: ({ index }) => index + 1,
  stage: ({ stage }) => stage,
  note: ({ note }) => note,
  body_code: ({ story }) => story.body,
  said_by: ({ story }) => story.by,
  said_at: ({ on }) => at(on),
};

const evidenceColumns: Columns<Story["evidence"][number] & { story: Told; index: number }> = {
  id: ({ story, index }) => idFrom(`evidence:${story.key}:${index}`),
  framework_id: () => frameworkId,
  item_key: ({ story }) => story.key,
  title: ({ title }) => title,
  summary: ({ summary }) => summary,
  body_code: ({ story }) => story.body,
  added_by: ({ story }) => story.by,
  added_at: ({ on }) => at(on, 9),
  withdrawn_at: ({ withdrawnOn }) => (withdrawnOn ? at(withdrawnOn) : undefined),
  withdrawn_reason: ({ reason }) => reason ?? "",
};

const countColumns: Columns<ReturnType<typeof makeCounts>[number]> = {
  framework_id: () => frameworkId,
  item_key: ({ key }) => key,
  on_date: ({ on }) => on,
  numerator: ({ numerator }) => numerator,
  denominator: ({ denominator }) => denominator,
  source: () => "Invented for the demonstration",
  body_code: ({ body }) => body,
  entered_at: ({ on }) => at(on, 15),
};

async function copyTalk(client: Client, { nation, versions }: Written): Promise<void> {
  await copyRows(client, "change_proposals", proposalColumns(nation, versions), proposals);
  const said = [
    ...comments.map((one, index) => ({ ...one, id: `comment:${index}`, proposal: null as string | null })),
    ...proposals.flatMap(({ id, itemKey, discussion }) =>
      discussion.map((one, index) => ({ ...one, itemKey, id: `talk:${id}:${index}`, proposal: id })),
    ),
  ];
  const columns: Columns<(typeof said)[number]> = {
    id: ({ id }) => idFrom(id),
    framework_id: () => frameworkId,
    number: ({ on }) => versions.findLast((version) => version.on <= on)?.number ?? 1,
    item_key: ({ itemKey }) => itemKey,
    proposal_id: ({ proposal }) => (proposal === null ? undefined : idFrom(`proposal:${proposal}`)),
    text: ({ text }) => text,
    written_by: ({ by }) => personOf(nation, by),
    written_at: ({ on }) => at(past(nation, on), 13),
  };
  await copyRows(client, "framework_comments", columns, said);
  await copyRows(client, "pledge_answers", answerColumns, answers);
  await copyRows(client, "framework_decisions", decisionColumns(nation), decisions);
  await copyRows(client, "evaluations", evaluationColumns, evaluations);
}

function proposalColumns(nation: Nation, versions: readonly Version[]): Columns<MadeProposal> {
  const numberOf = (proposal: MadeProposal) =>
    proposal.answer?.adopt ? versions.find(({ on }) => on === proposal.answer!.on)?.number : undefined;
  return {
    id: ({ id }) => idFrom(`proposal:${id}`),
    framework_id: () => frameworkId,
    number: ({ on }) => versions.findLast((version) => version.on <= on)!.number,
    change: ({ change }) => change,
    item_key: ({ itemKey }) => itemKey,
    title: ({ title }) => title,
    text: ({ text }) => text,
    detail: ({ detail }) => JSON.stringify(detail),
    reason: ({ reason }) => reason,
    proposed_by: ({ by }) => personOf(nation, by),
    proposed_at: ({ on }) => at(past(nation, on)),
    state: ({ answer }) => (answer ? (answer.adopt ? "adopted" : "declined") : "open"),
    answer: ({ answer }) => answer?.text ?? "",
    answered_by: ({ answer }) => (answer ? personOf(nation, officer) : undefined),
    answered_at: ({ answer }) => (answer ? at(past(nation, answer.on)) : undefined),
    adopted_number: numberOf,
    adopted_key: (proposal) => {
      const number = numberOf(proposal);
      if (number === undefined) return undefined;
      const before = new Set(versions[number - 2]!.items.map((item) => item.key));
      return versions[number - 1]!.items.find((item) => !before.has(item.key))?.key ?? proposal.itemKey;
    },
    version: ({ answer }) => (answer ? 2 : 1),
  };
}

const answerColumns: Columns<(typeof answers)[number]> = {
  id: ({ key, on }) => idFrom(`answer:${key}:${on}`),
  framework_id: () => frameworkId,
  item_key: ({ key }) => key,
  heard: ({ heard }) => heard,
  answer: ({ answer }) => answer,
  body_code: ({ body }) => body,
  answered_at: ({ on }) => at(on),
};

function decisionColumns(nation: Nation): Columns<(typeof decisions)[number]> {
  return {
    id: ({ metOn, itemKey }) => idFrom(`decision:${metOn}:${itemKey}`),
    framework_id: () => frameworkId,
    met_on: ({ metOn }) => past(nation, metOn),
    item_key: ({ itemKey }) => itemKey,
    decision: ({ decision }) => decision,
    action: ({ action }) => action,
    owner_code: ({ owner }) => owner,
    due_on: ({ dueOn }) => dueOn || undefined,
    closed_on: ({ closedOn }) => closedOn || undefined,
    outcome: ({ outcome }) => outcome,
    recorded_by: () => personOf(nation, officer),
    recorded_at: ({ metOn }) => at(past(nation, metOn), 16),
  };
}

const evaluationColumns: Columns<(typeof evaluations)[number]> = {
  id: ({ itemKey }) => idFrom(`evaluation:${itemKey}`),
  framework_id: () => frameworkId,
  item_key: ({ itemKey }) => itemKey,
  claim: ({ claim }) => claim,
  finding: ({ finding }) => finding,
  design: ({ design }) => design,
  data: ({ data }) => data,
  strength: ({ strength }) => strength,
  confounders: ({ confounders }) => confounders,
  grade: ({ grade }) => grade,
  body_code: ({ body }) => body,
  published_at: ({ on }) => at(on),
};

type Drawn = { on: string; nodes: ReturnType<typeof planNodesOf> };

/** The day of the newest version that says something else of a node than the one before it. */
function lastWrittenOn(reference: string, drawn: readonly Drawn[]): string {
  const told = drawn.map(({ nodes }) => nodes.find((node) => node.reference === reference)?.note);
  return drawn[told.findLastIndex((note, index) => index === 0 || note !== told[index - 1])]!.on;
}

/** The framework as a plan: its nodes carry the keys of its items, as the program itself writes them. */
async function copyPlan(client: Client, { pack, nation, versions }: Written): Promise<void> {
  const { framework } = pack;
  const body = nation.body(keeper).id;
  const since = at("2016-12-01");
  await client.query("INSERT INTO groups (id) VALUES ($1)", [planId]);
  await client.query(
    `INSERT INTO plans (id, kind, title, sentence, aim, stage, visibility, body_id, body_ids, last_edit_at, created_at,
       stage_since, opened_by)
     VALUES ($1, 'framework', $2, $3, $3, 'implementing', 'public', $4, ARRAY[$4::uuid], $5, $5, $5,
       opened_by('public', $1, ARRAY[$4::uuid]))`,
    [planId, framework.title, framework.aim, body, since],
  );
  await client.query("INSERT INTO plan_stages (plan_id, stage, since) VALUES ($1, 'implementing', $2)", [
    planId,
    since,
  ]);
  await client.query("INSERT INTO plan_visibilities (plan_id, visibility, since) VALUES ($1, 'public', $2)", [
    planId,
    since,
  ]);
  await client.query("UPDATE frameworks SET plan_id = $1 WHERE id = $2", [planId, frameworkId]);
  const drawn = versions.map(({ on, items }) => ({
    on,
    nodes: planNodesOf(contentOf({ head: framework, items })),
  }));
  const { nodes } = drawn.at(-1)!;
  const nodeId = (reference: string) => idFrom(`framework:node:${reference}`);
  await copyRows(
    client,
    "plan_nodes",
    {
      id: ({ reference }) => nodeId(reference),
      plan_id: () => planId,
      kind: ({ kind }) => kind,
      text: ({ text }) => text,
      note: ({ note }) => note,
      reference: ({ reference }) => reference,
      written_at: ({ reference }) => at(past(nation, lastWrittenOn(reference, drawn))),
    } satisfies Columns<(typeof nodes)[number]>,
    nodes,
  );
  const links = nodes.flatMap(({ reference, parents }, position) =>
    parents.map((parent) => ({ parent: nodeId(parent), child: nodeId(reference), position })),
  );
  await copyRows(
    client,
    "node_links",
    {
      plan_id: () => planId,
      parent_id: ({ parent }) => parent,
      child_id: ({ child }) => child,
      position: ({ position }) => position,
    } satisfies Columns<(typeof links)[number]>,
    links,
  );
}

async function copyPriorities(client: Client, nation: Nation): Promise<void> {
  const priorities = makePriorities(nation);
  const columns: Columns<(typeof priorities)[number]> = {
    id: ({ id }) => id,
    from_body_id: ({ from }) => nation.body(from).id,
    to_body_id: ({ to }) => nation.body(to).id,
    title: ({ title }) => title,
    text: ({ text }) => text,
    framework_id: ({ itemKey }) => (itemKey ? frameworkId : undefined),
    item_key: ({ itemKey }) => itemKey,
    state: ({ state }) => state,
    proposed_at: ({ on }) => at(on),
    version: ({ words }) => 1 + words.length,
  };
  await copyRows(client, "priorities", columns, priorities);
  const words = priorities.flatMap(({ id, words: said }) =>
    said.map((one, index) => ({ ...one, id, index })),
  );
  const wordColumns: Columns<(typeof words)[number]> = {
    priority_id: ({ id }) => id,
    step: ({ index }) => index + 1,
    body_id: ({ from }) => nation.body(from).id,
    said: ({ said }) => said,
    text: ({ text }) => text,
    said_at: ({ on }) => at(on),
  };
  await copyRows(client, "priority_words", wordColumns, words);
}
