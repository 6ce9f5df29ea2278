import { idFrom, type Dice } from "./dice.ts";
import { postcodeIn, type Place } from "./geography.ts";
import type { OrganisationKind } from "./scale.ts";
import { phrases } from "./listed.ts";

export type AreaKind = "ahsn" | "leadership-academy" | "clinical-network" | "clinical-senate";
export type BodyKind =
  | "nation"
  | "national-body"
  | "region"
  | "local-system"
  | OrganisationKind
  | "team"
  | "ward"
  | AreaKind;

export type FormerName = { name: string; until: string };

/** A body as the database will hold it, with its relatives as objects instead of ids. */
export type Body = {
  id: string;
  kind: BodyKind;
  code: string;
  name: string;
  parent: Body | undefined;
  topic: string | undefined;
  purpose: string;
  notFor: string;
  fundedBy: string;
  accountableTo: string;
  address: string;
  town: string;
  postcode: string;
  contactName: string;
  contactEmail: string;
  contactPhone: string;
  website: string;
  openedOn: string | undefined;
  closedOn: string | undefined;
  successor: Body | undefined;
  formerNames: FormerName[];
  /** Where its postbox stands on the map. */
  place: Place;
  /** The areas of support that it belongs to. */
  areas: Body[];
};

/** What a generator has to say of a body; its id and the way to reach it follow. */
export type BodyDraft = Pick<
  Body,
  "kind" | "code" | "name" | "place" | "purpose" | "notFor" | "fundedBy" | "accountableTo"
> &
  Partial<Pick<Body, "parent" | "topic" | "openedOn" | "closedOn" | "successor" | "formerNames">> & {
    contactName: string;
    /** The part before the @ of a mailbox that belongs to a role, never to a person. */
    mailbox: string;
    /** Teams write from their organisation's address. */
    host?: string;
  };

const streets = phrases(`
  Bridge Street, Castle Lane, Chapel Walk, Church Street, Cooper's Yard, Garden Row, Granary Street,
  High Street, Market Place, Meadow Lane, Mill Lane, Orchard Way, Priory Road, Quay Street,
  School Lane, Spring Gardens, Station Approach, Tannery Row, Victoria Square, Weaver's Walk
`);

export function makeBody(draft: BodyDraft, chance: Dice): Body {
  const host = draft.host ?? hostFor(draft.name);
  const { contactName, mailbox, host: _, ...said } = draft;
  return {
    parent: undefined,
    topic: undefined,
    openedOn: undefined,
    closedOn: undefined,
    successor: undefined,
    formerNames: [],
    ...said,
    id: idFrom(draft.code),
    address: `${chance.between(1, 180)} ${chance.pick(streets)}`,
    town: draft.place.name,
    postcode: postcodeIn(draft.place, chance),
    contactName,
    contactEmail: `${mailbox}@${host}`,
    // The numbers that Ofcom keeps free for drama.
    contactPhone: `01632 960${String(chance.below(1000)).padStart(3, "0")}`,
    website: `https://www.${host}/`,
    areas: [],
  };
}

/** An address that can never be reached: .example is reserved (RFC 2606). */
function hostFor(name: string): string {
  const bare = name.replace(/\b(NHS|Foundation|Trust|Clinical Commissioning Group|The)\b/g, "");
  return `${slug(bare).slice(0, 48).replace(/-$/, "")}.example`;
}

export const hostOf = (body: Body): string => body.contactEmail.slice(body.contactEmail.indexOf("@") + 1);

export const slug = (text: string): string =>
  text
    .toLowerCase()
    .replaceAll("'", "")
    .replace(/[^a-z0-9]+/g, "-")
    .replace(/^-|-$/g, "");

/** From the parent up to the nation, as the trigger bodies_prepare works it out. */
export function ancestorsOf(body: Body): string[] {
  const ancestors: string[] = [];
  for (let above = body.parent; above; above = above.parent) ancestors.push(above.id);
  return ancestors;
}

/** What the forgiving search reads, as the trigger bodies_prepare works it out. */
export function searchTextOf(body: Body): string {
  const former = body.formerNames.map((one) => one.name);
  return searchWords([body.name, body.code, body.town, body.postcode, ...former].join(" "));
}

/** As the database's function search_words. */
const searchWords = (text: string): string =>
  ` ${text}`
    .normalize("NFKD")
    .toLowerCase()
    .replace(/['’`]|\p{M}/gu, "")
    .replace(/[^a-z0-9]+/g, " ");

export const isOpen = (body: Body): boolean => body.closedOn === undefined;
