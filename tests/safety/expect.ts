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

/** What a route's ids stand for, and so how the one who asks can be related to it. */
export type About = "body" | "person" | "nothing";
export type Relation = BodyRelation | PersonRelation | "none";

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
  /** What a visitor gets who is not named, where that is not the sign-in page. */
  nobody?: Outcome;
};

export function relationsOf(about: About): readonly Relation[] {
  return about === "body" ? bodyRelations : about === "person" ? personRelations : ["none"];
}

export function expectedOf(row: Row, persona: Persona, relation: Relation): Outcome {
  for (const [outcome, who] of Object.entries(row.granted) as [Outcome, Granted[Outcome]][]) {
    const named = isList(who) ? who : (who?.[relation] ?? []);
    if (named.includes(persona)) return outcome;
  }
  if (isNobody(persona)) return row.nobody ?? "sign-in";
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
