import type { Body } from "./body.ts";
import type { Dice } from "./dice.ts";
import type { Place, Territory } from "./geography.ts";
import type { OrganisationKind } from "./scale.ts";

/** A local system's body together with its piece of the map. */
export type System = { body: Body; territory: Territory };

/** One organisation's seat in the plan, before it has a name. */
export type Seat = {
  kind: OrganisationKind;
  code: string;
  index: number;
  system: System;
  place: Place;
  chance: Dice;
};

/** Gives each name once in the whole nation. */
export type NameBook = (candidates: readonly string[]) => string;
