import { dice } from "../dice.ts";
import { isOpen, type Body } from "../body.ts";
import type { Nation } from "../nation.ts";
import type { Person } from "../people/person.ts";
import { shownFirst } from "../people/personas.ts";
import { seed, type Scale } from "../scale.ts";
import { makeProject, type Plot } from "./make-project.ts";
import type { Project, Teammate } from "./project.ts";
import type { Topic } from "./topic.ts";
import { familialHypercholesterolaemia } from "./topics/programme.ts";
import { communityTopics } from "./topics/community.ts";
import { wardTopics } from "./topics/wards.ts";

export const topics: readonly Topic[] = [...wardTopics, ...communityTopics];

const howMany: Record<Scale, number> = { demo: 300, national: 3_000 };

/** Every project of the demonstration nation: first those of the people whom visitors step in as. */
export function* makeProjects(nation: Nation, today: string): Generator<Project> {
  const known = knownPlots(nation, today);
  for (const plot of known) yield makeProject({ ...plot, isKnown: true });
  const rest = howMany[nation.scale] - known.length;
  for (const plot of otherPlots(nation, { today, count: rest })) yield makeProject(plot);
}

const topicOf = (key: string): Topic => topics.find((topic) => topic.key === key)!;

/** What the personas find when they sign in: at every stage, working and not working. */
function knownPlots(nation: Nation, today: string): Plot[] {
  const persona = (key: string): Person => nation.personas.find((one) => one.persona === key)!;
  const [sister, manager, partner, coach, analyst, board, system] = [
    persona("01-ward-sister"),
    persona("02-practice-manager"),
    persona("03-patient-partner"),
    persona("04-improvement-coach"),
    persona("05-analyst"),
    persona("06-board-member"),
    persona("07-local-system-lead"),
  ];
  const trust = nation.body("AT-22-01");
  const team = (lead: Person, ...others: Teammate[]): Teammate[] => [
    { person: lead, role: "lead" },
    ...others,
  ];
  const colleagues = (body: Body, count: number): Teammate[] =>
    [...nation.peopleOf(body)]
      .filter((person) => person.persona === undefined)
      .slice(0, count)
      .map((person) => ({ person, role: "member" }));
  const ward = nation.body("AT-22-01-01");
  const practice = nation.body("GP-22-001");
  return [
    programmePlot(nation, { today, coach, partner }),
    {
      key: "falls-of-the-ward-sister",
      topic: topicOf("falls-at-night"),
      place: ward,
      stage: "implementing",
      effect: "full",
      proof: "Offer the toilet on every round at 10, 2 and 6",
      weeks: { implementing: 22, testing: 30 },
      visibility: "organisation",
      team: team(
        sister,
        { person: partner, role: "patient-partner" },
        { person: coach, role: "coach" },
        { person: analyst, role: "analyst" },
        { person: board, role: "sponsor" },
        ...colleagues(ward, 2),
      ),
      today,
    },
    {
      key: "skin-of-the-ward-sister",
      topic: topicOf("pressure-ulcers"),
      place: ward,
      stage: "testing",
      effect: "none",
      visibility: "network",
      team: team(sister, { person: coach, role: "coach" }, ...colleagues(ward, 2)),
      today,
    },
    {
      key: "appointments-of-the-practice",
      topic: topicOf("routine-appointments"),
      place: practice,
      stage: "sustaining",
      effect: "full",
      visibility: "public",
      team: team(manager, { person: system, role: "sponsor" }, ...colleagues(practice, 3)),
      today,
    },
    {
      key: "diabetes-of-the-practice",
      topic: topicOf("diabetes-eight-checks"),
      place: practice,
      stage: "set-up",
      visibility: "organisation",
      team: team(manager, ...colleagues(practice, 2)),
      today,
    },
    {
      key: "day-of-the-trust",
      topic: topicOf("staff-voice"),
      place: trust,
      stage: "testing",
      effect: "part",
      visibility: "signed-in",
      team: team(
        coach,
        { person: analyst, role: "analyst" },
        { person: board, role: "sponsor" },
        ...colleagues(trust, 4),
      ),
      today,
    },
    {
      key: "sepsis-of-the-trust",
      topic: topicOf("sepsis-hour"),
      place: trust,
      stage: "stopped",
      visibility: "signed-in",
      team: team(analyst, { person: coach, role: "coach" }, ...colleagues(trust, 3)),
      today,
    },
    ...(["discharge-before-noon", "theatre-starts"] as const).map((topic, place): Plot => {
      const [lead, ...others] = colleagues(trust, 12).slice(4 + place * 4, 8 + place * 4);
      return {
        key: `${topic}-of-the-trust`,
        topic: topicOf(topic),
        place: trust,
        stage: "testing",
        effect: "none",
        visibility: "organisation",
        team: team(lead!.person, { person: coach, role: "coach" }, ...others),
        today,
      };
    }),
  ];
}

