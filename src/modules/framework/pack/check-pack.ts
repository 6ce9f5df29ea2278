import type { FileName, Pack } from "./pack.ts";

/** A fault and where it stands: the path leads to the value inside its file. */
export type Misfit = { file: FileName; path: readonly PropertyKey[]; message: string };

/** What the shape of the files alone cannot show: every id once, every link leading somewhere, and no circle. */
export function checkPack(pack: Pack): Misfit[] {
  return [...duplicates(pack), ...dangling(pack), ...untranslated(pack), ...circles(pack)];
}

type Named = { id: string };

function duplicates(pack: Pack): Misfit[] {
  const lists: [FileName, readonly PropertyKey[], readonly Named[]][] = [
    ...listFiles.map((file): [FileName, PropertyKey[], readonly Named[]] => [file, [], pack[file]]),
    ["actions", ["details"], pack.actions.flatMap((action) => action.details)],
    ["pledges", ["measures"], pack.pledges.flatMap((pledge) => pledge.measures)],
    ["bibliography", ["references"], pack.bibliography.references],
    ["bibliography", ["themes"], pack.bibliography.themes],
  ];
  return lists.flatMap(([file, under, list]) =>
    repeated(list).map(({ id, index }) => ({
      file,
      path: placeOf(pack, file, under, index),
      message: `The id “${id}” is used twice`,
    })),
  );
}

const listFiles = [
  "sources",
  "horizons",
  "bodies",
  "tracks",
  "conditions",
  "drivers",
  "actions",
  "outcomes",
  "series",
  "pledges",
  "targets",
  "gaps",
  "glossary",
  "recommendations",
] as const;

function repeated(list: readonly Named[]): { id: string; index: number }[] {
  const seen = new Set<string>();
  return list.flatMap(({ id }, index) => {
    if (seen.has(id)) return [{ id, index }];
    seen.add(id);
    return [];
  });
}

/** Details and measures were counted through all that hold them: back to the one that holds this. */
function placeOf(pack: Pack, file: FileName, under: readonly PropertyKey[], index: number): PropertyKey[] {
  if (file === "bibliography") return [...under, index, "id"];
  if (under.length === 0) return [index, "id"];
  const holders =
    file === "actions" ? pack.actions.map((one) => one.details) : pack.pledges.map((one) => one.measures);
  let left = index;
  const holder = holders.findIndex((list) => (left < list.length ? true : ((left -= list.length), false)));
  return [holder, ...under, left, "id"];
}

type Link = { file: FileName; path: PropertyKey[]; to: Kind; id: string };
type Kind =
  | "body"
  | "condition"
  | "driver"
  | "action"
  | "detail"
  | "outcome"
  | "horizon"
  | "series"
  | "reference"
  | "theme"
  | "source";

function dangling(pack: Pack): Misfit[] {
  const known = knownIds(pack);
  return [...links(pack)]
    .filter(({ to, id }) => !known[to].has(id))
    .map(({ file, path, to, id }) => ({ file, path, message: `There is no ${to} “${id}”` }));
}

function knownIds(pack: Pack): Record<Kind, ReadonlySet<string>> {
  const of = (list: readonly Named[]) => new Set(list.map((one) => one.id));
  return {
    body: of(pack.bodies),
    condition: of(pack.conditions),
    driver: of(pack.drivers),
    action: of(pack.actions),
    detail: of(pack.actions.flatMap((action) => action.details)),
    outcome: of(pack.outcomes),
    horizon: of(pack.horizons),
    series: of(pack.series),
    reference: of(pack.bibliography.references),
    theme: of(pack.bibliography.themes),
    source: of(pack.sources),
  };
}

function* links(pack: Pack): Generator<Link> {
  yield { file: "framework", path: ["keeper"], to: "body", id: pack.framework.keeper };
  yield* bodyLinks(pack);
  yield* actionLinks(pack);
  yield* otherLinks(pack);
  yield* sourceLinks(pack);
}

function* bodyLinks(pack: Pack): Generator<Link> {
  for (const [index, { members = [] }] of pack.bodies.entries())
    yield* each("bodies", [index, "members"], "body", members);
  for (const [index, pledge] of pack.pledges.entries())
    yield* responsibleLinks("pledges", [index, "bodies"], pledge.bodies);
  for (const [index, one] of pack.recommendations.entries())
    yield* responsibleLinks("recommendations", [index, "responsible"], one.responsible);
}

