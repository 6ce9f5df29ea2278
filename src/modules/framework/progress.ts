import type { Content } from "./content.ts";
import { dueDate } from "./due-date.ts";
import { keyOf, type ItemRow } from "./item.ts";
import { codesOf, isNamed, responsibleWords, type Owner, type Responsible } from "./owners.ts";
import type { Pack } from "./pack/pack.ts";
import { standingOf, type CommitmentState, type Stage, type Standing } from "./standing.ts";

type Action = Pack["actions"][number];
type Detail = Action["details"][number];

/** A promised action with all that a list or a page says of how it stands. */
export type Promised = {
  key: string;
  id: string;
  title: string;
  action: Action;
  condition: Pack["conditions"][number];
  detail: Detail;
  horizon: string;
  due: string;
  stage: string;
  stageName: string;
  state: CommitmentState;
  standing: Standing;
  responsible: string;
  /** The bodies that lead it and stand open here today. */
  owners: Owner[];
  /** True where bodies by name lead it, whether or not they are here yet; false where each organisation is its own. */
  hasNamedLead: boolean;
};

export type Known = {
  commitments: ReadonlyMap<string, CommitmentState>;
  owners: ReadonlyMap<string, Owner>;
  today: string;
};

export function promisedOf({ pack }: Content, known: Known): Promised[] {
  const stages = stagesOf(pack, "details");
  return pack.actions.flatMap((action) =>
    action.details.map((detail) => {
      const key = keyOf("detail", detail.id);
      const state = known.commitments.get(key) ?? noState(stages);
      const due = dueDate(detail, pack);
      return {
        key,
        id: detail.id,
        title: detail.title,
        action,
        condition: pack.conditions.find((one) => one.id === action.condition)!,
        detail,
        horizon: horizonName(pack, detail.horizon),
        due,
        stage: state.stage,
        stageName: stages.find((stage) => stage.id === state.stage)?.name ?? state.stage,
        state,
        standing: standingOf(state, stages, { due, today: known.today }),
        responsible: responsibleWords(detail.responsible, pack.bodies),
        owners: ownersOf(detail.responsible, pack, known.owners),
        hasNamedLead: codesOf(detail.responsible, pack.bodies, "lead").length > 0,
      };
    }),
  );
}

export function stagesOf(
  pack: Pick<Pack, "tracks">,
  tracks: Pack["tracks"][number]["tracks"],
): readonly Stage[] {
  return pack.tracks.find((track) => track.tracks === tracks)?.stages ?? [];
}

function noState(stages: readonly Stage[]): CommitmentState {
  return {
    stage: stages[0]?.id ?? "",
    stageSince: new Date(0),
    evidence: 0,
    lastEvidenceAt: null,
    version: 0,
  };
}

export function horizonName({ framework, horizons }: Pack, id: string): string {
  return horizons.find((one) => one.id === id)?.names[framework.languages[0]!] ?? id;
}

/** The open bodies behind these names, each once. */
export function ownersOf(
  responsible: readonly Responsible[],
  { bodies }: Pick<Pack, "bodies">,
  owners: ReadonlyMap<string, Owner>,
  role: Responsible["role"] | "any" = "lead",
): Owner[] {
  const found = codesOf(responsible, bodies, role === "any" ? undefined : role).flatMap(
    (code) => owners.get(code) ?? [],
  );
  return [
    ...new Map(found.filter((owner) => owner.closedOn === null).map((owner) => [owner.id, owner])).values(),
  ];
}

/** What was promised under a condition, a driver or an action; nothing under any other item. */
export function promisedWithin(
  promised: readonly Promised[],
  item: Pick<ItemRow, "kind" | "detail">,
): Promised[] {
  const id = String(item.detail["id"]);
  return promised.filter(
    ({ action, condition }) =>
      (item.kind === "condition" && condition.id === id) ||
      (item.kind === "action" && action.id === id) ||
      (item.kind === "driver" && action.drivers.includes(id)),
  );
}

export function isUnfinished({ standing }: Pick<Promised, "standing">): boolean {
  return standing !== "done" && standing !== "stopped";
}

export type Filters = { body: string; horizon: string; condition: string; standing: string };

export const noFilters: Filters = { body: "", horizon: "", condition: "", standing: "" };

/** What is left when it is narrowed; a filter that is no filter of this framework narrows nothing. */
export function narrowed(promised: readonly Promised[], filters: Filters, pack: Pack): Promised[] {
  const has = (list: readonly { id: string }[], id: string) => list.some((one) => one.id === id);
  const body = has(pack.bodies, filters.body);
  const horizon = has(pack.horizons, filters.horizon);
  const condition = has(pack.conditions, filters.condition);
  return promised.filter(
    (one) =>
      (!body || isNamed(one.detail.responsible, filters.body, pack.bodies)) &&
      (!horizon || one.detail.horizon === filters.horizon) &&
      (!condition || one.condition.id === filters.condition) &&
      (filters.standing === "" ||
        (filters.standing === "without-owner" ? one.owners.length === 0 : one.standing === filters.standing)),
  );
}

export function isNarrowed(filters: Filters): boolean {
  return Object.values(filters).some((value) => value !== "");
}

/** Those who keep the framework, as they stand today. */
export function keepersOf(
  { framework, bodies }: Pick<Pack, "framework" | "bodies">,
  owners: ReadonlyMap<string, Owner>,
): Owner[] {
  return codesOf([{ body: framework.keeper, role: "lead" }], bodies).flatMap(
    (code) => owners.get(code) ?? [],
  );
}

/** The code of every body that a framework names, to be looked up at once. */
export function everyCode({ bodies }: Pick<Pack, "bodies">): string[] {
  return bodies.flatMap(({ code }) => code ?? []);
}
