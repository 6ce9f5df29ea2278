import type { Pack } from "./pack/pack.ts";

export type StrategyTemplate = Pack["framework"]["strategyTemplates"][number];

/** The one that a strategy was begun with; for a new one that of its level, or the first. */
export function templateFor(
  templates: readonly StrategyTemplate[],
  { written, tier }: { written: string | undefined; tier: string },
): StrategyTemplate | undefined {
  return (
    templates.find(({ id }) => id === written) ??
    templates.find((one) => one.for?.includes(tier)) ??
    templates.find((one) => one.for === undefined) ??
    templates[0]
  );
}

export type Milestone = { text: string; dueOn: string; reachedOn: string | null };

export type Strategy = {
  template: string;
  sections: Record<string, string>;
  milestones: Milestone[];
  publishedOn: string | null;
  refreshOn: string | null;
  version: number;
};

export type StrategyCheck = { text: string; isThere: boolean };

/** What a strategy needs to be whole, and whether it is there: advice, and no gate. */
export function checkStrategy(
  strategy: Pick<Strategy, "sections" | "milestones">,
  template: StrategyTemplate,
  around: { aligned: boolean; isPublic: boolean },
): StrategyCheck[] {
  return [
    ...template.sections.map(({ id, title }) => ({
      text: title,
      isThere: (strategy.sections[id] ?? "").trim().length >= 20,
    })),
    { text: "At least 1 milestone with a date", isThere: strategy.milestones.length > 0 },
    { text: "A line to a strategy or framework above", isThere: around.aligned },
    { text: "Everybody can see it", isThere: around.isPublic },
  ];
}

const line = /^(\d{4}-\d{2}-\d{2})\s+(.+)$/;

/** A milestone a line, its day first: "2027-03-31 The first 20 leaders have a coach". Null where a line is none. */
export function readMilestones(text: string): Omit<Milestone, "reachedOn">[] | null {
  const lines = text
    .split("\n")
    .map((one) => one.trim())
    .filter((one) => one !== "");
  const read = lines.map((one) => {
    const [, dueOn = "", words = ""] = line.exec(one) ?? [];
    return isDay(dueOn) && words.length <= 300 ? { dueOn, text: words } : null;
  });
  return read.every((one) => one !== null) && read.length <= 40 ? read : null;
}

export function writeMilestones(milestones: readonly Pick<Milestone, "text" | "dueOn">[]): string {
  return milestones.map(({ dueOn, text }) => `${dueOn} ${text}`).join("\n");
}

function isDay(text: string): boolean {
  const date = new Date(`${text}T00:00:00Z`);
  return !Number.isNaN(date.getTime()) && date.toISOString().startsWith(text);
}

/** Due for its yearly refresh one year after it was published. */
export function refreshAfter(day: string): string {
  const [year = "0", ...rest] = day.split("-");
  const next = `${Number(year) + 1}-${rest.join("-")}`;
  return isDay(next) ? next : `${Number(year) + 1}-02-28`;
}

/** Of which kind of body, and in which region; empty where any is meant. */
export type StrategyFilter = { kind: string; region: string };

export type Coverage = {
  region: string;
  /** Empty for bodies that stand in no region. */
  regionCode: string;
  kind: string;
  kindKey: string;
  bodies: number;
  published: number;
  withoutTalent: number;
  toRefresh: number;
};