function* actionLinks(pack: Pack): Generator<Link> {
  for (const [index, action] of pack.actions.entries()) {
    yield { file: "actions", path: [index, "condition"], to: "condition", id: action.condition };
    yield* each("actions", [index, "drivers"], "driver", action.drivers);
    yield* each("actions", [index, "evidence"], "reference", action.evidence);
    for (const [place, detail] of action.details.entries()) {
      const at = [index, "details", place];
      yield { file: "actions", path: [...at, "horizon"], to: "horizon", id: detail.horizon };
      yield* each("actions", [...at, "outcomes"], "outcome", detail.outcomes);
      yield* responsibleLinks("actions", [...at, "responsible"], detail.responsible);
    }
  }
}

function* otherLinks(pack: Pack): Generator<Link> {
  for (const [index, { evidence }] of pack.conditions.entries())
    yield* each("conditions", [index, "evidence"], "reference", evidence);
  for (const [index, { condition, under }] of pack.drivers.entries()) {
    yield { file: "drivers", path: [index, "condition"], to: "condition", id: condition };
    if (under) yield { file: "drivers", path: [index, "under"], to: "driver", id: under };
  }
  for (const [index, { action, horizon, series }] of pack.outcomes.entries()) {
    yield { file: "outcomes", path: [index, "action"], to: "action", id: action };
    yield { file: "outcomes", path: [index, "horizon"], to: "horizon", id: horizon };
    yield* each("outcomes", [index, "series"], "series", series);
  }
  for (const [index, { action }] of pack.targets.entries())
    yield { file: "targets", path: [index, "action"], to: "detail", id: action };
  for (const [index, { theme }] of pack.bibliography.references.entries())
    yield { file: "bibliography", path: ["references", index, "theme"], to: "theme", id: theme };
  for (const [index, { became }] of pack.recommendations.entries())
    yield* each("recommendations", [index, "became"], "action", became);
}

/** Whoever names no document means the framework's own. */
function* sourceLinks(pack: Pack): Generator<Link> {
  for (const file of sourcedFiles)
    for (const [index, { source }] of pack[file].entries())
      if (source.document)
        yield { file, path: [index, "source", "document"], to: "source", id: source.document };
}

const sourcedFiles = [
  "conditions",
  "drivers",
  "actions",
  "outcomes",
  "series",
  "pledges",
  "targets",
  "gaps",
  "glossary",
  "recommendations",
] as const;

function* each(file: FileName, path: PropertyKey[], to: Kind, ids: readonly string[]): Generator<Link> {
  for (const [index, id] of ids.entries()) yield { file, path: [...path, index], to, id };
}

type Responsible = { body: string; through?: string | undefined };

function* responsibleLinks(
  file: FileName,
  path: PropertyKey[],
  list: readonly Responsible[],
): Generator<Link> {
  for (const [index, { body, through }] of list.entries()) {
    yield { file, path: [...path, index, "body"], to: "body", id: body };
    if (through) yield { file, path: [...path, index, "through"], to: "body", id: through };
  }
}

function untranslated({ framework, horizons }: Pack): Misfit[] {
  return horizons.flatMap(({ id, names }, index) =>
    framework.languages
      .filter((language) => names[language] === undefined)
      .map((language): Misfit => ({
        file: "horizons",
        path: [index, "names"],
        message: `The horizon “${id}” has no name in the language “${language}”`,
      })),
  );
}

/** Nothing stands, by whatever way, under or inside itself. */
function circles(pack: Pack): Misfit[] {
  const above = new Map(pack.drivers.map(({ id, under }) => [id, under ? [under] : []]));
  const inside = new Map(pack.bodies.map(({ id, members = [] }) => [id, members]));
  return [
    ...pack.drivers.flatMap(({ id }, index) => circle("drivers", [index, "under"], id, above)),
    ...pack.bodies.flatMap(({ id }, index) => circle("bodies", [index, "members"], id, inside)),
  ];
}

function circle(
  file: FileName,
  path: PropertyKey[],
  id: string,
  next: ReadonlyMap<string, readonly string[]>,
): Misfit[] {
  const reached = new Set<string>();
  const waiting = [...(next.get(id) ?? [])];
  for (let one = waiting.pop(); one !== undefined; one = waiting.pop()) {
    if (one === id) return [{ file, path, message: `“${id}” leads back to itself` }];
    if (reached.has(one)) continue;
    reached.add(one);
    waiting.push(...(next.get(one) ?? []));
  }
  return [];
}
