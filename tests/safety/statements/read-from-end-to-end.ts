/** What EXPLAIN says of one step of a plan, as far as it is asked here. */
export type Step = {
  "Node Type": string;
  "Relation Name"?: string;
  "Index Name"?: string;
  "Index Cond"?: string;
  "Recheck Cond"?: string;
  Filter?: string;
  Plans?: Step[];
};

/** Steps that hand on each row as it comes, so that a limit above them stops what is below. */
const passOn = new Set([
  "Limit",
  "Nested Loop",
  "Incremental Sort",
  "Result",
  "Subquery Scan",
  "Memoize",
  "Append",
  "ProjectSet",
]);

/**
 * The tables that a plan reads from end to end: without an index, or through one but with nothing to look up in
 * it. To walk along an index in its order is well if a limit stops it and no filter throws away what it meets. Of a narrow index all may be read.
 */
export function readFromEndToEnd(plan: Step, narrow: ReadonlyMap<string, string>, limited = false): string[] {
  const type = plan["Node Type"];
  const below = passOn.has(type) && (limited || type === "Limit");
  const inner = (plan.Plans ?? []).flatMap((step) => readFromEndToEnd(step, narrow, below));
  const table = plan["Relation Name"];
  if (table === undefined || !type.includes("Scan")) return inner;
  const looksUp = plan["Index Cond"] !== undefined || plan["Recheck Cond"] !== undefined;
  const walks = /^Index (Only )?Scan/.test(type) && limited && plan.Filter === undefined;
  const isNarrow = narrow.has(plan["Index Name"] ?? "");
  return looksUp || walks || isNarrow ? inner : [table, ...inner];
}
