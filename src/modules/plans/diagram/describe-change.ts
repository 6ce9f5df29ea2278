import { kindWords } from "#ui/diagram/kind-words.ts";
import type { NodeState } from "./diagram.ts";

type Change = { before: NodeState | null; after: NodeState | null };

/** What one change did to one node, in a sentence for each thing that it did. */
export function describeChange({ before, after }: Change, texts: ReadonlyMap<string, string>): string[] {
  if (before === null && after) return [`Added “${after.text}”${under(after, texts)}`];
  if (after === null && before) return [`Removed “${before.text}”`];
  if (!before || !after) return [];
  const said: string[] = [];
  if (before.text !== after.text) said.push(`Changed “${before.text}” to “${after.text}”`);
  if (before.kind !== after.kind)
    said.push(
      `Made “${after.text}” a ${kindWords[after.kind].one.toLowerCase()}, from a ${kindWords[before.kind].one.toLowerCase()}`,
    );
  said.push(...placeWords(before, after, texts));
  return said;
}

function placeWords(before: NodeState, after: NodeState, texts: ReadonlyMap<string, string>): string[] {
  const [was, is] = [parents(before), parents(after)];
  const gained = is.filter((id) => !was.includes(id));
  const lost = was.filter((id) => !is.includes(id));
  if (gained.length > 0 && lost.length > 0)
    return [`Moved “${after.text}” from ${named(lost, texts)} to ${named(gained, texts)}`];
  if (gained.length > 0) return [`Put “${after.text}” under ${named(gained, texts)} as well`];
  if (lost.length > 0) return [`Took “${after.text}” from under ${named(lost, texts)}`];
  const isMoved = after.under.some(([id, place]) =>
    before.under.some(([one, other]) => one === id && other !== place),
  );
  return isMoved && before.text === after.text && before.kind === after.kind
    ? [`Moved “${after.text}” among its neighbours`]
    : [];
}

function under(state: NodeState, texts: ReadonlyMap<string, string>): string {
  return state.under.length === 0 ? "" : ` under ${named(parents(state), texts)}`;
}

function parents({ under }: NodeState): string[] {
  return under.map(([parent]) => parent);
}

function named(ids: readonly string[], texts: ReadonlyMap<string, string>): string {
  return ids.map((id) => `“${texts.get(id) ?? "something removed since"}”`).join(" and ");
}
