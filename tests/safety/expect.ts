import type { Outcome } from "./outcome.ts";
import type { House } from "./setup/house.ts";
import {
  bodyRelations,
  personas,
  personRelations,
  type BodyRelation,
  type Nation,
  type Persona,
  type PersonRelation,
} from "./setup/nation.ts";
import { workRelationsAsked, type PlanMade, type SeriesMade, type WorkRelation } from "./setup/works.ts";

/**
 * What a route's ids stand for, and so how the one who asks can be related to it. A route about a plan or a
 * series has its id as `:id`; what else its path needs is for `params` to say, of `planOf(cell)` or
 * `seriesOf(cell)`. A whole row is then most often one line:
 *
 *     { route: "GET /plans/:id", about: "plan", ...inSightOnly({ page: planSeers }) }
 *     { route: "POST /plans/:id/stage", about: "plan", send: …, ...inSightOnly({ done: leadOf }, planSeers) }
 *
 * setup/works.ts says what each relation means, and has the standings: planSeers, seriesSeers, teamOf, leadOf.
 */
export type About = "body" | "person" | "plan" | "series" | "nothing";
export type Relation = BodyRelation | PersonRelation | WorkRelation | "none";

export type Fields = Record<string, string | string[] | File>;

/** All that a row may use to call its route: the world, who asks, and what they ask for. */
export type Cell = { nation: Nation; persona: Persona; relation: Relation };

/** Who gets what. Whoever is not named is refused, or sent to sign in: nothing is ever allowed by silence. */
export type Granted = Partial<
  Record<Outcome, readonly Persona[] | Partial<Record<Relation, readonly Persona[]>>>
>;

export type Row = {
  route: string;
  about: About;
  /** What its ids are when the target's own code or id is not all that the path needs. */
  params?: (cell: Cell) => Record<string, string>;
  query?: (cell: Cell) => string;
  /** A path to ask for when the pattern is no path with names in it. */
  path?: () => string;
  /** The least that a form must hold to be accepted. */
  send?: (cell: Cell) => Fields;
  /** Done before, in the same undone transaction. */
  given?: (cell: Cell, house: House) => Promise<void>;
  granted: Granted;
  /** What a person who is not named gets, where that is not a refusal. */
  otherwise?: Partial<Record<Relation | "all", Outcome>>;
  /** Who knows that it is there: a person who is neither named nor one of these is told that it is not. */
  seers?: Partial<Record<Relation, readonly Persona[]>>;
  /** What a visitor gets who is not named, where that is not the sign-in page. */
  nobody?: Outcome;
};

/** Ids of nothing. */
export const nothings = { unknown: "00000000-0000-4000-8000-000000000000", garbage: "%00' or 1=1 --" };

/** The plan that a cell asks for, with the nodes of its diagram; of nothing, where there is none. */
export function planOf({ nation, relation }: Cell): PlanMade {
  const id = relation === "unknown" || relation === "garbage" ? nothings[relation] : undefined;
  return id ? { id, aim: id, driver: id, idea: id } : nation.plans[relation as WorkRelation];
}

export function seriesOf({ nation, relation }: Cell): SeriesMade {
  const id = relation === "unknown" || relation === "garbage" ? nothings[relation] : undefined;
  return id ? { id } : nation.series[relation as WorkRelation];
}

const relations: Record<About, readonly Relation[]> = {
  body: bodyRelations,
  person: personRelations,
  plan: workRelationsAsked,
  series: workRelationsAsked,
  nothing: ["none"],
};

export function relationsOf(about: About): readonly Relation[] {
  return relations[about];
}

/**
 * Whoever does not see it is told that it is not there, whether they may do the deed or not. Without seers,
 * those who are granted something are all who see it.
 */
export function inSightOnly(granted: Granted, seers?: Row["seers"]): Pick<Row, "granted" | "seers"> {
  return { granted, seers: seers ?? {} };
}

export function expectedOf(row: Row, persona: Persona, relation: Relation): Outcome {
  for (const [outcome, who] of Object.entries(row.granted) as [Outcome, Granted[Outcome]][]) {
    const named = isList(who) ? who : (who?.[relation] ?? []);
    if (named.includes(persona)) return outcome;
  }
  if (isNobody(persona)) return row.nobody ?? "sign-in";
  if (row.seers && !row.seers[relation]?.includes(persona)) return "hidden";
  return row.otherwise?.[relation] ?? row.otherwise?.all ?? "refused";
}

function isList(who: Granted[Outcome]): who is readonly Persona[] {
  return Array.isArray(who);
}

/** An erased account's session is nobody's. */
export function isNobody(persona: Persona): boolean {
  return persona === "visitor" || persona === "erased";
}

export const everyone: readonly Persona[] = personas;
export const people: readonly Persona[] = personas.filter((persona) => !isNobody(persona));
