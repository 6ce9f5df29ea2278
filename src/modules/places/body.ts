/** Where a body stands: in the tree of the nation, across it as an area of support, or as a national body. */
export type Tier = "nation" | "region" | "system" | "organisation" | "team" | "area" | "national-body";

export type BodyKind = { kind: string; label: string; plural: string; tier: Tier };

/** Enough of a body to name it and to judge who may do what with it. */
export type BodySummary = {
  id: string;
  code: string;
  name: string;
  kind: string;
  kindLabel: string;
  tier: Tier;
  /** From the parent up to the nation. */
  ancestors: readonly string[];
  openedOn: string | null;
  closedOn: string | null;
  version: number;
};

export type NamedBody = { code: string; name: string };

export type BodyText = { [Name in BodyTextField]: string };

/** What a body says of itself to the public, with the words of its form. */
export const bodyTextLabels = {
  purpose: "What it is for",
  notFor: "What it is not for",
  fundedBy: "Funded by",
  accountableTo: "Accountable to",
  address: "Address",
  town: "Town",
  postcode: "Postcode",
  contactName: "Who to contact",
  contactEmail: "Email",
  contactPhone: "Phone",
  website: "Website",
} as const;

export type BodyTextField = keyof typeof bodyTextLabels;

export const bodyTextFields = Object.keys(bodyTextLabels) as BodyTextField[];

export type FormerName = { name: string; until: string };

/** All that the page of a body says of the body itself. */
export type Body = BodySummary &
  BodyText & {
    topic: string | null;
    /** From the nation down to the parent. */
    lineage: NamedBody[];
    areas: (NamedBody & { kind: string; kindPlural: string })[];
    formerNames: FormerName[];
    successor: NamedBody | null;
    /** What the successor has become since, when it is no longer what stands today. */
    heir: NamedBody | null;
    predecessors: (NamedBody & { closedOn: string })[];
    predecessorCount: number;
  };

/** A body as one row of a list. */
export type BodyRow = NamedBody & {
  kindLabel: string;
  town: string;
  closedOn: string | null;
  formerNames: string[];
  heir: NamedBody | null;
};

export type KindCount = { kind: string; label: string; plural: string; count: number };

/** Whether the bodies that belong to this one sit in it as in an area, or stand below it. */
export function isArea(body: Pick<BodySummary, "tier">): boolean {
  return body.tier === "area";
}
