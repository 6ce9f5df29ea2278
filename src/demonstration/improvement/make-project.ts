import { dice, idFrom, type Dice } from "../dice.ts";
import type { Body } from "../body.ts";
import { seed } from "../scale.ts";
import { addDays, daysBetween } from "./days.ts";
import type { Effect, MadeSeries, MadeTest, Node, Project, Teammate } from "./project.ts";
import type { Topic, TopicDriver } from "./topic.ts";
import type { Stage, Visibility } from "./words.ts";

export type Plot = {
  key: string;
  topic: Topic;
  place: Body;
  team: readonly Teammate[];
  today: string;
  /** Said of the projects that visitors see first; others fall as they fall. */
  stage?: Stage;
  effect?: Effect;
  visibility?: Visibility;
  kind?: "programme";
  /** One of those that visitors see first. */
  isKnown?: boolean;
  /** The words of the change that moved the outcome, which its chart shows. */
  proof?: string;
  /** How long it has been at a stage, where chance is not to say. */
  weeks?: Partial<Record<Stage, number>>;
};

const way: readonly Stage[] = ["idea", "set-up", "testing", "implementing", "sustaining", "closed"];

/** How many of a hundred projects are at each stage. */
const shares: readonly [Stage, number][] = [
  ["idea", 6],
  ["set-up", 10],
  ["testing", 36],
  ["implementing", 14],
  ["sustaining", 13],
  ["closed", 12],
  ["stopped", 9],
];

/** How many weeks a team spends at a stage, at least and at most. */
const weeksAt: Record<Stage, [number, number]> = {
  idea: [1, 5],
  "set-up": [3, 9],
  testing: [10, 30],
  implementing: [8, 22],
  sustaining: [10, 40],
  closed: [4, 50],
  stopped: [2, 30],
};

export function makeProject(plot: Plot): Project {
  const chance = dice(`${seed}:project:${plot.key}`);
  const id = idFrom(`plan:${plot.key}`);
  const stage = plot.stage ?? drawStage(chance);
  const effect = plot.effect ?? drawEffect(stage, chance);
  const stages = stagesUntil(stage, plot, chance);
  const startedOn = stages[0]!.on;
  const lastOn = lastDay(stage, stages.at(-1)!.on, { today: plot.today, chance });
  const made = { id, topic: plot.topic, stage, effect, startedOn, lastOn, stages, today: plot.today };
  const nodes = makeNodes(made, chance);
  const tests = makeTests({ ...made, nodes, team: plot.team, proof: plot.proof }, chance);
  const bodies = [
    ...new Set([plot.place, ...plot.team.map(({ person }) => person.home).filter(isPlaceOfWork)]),
  ];
  return {
    id,
    topic: plot.topic,
    kind: plot.kind ?? "project",
    title: plot.isKnown ? plot.topic.titles[0] : chance.pick(plot.topic.titles),
    place: plot.place,
    bodies,
    team: plot.team,
    stages,
    stage,
    startedOn,
    lastOn,
    effect,
    visibility: plot.visibility ?? drawVisibility(chance),
    nodes,
    series: stage === "idea" ? [] : makeSeries({ ...made, nodes, tests, bodies }, chance),
    tests,
    provenBy: plot.proof === undefined ? [] : tests.filter((test) => test.idea.text === plot.proof),
    learned: learnedOf(plot.topic, stage, chance),
    chance,
  };
}

/** Networks and academies lend people, and are no place where the work is done. */
const isPlaceOfWork = (body: Body): boolean =>
  !["ahsn", "leadership-academy", "clinical-network", "clinical-senate", "nation", "national-body"].includes(
    body.kind,
  );

function drawStage(chance: Dice): Stage {
  let left = chance.below(100);
  for (const [stage, share] of shares) {
    left -= share;
    if (left < 0) return stage;
  }
  return "testing";
}

function drawEffect(stage: Stage, chance: Dice): Effect {
  if (stage === "stopped") return "none";
  if (stage === "sustaining" || stage === "closed") return chance.chance(0.75) ? "full" : "part";
  if (stage === "implementing") return chance.chance(0.5) ? "full" : "part";
  return chance.chance(0.35) ? "part" : "none";
}

function drawVisibility(chance: Dice): Visibility {
  const fall = chance.below(100);
  if (fall < 8) return "team";
  if (fall < 45) return "organisation";
  if (fall < 65) return "network";
  return fall < 88 ? "signed-in" : "public";
}

