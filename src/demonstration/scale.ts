export type Scale = "demo" | "national";

/** Everything falls from this: change it and every name and number of the nation changes. */
export const seed = "2016-12-01";

/** Raised when the generators change what they make, so that a database tells which nation it holds. */
export const version = 1;

/** Everyone who does publicly funded health and care work, of whom some have an account. */
export const workforce = 1_500_000;

export const accounts: Record<Scale, number> = { demo: 2_000, national: 200_000 };

export const organisationKinds = [
  "acute-trust",
  "specialist-trust",
  "mental-health-trust",
  "community-trust",
  "ambulance-trust",
  "clinical-commissioning-group",
  "gp-practice",
  "council",
  "care-home",
  "voluntary-body",
] as const;
export type OrganisationKind = (typeof organisationKinds)[number];

/**
 * How many of each kind the whole nation has, and how many the demonstration keeps of each local system's.
 * Trusts, commissioning groups and practices have the numbers of 2016; councils, care homes and voluntary
 * bodies are a token few, so that the whole stays near 8,300.
 */
export const organisationCounts: Record<OrganisationKind, { national: number; demoPerSystem: number }> = {
  "acute-trust": { national: 136, demoPerSystem: 1 },
  "specialist-trust": { national: 17, demoPerSystem: 1 },
  "mental-health-trust": { national: 54, demoPerSystem: 1 },
  "community-trust": { national: 23, demoPerSystem: 1 },
  "ambulance-trust": { national: 10, demoPerSystem: 1 },
  "clinical-commissioning-group": { national: 209, demoPerSystem: 1 },
  "gp-practice": { national: 7_800, demoPerSystem: 5 },
  council: { national: 44, demoPerSystem: 1 },
  "care-home": { national: 22, demoPerSystem: 1 },
  "voluntary-body": { national: 22, demoPerSystem: 1 },
};

export const codePrefixes: Record<OrganisationKind, string> = {
  "acute-trust": "AT",
  "specialist-trust": "ST",
  "mental-health-trust": "MT",
  "community-trust": "CT",
  "ambulance-trust": "AM",
  "clinical-commissioning-group": "CG",
  "gp-practice": "GP",
  council: "CO",
  "care-home": "CH",
  "voluntary-body": "VB",
};
