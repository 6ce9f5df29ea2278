/** What of a strategy is laid beside another: where it stands, what it is for, and what it serves above. */
export type Likeness = {
  planId: string;
  bodyName: string;
  /** Of its body, as pages write it: "Acute hospital trust". */
  kind: string;
  aim: string;
  drivers: readonly string[];
  /** Titles of the framework's items that it serves, straight or through a strategy between. */
  serves: readonly string[];
};

export type Similar = Pick<Likeness, "planId" | "bodyName"> & { reasons: string[] };

const most = 5;

/** The most alike first, each with why. One of the same kind that shares nothing else is no suggestion. */
export function similarTo(own: Likeness, others: readonly Likeness[]): Similar[] {
  return others
    .map((other) => ({ other, found: likenessOf(own, other) }))
    .filter(({ found }) => found.weight > 0)
    .sort((a, b) => b.found.weight - a.found.weight || (a.other.bodyName < b.other.bodyName ? -1 : 1))
    .slice(0, most)
    .map(({ other: { planId, bodyName, kind }, found }) => ({
      planId,
      bodyName,
      reasons: [`Same kind of body: ${kind}`, ...found.reasons],
    }));
}

function likenessOf(own: Likeness, other: Likeness): { weight: number; reasons: string[] } {
  const names = new Set([...wordsOf(own.bodyName), ...wordsOf(other.bodyName)]);
  const aims = shared(wordsOf(own.aim), wordsOf(other.aim)).filter((word) => !names.has(word));
  const drivers = own.drivers.flatMap((driver) => {
    const like = other.drivers.find((one) => areAlike(driver, one));
    return like === undefined
      ? []
      : [driver === like ? quoted(like) : `${quoted(driver)} and ${quoted(like)}`];
  });
  const serves = shared(own.serves, other.serves);
  const hasLikeAims = aims.length >= 2;
  return {
    weight: 2 * serves.length + 2 * drivers.length + (hasLikeAims ? 1 + aims.length / 10 : 0),
    reasons: [
      ...(serves.length > 0 ? [`Both serve ${serves.join("; ")}`] : []),
      ...(drivers.length > 0 ? [`Alike among their drivers: ${drivers.join("; ")}`] : []),
      ...(hasLikeAims ? [`Both aims speak of ${aims.slice(0, 4).join(", ")}`] : []),
    ],
  };
}

/** At least half of their longer words in common. */
function areAlike(one: string, other: string): boolean {
  const [left, right] = [wordsOf(one), wordsOf(other)];
  const common = shared(left, right).length;
  return one === other || (common > 0 && common * 2 >= new Set([...left, ...right]).size);
}

/** Words of 4 letters or more: shorter ones, and those that every strategy has, say little. */
function wordsOf(text: string): string[] {
  return (text.toLowerCase().match(/\p{L}{4,}/gu) ?? []).filter((word) => !small.has(word));
}

const small: ReadonlySet<string> = new Set(
  "that this their they them with from have those what when where which will every each more into your ours than then people care better less come gets".split(
    " ",
  ),
);

const shared = (one: readonly string[], other: readonly string[]): string[] => [
  ...new Set(one.filter((word) => other.includes(word))),
];

const quoted = (text: string): string => `“${text}”`;