/** Counted back from today, so that the nation looks lived in whenever it is loaded. */
function stagesUntil(
  stage: Stage,
  { today, weeks }: Pick<Plot, "today" | "weeks">,
  chance: Dice,
): { stage: Stage; on: string }[] {
  const spent = (at: Stage): number => {
    const drawn = chance.between(...weeksAt[at]);
    return weeks?.[at] ?? drawn;
  };
  const gone = stage === "stopped" ? way.slice(0, chance.between(2, 4)) : way.slice(0, way.indexOf(stage));
  let on = addDays(today, -7 * spent(stage));
  const back = [{ stage, on }];
  for (const earlier of gone.toReversed()) {
    on = addDays(on, -7 * spent(earlier));
    back.push({ stage: earlier, on });
  }
  return back.toReversed();
}

/** Some teams have gone quiet: nobody wrote anything for months, and nobody said that they stopped. */
function lastDay(stage: Stage, since: string, { today, chance }: { today: string; chance: Dice }): string {
  if (stage === "closed" || stage === "stopped") return since;
  const quiet = chance.chance(0.16) ? chance.between(60, 160) : chance.between(0, 9);
  const day = addDays(today, -quiet);
  return day < since ? since : day;
}

type Making = {
  id: string;
  topic: Topic;
  stage: Stage;
  effect: Effect;
  startedOn: string;
  lastOn: string;
  stages: readonly { stage: Stage; on: string }[];
  today: string;
};

function makeNodes({ id, topic, stage, startedOn, lastOn }: Making, chance: Dice): Node[] {
  let count = 0;
  const node = (kind: Node["kind"], text: string, parents: readonly string[], on: string): Node => ({
    id: idFrom(`node:${id}:${(count += 1)}`),
    kind,
    text,
    parents,
    on,
  });
  const aim = node("aim", aimSentence(topic), [], startedOn);
  if (stage === "idea") return [aim];
  const drawn = addDays(startedOn, chance.between(5, 20));
  const later = (): string => (chance.chance(0.3) ? between(drawn, lastOn, chance) : drawn);
  const primaries = topic.drivers.map((driver): [TopicDriver, Node] => [
    driver,
    node("primary", driver.text, [aim.id], drawn),
  ]);
  const below = primaries.flatMap(([driver, primary]) =>
    driver.below.flatMap(({ text, ideas }) => {
      const secondary = node("secondary", text, [primary.id], drawn);
      const kept = stage === "set-up" ? ideas.slice(0, 1) : ideas;
      return [
        secondary,
        ...kept.map((idea) => ({ ...node("idea", idea.text, [secondary.id], later()), idea })),
      ];
    }),
  );
  const nodes = [aim, ...primaries.map(([, primary]) => primary), ...below];
  return shareOneIdea(nodes);
}

/** The last idea of the last driver serves the first driver as well, as ideas do. */
function shareOneIdea(nodes: readonly Node[]): Node[] {
  const secondaries = nodes.filter((node) => node.kind === "secondary");
  const last = nodes.findLast((node) => node.kind === "idea");
  if (!last || secondaries.length < 3) return [...nodes];
  const also = secondaries[0]!.id;
  return nodes.map((node) => (node === last ? { ...node, parents: [...node.parents, also] } : node));
}

export function aimSentence({ aim }: Topic): string {
  const verb = aim.to > aim.from ? "Raise" : "Bring down";
  return `${verb} ${aim.what} from ${aim.from} to ${aim.to} ${aim.unit}`.replace(" %", "%");
}

