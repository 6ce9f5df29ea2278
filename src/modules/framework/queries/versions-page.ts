import type { Context } from "#platform/perform.ts";
import { Forbidden, NotFound } from "#platform/problem.ts";
import { compareVersions, type Difference } from "../compare-versions.ts";
import { maySeeFramework } from "../policy.ts";
import type { Proposal } from "../proposal.ts";
import { listVersions, type VersionRow } from "../store/frameworks.ts";
import { listAdopted, listProposals } from "../store/proposals.ts";
import { frameworkInForce, versionContent, type InForce } from "./framework-in-force.ts";

export type VersionsPage = { framework: InForce; versions: VersionRow[]; proposals: Proposal[] };

export async function versionsPage(context: Context, key: string): Promise<VersionsPage> {
  if (!maySeeFramework(context.actor)) throw new Forbidden();
  const framework = await frameworkInForce(context, key);
  return {
    framework,
    versions: await listVersions(context.db, framework.id),
    proposals: await listProposals(context.db, framework.id),
  };
}

export type Comparison = {
  framework: InForce;
  versions: VersionRow[];
  from: number;
  to: number;
  differences: (Difference & { because: Proposal[] })[];
  /** How many items are the same in both. */
  same: number;
};

type Asked = { from: number | undefined; to: number | undefined };

/** Two versions item by item, each change with the feedback that caused it: the newest and the one before unless asked. */
export async function versionComparison(
  context: Context,
  key: string,
  { from: first, to: second }: Asked,
): Promise<Comparison> {
  if (!maySeeFramework(context.actor)) throw new Forbidden();
  const framework = await frameworkInForce(context, key);
  const versions = await listVersions(context.db, framework.id);
  const known = (number: number) => versions.some((version) => version.number === number);
  const asked = { from: first ?? Math.max(1, framework.number - 1), to: second ?? framework.number };
  if (!known(asked.from) || !known(asked.to)) throw new NotFound();
  const [from, to] = [Math.min(asked.from, asked.to), Math.max(asked.from, asked.to)];
  const before = await versionContent(context.db, framework.id, from);
  const after = await versionContent(context.db, framework.id, to);
  const differences = compareVersions(before, after);
  // An edition holds nothing that was adopted here: beside it, all of that is new again.
  const isEdition = versions.some(({ number, edition }) => number === from && edition !== null);
  const adopted = await listAdopted(context.db, framework.id, { from: isEdition ? 0 : from, to });
  const because = ({ key: item }: Difference) =>
    adopted.filter((proposal) => (proposal.adoptedKey ?? proposal.itemKey) === item);
  const changed = new Set(differences.map((difference) => difference.key));
  return {
    framework,
    versions,
    from,
    to,
    differences: differences.map((difference) => ({ ...difference, because: because(difference) })),
    same: after.rows.filter((row) => !changed.has(row.key)).length,
  };
}
