type Facts = Readonly<Record<string, unknown>>;

const text = (value: unknown): unknown => value ?? "";

/** The plan's own part of a file from the rows of the sheet "Project". */
export function planPartIn(facts: Facts, stages: readonly { stage: unknown }[]): Record<string, unknown> {
  return {
    kind: facts["kind"] ?? "project",
    title: text(facts["title"]),
    sentence: text(facts["sentence"]),
    aim: {
      text: text(facts["aim"]),
      what: text(facts["aimWhat"]),
      from: facts["aimFrom"] ?? null,
      to: facts["aimTo"] ?? null,
      unit: text(facts["aimUnit"]),
      by: facts["aimBy"] ?? null,
      forWhom: text(facts["aimFor"]),
    },
    topics: topicsIn(facts["topics"]),
    method: text(facts["method"]),
    localPriority: text(facts["localPriority"]),
    nationalPriority: text(facts["nationalPriority"]),
    stage: facts["stage"] ?? stages.at(-1)?.stage ?? "idea",
    stages,
    learned: text(facts["learned"]),
    aimMet: facts["aimMet"] ?? null,
    place: text(facts["place"]),
  };
}

function topicsIn(value: unknown): string[] {
  return typeof value === "string" ? value.split(/\n/).filter((topic) => topic.trim() !== "") : [];
}
