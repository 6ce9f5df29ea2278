/** What talk can be about: the plan as a whole, one node of its diagram, one of its tests. */
export const talkThings = ["plan", "node", "test"] as const;
export type TalkThing = (typeof talkThings)[number];

export type About = { about: TalkThing; aboutId: string };

export type Comment = About & {
  id: string;
  threadId: string | null;
  /** Empty where it was taken back. */
  text: string;
  isRemoved: boolean;
  mentions: readonly string[];
  version: number;
  writerId: string | null;
  writer: string | null;
  writtenAt: Date;
};

export type Thread = { first: Comment; replies: Comment[] };

/** Those of a team whose name stands in a text behind an @, or who were ticked. */
export function mentioned(
  text: string,
  ticked: readonly string[],
  team: readonly { id: string; name: string }[],
): string[] {
  const said = text.toLowerCase();
  return team
    .filter(({ id, name }) => ticked.includes(id) || said.includes(`@${name.toLowerCase()}`))
    .map(({ id }) => id);
}
