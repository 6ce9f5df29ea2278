import type { Tier } from "../body.ts";

/** What the database knows of a code that a file names. */
export type KnownBody = {
  id: string;
  code: string;
  name: string;
  kind: string;
  tier: Tier;
  parentCode: string | null;
  topic: string;
  address: string;
  town: string;
  postcode: string;
  contactEmail: string;
  contactPhone: string;
  website: string;
  openedOn: string | null;
  closedOn: string | null;
  successorCode: string | null;
  areaCodes: string[];
  version: number;
};

export type Known = {
  bodies: ReadonlyMap<string, KnownBody>;
  kinds: ReadonlyMap<string, Tier>;
  /** How many bodies are open now of the kinds that the file has. */
  open: number;
};