/** 9 trusts of a clinical network for heart disease, with its own people and a patient partner. */
function programmePlot(
  nation: Nation,
  { today, coach, partner }: { today: string; coach: Person; partner: Person },
): Plot {
  const home = nation.body("AT-22-01");
  const network = home.areas.find(
    (area) => area.kind === "clinical-network" && /cardio|heart/i.test(`${area.name} ${area.topic}`),
  )!;
  const trusts = nation.bodies.filter((body) => body.kind === "acute-trust" && isOpen(body));
  const near = trusts.filter((trust) => trust.areas.includes(network));
  const nine = [...new Set([home, ...near, ...trusts])].slice(0, 9);
  const people = nine.flatMap((trust) => [...take(nation.peopleOf(trust), 2)].slice(-1));
  const [lead] = [...take(nation.peopleOf(network), 1)];
  const others = people.filter((person) => person.persona === undefined);
  return {
    key: "familial-hypercholesterolaemia",
    kind: "programme",
    topic: familialHypercholesterolaemia,
    place: network,
    stage: "implementing",
    effect: "full",
    visibility: "public",
    team: [
      { person: lead!, role: "lead" },
      { person: coach, role: "coach" },
      { person: partner, role: "patient-partner" },
      ...others.map((person): Teammate => ({ person, role: "member" })),
    ],
    today,
  };
}

function* otherPlots(nation: Nation, { today, count }: { today: string; count: number }): Generator<Plot> {
  const chance = dice(`${seed}:projects`);
  const places = nation.bodies.filter(
    (body) => isOpen(body) && mayHaveProjects(body) && !shownFirst.has(body.code),
  );
  const trusts = nation.bodies.filter((body) => isOpen(body) && body.kind.endsWith("-trust"));
  const fitting = topics.map((topic) => {
    const fit = places.filter((place) => topic.where.test(`${place.name} ${place.purpose}`));
    // A small nation has no ward of every kind: the trust itself then works on it.
    return fit.length > 0 ? fit : trusts;
  });
  for (let number = 0; number < count; number++) {
    const topicAt = number % topics.length;
    const place = chance.pick(fitting[topicAt]!);
    const team = teamAt(nation, place);
    if (team.length === 0) continue;
    yield { key: `${number}`, topic: topics[topicAt]!, place, team, today };
  }
}

const kinds: ReadonlySet<string> = new Set([
  "ward",
  "team",
  "gp-practice",
  "care-home",
  "council",
  "voluntary-body",
]);
const mayHaveProjects = (body: Body): boolean => kinds.has(body.kind);

/** The people of the place, and two or three from the organisation around it. */
function teamAt(nation: Nation, place: Body): Teammate[] {
  const chance = dice(`${seed}:team:${place.code}`);
  const here = [...take(nation.peopleOf(place), 6)];
  const around = place.parent && mayHaveProjects(place) ? [...take(nation.peopleOf(place.parent), 12)] : [];
  const [lead, ...others] = here.length > 0 ? here : around;
  if (!lead) return [];
  const helpers = chance.some(
    around.filter((person) => person !== lead),
    3,
  );
  const roles: Teammate["role"][] = ["coach", "sponsor", "analyst"];
  const members = others
    .slice(0, chance.between(1, 5))
    .map((person): Teammate => ({ person, role: partnerOr(person) }));
  const lent = helpers.map((person, index): Teammate => ({ person, role: roles[index]! }));
  const seen = new Set([lead.id]);
  return [
    { person: lead, role: "lead" },
    ...[...members, ...lent].filter(({ person }) => !seen.has(person.id) && seen.add(person.id)),
  ];
}

const partnerOr = (person: Person): Teammate["role"] =>
  person.role === "patient-partner" ? "patient-partner" : "member";

function* take<T>(things: Generator<T>, count: number): Generator<T> {
  let left = count;
  for (const thing of things) {
    if (left-- <= 0) return;
    yield thing;
  }
}
