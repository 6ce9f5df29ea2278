import type { Body } from "../body.ts";
import { copyRows, type Columns } from "../copy-rows.ts";
import { dice, idFrom } from "../dice.ts";
import { at } from "../improvement/days.ts";
import type { Nation } from "../nation.ts";
import type { Part } from "../part.ts";
import { seed } from "../scale.ts";
import type { Strategy, StrategyNode, Theme } from "./strategies.ts";

type Client = Parameters<Part["load"]>[0];
type Lines = { strategies: readonly Strategy[]; planId: string };

/** Strategies as plans of their own, with their sections and milestones. */
export async function copyStrategies(
  client: Client,
  _nation: Nation,
  { strategies }: Lines,
): Promise<number> {
  await copyRows(client, "groups", { id: ({ id }: Strategy) => id }, strategies);
  const led = strategies.filter((one) => one.lead !== undefined);
  await copyRows(client, "group_members", leadColumns, led);
  const count = await copyRows(client, "plans", planColumns, strategies);
  await copyRows(client, "plan_stages", stageColumns, strategies);
  await copyRows(client, "plan_visibilities", visibilityColumns, strategies);
  const nodes = strategies.flatMap((strategy) => strategy.nodes.map((node) => ({ strategy, node })));
  await copyRows(client, "plan_nodes", nodeColumns, nodes);
  await copyRows(
    client,
    "node_links",
    linkColumns,
    nodes.filter(({ node }) => node.parent !== null).map((one, position) => ({ ...one, position })),
  );
  await copyRows(client, "strategies", strategyColumns, strategies);
  const milestones = strategies.flatMap((strategy) =>
    strategy.milestones.map((one) => ({ ...one, strategy })),
  );
  await copyRows(client, "strategy_milestones", milestoneColumns, milestones);
  await client.query("ALTER TABLE plans ENABLE TRIGGER plans_prepare");
  await client.query("UPDATE plans SET opened_by = '{}' WHERE kind IN ('strategy', 'framework')");
  await client.query("ALTER TABLE plans DISABLE TRIGGER plans_prepare");
  return count;
}

const leadColumns: Columns<Strategy> = {
  group_id: ({ id }) => id,
  user_id: ({ lead }) => lead,
  role: () => "lead",
  started_at: ({ startedOn }) => at(startedOn),
};

const planColumns: Columns<Strategy> = {
  id: ({ id }) => id,
  kind: () => "strategy",
  title: ({ title }) => title,
  sentence: ({ aim }) => aim,
  aim: ({ aim }) => aim,
  stage: ({ publishedOn }) => (publishedOn ? "implementing" : "set-up"),
  visibility: ({ publishedOn }) => (publishedOn ? "public" : "organisation"),
  body_id: ({ body }) => body.id,
  body_ids: ({ body }) => [body.id],
  last_edit_at: ({ publishedOn, startedOn }) => at(publishedOn ?? startedOn),
  created_by: ({ lead }) => lead,
  created_at: ({ startedOn }) => at(startedOn, 9),
  stage_since: ({ publishedOn, startedOn }) => at(publishedOn ?? startedOn, 9),
};

const stageColumns: Columns<Strategy> = {
  plan_id: ({ id }) => id,
  stage: ({ publishedOn }) => (publishedOn ? "implementing" : "set-up"),
  since: ({ publishedOn, startedOn }) => at(publishedOn ?? startedOn, 9),
  set_by: ({ lead }) => lead,
};

const visibilityColumns: Columns<Strategy> = {
  plan_id: ({ id }) => id,
  visibility: ({ publishedOn }) => (publishedOn ? "public" : "organisation"),
  since: ({ startedOn }) => at(startedOn, 9),
  set_by: ({ lead }) => lead,
};

const nodeColumns: Columns<{ strategy: Strategy; node: StrategyNode }> = {
  id: ({ node }) => node.id,
  plan_id: ({ strategy }) => strategy.id,
  kind: ({ node }) => node.kind,
  text: ({ node }) => node.text,
  written_by: ({ strategy }) => strategy.lead,
  written_at: ({ strategy }) => at(strategy.startedOn, 11),
};