/** Each idea that was tried has a ramp of 1 to 4 tests, the first ones small. */
function makeTests(
  {
    id,
    stage,
    effect,
    stages,
    lastOn,
    nodes,
    team,
    proof,
  }: Making & { nodes: readonly Node[]; team: readonly Teammate[]; proof: string | undefined },
  chance: Dice,
): MadeTest[] {
  const begun = stages.find((one) => one.stage === "testing")?.on;
  if (!begun) return [];
  const ideas = nodes.filter((node) => node.kind === "idea");
  const drawn = ideas.filter((_, place) => place < 2 || chance.chance(0.7));
  // What moved the outcome was tried first, and held.
  const first = ideas.filter(({ text }) => text === proof);
  const tried = [...first, ...drawn.filter((node) => !first.includes(node))];
  // Spread over the whole time, so that what goes on is still being tested.
  const step = Math.max(8, (daysBetween(begun, lastOn) - 24) / Math.max(1, tried.length - 1));
  return tried.flatMap((node, place) => {
    const good = effect === "full" ? 0.8 : effect === "part" ? 0.6 : 0.35;
    const works = chance.chance(good) || first.includes(node);
    const most = works ? chance.between(2, 4) : chance.between(1, 3);
    const ramp: MadeTest[] = [];
    let startsOn = addDays(begun, Math.round(place * step) + chance.between(0, 5));
    for (let cycle = 1; cycle <= most && startsOn <= lastOn; cycle++) {
      const endsOn = addDays(startsOn, [0, 2, 6, 13][cycle - 1]!);
      const last = cycle === most;
      ramp.push({
        id: idFrom(`test:${id}:${place}:${cycle}`),
        nodeId: node.id,
        idea: node.idea!,
        cycle,
        previousId: ramp.at(-1)?.id ?? null,
        startsOn,
        endsOn,
        open: endsOn > addDays(lastOn, -2) && stage !== "closed" && stage !== "stopped",
        came: works ? (chance.chance(0.65) ? "came-true" : "partly") : chance.chance(0.4) ? "partly" : "no",
        act: last
          ? works
            ? "adopt"
            : "abandon"
          : works
            ? chance.chance(0.5)
              ? "expand"
              : "adapt"
            : "adapt",
        who: chance.pick(team).person,
      });
      startsOn = addDays(endsOn, chance.between(3, 12));
    }
    return ramp;
  });
}

function makeSeries(
  {
    id,
    topic,
    effect,
    startedOn,
    lastOn,
    nodes,
    tests,
    bodies,
  }: Making & { nodes: readonly Node[]; tests: readonly MadeTest[]; bodies: readonly Body[] },
  chance: Dice,
): MadeSeries[] {
  const adopted = tests.find((test) => test.act === "adopt" || test.act === "expand")?.endsOn ?? null;
  const spreads = topic.eachBody !== undefined;
  const turnsOn = spreads ? (tests[0]?.endsOn ?? null) : adopted;
  const made = topic.measures.map((measure, place): MadeSeries => {
    const changesOn = effect === "none" ? null : turnsOn;
    const share = measure.kind === "balancing" ? 1 : effect === "full" ? 1 : 0.45;
    const before = measure.frequency === "week" ? chance.between(80, 190) : chance.between(330, 720);
    return {
      id: idFrom(`series:${id}:${place}`),
      measure,
      nodeId: nodes.find((node) => node.kind === "primary" && node.text === measure.of)?.id ?? null,
      changesOn,
      to: measure.from + (measure.to - measure.from) * share,
      thereOn: spreads && measure.kind !== "balancing" ? lastOn : null,
      firstOn: addDays(startedOn, -before),
      lastOn,
    };
  });
  return [...made, ...ofEachBody(made[0]!, { topic, nodes, bodies }, chance)];
}

/** The outcome as each body counts it: none gets as far as any other, and none began at the same height. */
function ofEachBody(
  whole: MadeSeries,
  { topic, nodes, bodies }: { topic: Topic; nodes: readonly Node[]; bodies: readonly Body[] },
  chance: Dice,
): MadeSeries[] {
  if (topic.eachBody === undefined) return [];
  const nodeId = nodes.find((node) => node.text === topic.eachBody)?.id ?? null;
  return bodies
    .filter((body) => body.kind.endsWith("-trust"))
    .map((place) => {
      const from = whole.measure.from + chance.between(-4, 4);
      const to = whole.to + chance.between(-12, 8);
      const measure = { ...whole.measure, from, spread: 0.07 };
      return { ...whole, id: idFrom(`series:${whole.id}:${place.code}`), measure, nodeId, place, to };
    });
}

function learnedOf(topic: Topic, stage: Stage, chance: Dice): string {
  if (stage === "stopped") return chance.pick(topic.stopped);
  return stage === "closed" || stage === "sustaining" ? chance.pick(topic.learned) : "";
}

function between(first: string, last: string, chance: Dice): string {
  return addDays(first, chance.between(0, daysBetween(first, last)));
}
