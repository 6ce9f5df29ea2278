import type { Role } from "#platform/actor.ts";

/** Where a persona has a role: a body's code, or the area of a kind that a body sits in. */
export type Post =
  | { role: Role; in: string }
  | { role: Role; areaOf: string; kind: "ahsn" | "leadership-academy" };

export type Persona = {
  key: string;
  name: string;
  jobTitle: string;
  /** What they come to do, in one line. */
  about: string;
  /** The first is their home. */
  posts: readonly [Post, ...Post[]];
};

const trust = "AT-22-01";
const ward = `${trust}-01`;
const practice = "GP-22-001";
const system = "LS-22";

/** The people whom a visitor may step in as; each is the same person in the same place at every scale. */
export const personas: readonly Persona[] = [
  {
    key: "01-ward-sister",
    name: "Amara Okafor",
    jobTitle: "Ward sister",
    about: "I come to find out whether our change to night rounds means fewer falls on the ward.",
    posts: [
      { role: "lead", in: ward },
      { role: "member", in: trust },
    ],
  },
  {
    key: "02-practice-manager",
    name: "Bethan Pryce",
    jobTitle: "GP practice manager",
    about: "I come to cut the wait for a routine appointment, and to ask who has already done it.",
    posts: [{ role: "lead", in: practice }],
  },
  {
    key: "03-patient-partner",
    name: "Walter Finch",
    jobTitle: "Patient partner",
    about: "I come to work as an equal on the ward's project, after my wife's fall there.",
    posts: [
      { role: "patient-partner", in: ward },
      { role: "patient-partner", in: trust },
    ],
  },
  {
    key: "04-improvement-coach",
    name: "Sunita Rao",
    jobTitle: "Improvement coach",
    about: "I come to see which of my teams are stuck and who could do with a visit this week.",
    posts: [
      { role: "coach", in: trust },
      { role: "coach", areaOf: trust, kind: "ahsn" },
    ],
  },
  {
    key: "05-analyst",
    name: "Tomasz Nowak",
    jobTitle: "Measurement analyst",
    about: "I come to set up measures that tell signal from noise, and to check the arithmetic.",
    posts: [{ role: "analyst", in: trust }],
  },
  {
    key: "06-board-member",
    name: "Marcia Campbell",
    jobTitle: "Non-executive director",
    about: "I come to read a board report that shows what is really changing, and the work behind it.",
    posts: [{ role: "board-member", in: trust }],
  },
  {
    key: "07-local-system-lead",
    name: "David Llewellyn",
    jobTitle: "Local system lead",
    about: "I come to bring the plans of our trusts, practices and councils into one picture.",
    posts: [{ role: "lead", in: system }],
  },
  {
    key: "08-leadership-academy-adviser",
    name: "Layla Haddad",
    jobTitle: "Leadership academy adviser",
    about: "I come to match what leaders ask for with what is on offer near them.",
    posts: [{ role: "adviser", areaOf: trust, kind: "leadership-academy" }],
  },
  {
    key: "09-national-body-officer",
    name: "Callum Fraser",
    jobTitle: "Framework officer",
    about: "I come to see how the national framework is doing, and where we add to anyone's burden.",
    posts: [{ role: "officer", in: "NB-NHSI" }],
  },
  {
    key: "10-administrator",
    name: "Inês Carvalho",
    jobTitle: "Platform administrator",
    about: "I come to keep bodies, roles and imports in order.",
    posts: [{ role: "administrator", in: "ENG" }],
  },
];

/** Bodies that visitors will look at first. */
export const shownFirst: ReadonlySet<string> = new Set([trust, ward, practice, system]);

/** Bodies whose lead is a persona, so that nobody else takes the first seat. */
export const ledByPersona: ReadonlySet<string> = new Set(
  personas.flatMap(({ posts: [home] }) => (home.role === "lead" && "in" in home ? [home.in] : [])),
);

export const personaPassword = "demonstration";