const linkColumns: Columns<{ strategy: Strategy; node: StrategyNode; position: number }> = {
  plan_id: ({ strategy }) => strategy.id,
  parent_id: ({ node }) => node.parent!,
  child_id: ({ node }) => node.id,
  position: ({ position }) => position,
};

const strategyColumns: Columns<Strategy> = {
  plan_id: ({ id }) => id,
  body_id: ({ body }) => body.id,
  template: ({ template }) => template,
  sections: ({ sections }) => JSON.stringify(sections),
  published_on: ({ publishedOn }) => publishedOn,
  refresh_on: ({ refreshOn }) => refreshOn,
};

const milestoneColumns: Columns<Strategy["milestones"][number] & { strategy: Strategy }> = {
  id: ({ id }) => id,
  plan_id: ({ strategy }) => strategy.id,
  text: ({ text }) => text,
  due_on: ({ dueOn }) => dueOn,
  reached_on: ({ reachedOn }) => reachedOn,
};

type Alignment = {
  planId: string;
  nodeId: string | null;
  toPlanId: string;
  toNodeId: string;
  by: string | undefined;
  on: string;
};

const alignmentColumns: Columns<Alignment> = {
  plan_id: ({ planId }) => planId,
  node_id: ({ nodeId }) => nodeId,
  to_plan_id: ({ toPlanId }) => toPlanId,
  to_node_id: ({ toNodeId }) => toNodeId,
  aligned_by: ({ by }) => by,
  aligned_at: ({ on }) => at(on, 12),
};

/** Strategies to what stands above them, and most projects to the strategy of their organisation. */
export async function linkWork(
  client: Client,
  nation: Nation,
  { strategies, planId }: Lines,
): Promise<number> {
  const byBody = new Map(strategies.map((strategy) => [strategy.body, strategy]));
  const { rows: projects } = await client.query<{
    id: string;
    body: string;
    on: string;
    lead: string | null;
  }>(
    `SELECT p.id, p.body_id AS body, to_char(p.created_at, 'YYYY-MM-DD') AS "on", p.created_by AS lead FROM plans p
     WHERE p.kind IN ('project', 'programme') ORDER BY p.id`,
  );
  const bodies = new Map(nation.bodies.map((body) => [body.id, body]));
  const lines = [
    ...strategies.flatMap((strategy) => upward(strategy, planId)),
    ...projects.flatMap(({ id, body, on, lead }) => {
      const chance = dice(`${seed}:alignment:${id}`);
      // What a team chose for itself may serve nothing above it, and is as good.
      if (!chance.chance(0.72)) return [];
      const strategy = nearest(bodies.get(body), byBody);
      const theme: Theme = chance.chance(0.9) ? "improvement" : "leadership";
      const to = strategy?.nodes.find((node) => node.theme === theme);
      const target = to
        ? { toPlanId: strategy!.id, toNodeId: to.id }
        : { toPlanId: planId, toNodeId: frameworkNode("action-7") };
      return [{ planId: id, nodeId: null, ...target, by: lead ?? undefined, on }];
    }),
  ];
  return copyRows(client, "alignments", alignmentColumns, lines);
}

/** A theme serves the same theme of the place above, and where there is none the framework itself. */
function upward(strategy: Strategy, planId: string): Alignment[] {
  return strategy.nodes
    .filter((node) => node.serves !== null)
    .map((node) => {
      const above = strategy.above?.nodes.find((one) => one.theme === node.theme);
      return {
        planId: strategy.id,
        nodeId: node.id,
        toPlanId: above ? strategy.above!.id : planId,
        toNodeId: above ? above.id : frameworkNode(node.serves!),
        by: strategy.lead,
        on: strategy.startedOn,
      };
    });
}

const frameworkNode = (reference: string): string => idFrom(`framework:node:${reference}`);

function nearest(body: Body | undefined, byBody: ReadonlyMap<Body, Strategy>): Strategy | undefined {
  for (let one = body; one; one = one.parent) {
    const strategy = byBody.get(one);
    if (strategy) return strategy;
  }
  return undefined;
}
