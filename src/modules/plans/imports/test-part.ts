import type { Value } from "./columns.ts";

type Values = Readonly<Record<string, Value>>;

const texts = ["question", "prediction", "willMeasure", "place", "who"] as const;

/** A test of a plan's file from a row of a sheet of tests; what is not said is what most tests are. */
export function testIn(values: Values, today: string): Record<string, unknown> {
  const { no, follows = null, idea = null, measure = null, change } = values;
  const startsOn = values["startsOn"] ?? today;
  const written = Object.fromEntries(texts.map((key) => [key, values[key] ?? ""]));
  return {
    ...written,
    no,
    follows,
    idea,
    measure,
    change: change ?? "",
    predictedOn: values["predictedOn"] ?? (values["prediction"] ? startsOn : null),
    startsOn,
    endsOn: values["endsOn"] ?? startsOn,
    scale: values["scale"] ?? "few-people",
    howMany: values["howMany"] ?? null,
    study: studyIn(values, today),
    decision: decisionIn(values, today),
  };
}

/** It was studied when anything says what came of it. */
function studyIn(values: Values, today: string): Record<string, unknown> | null {
  const { happened = null, outcome = null, surprises = null, studiedOn = null, decision = null } = values;
  if ([happened, outcome, surprises, studiedOn, decision].every((value) => value === null)) return null;
  const usual = values["prediction"] ? "partly" : "not-predicted";
  return {
    happened: happened ?? "",
    outcome: outcome ?? usual,
    surprises: surprises ?? "",
    figure: values["figure"] ?? null,
    chartNote: values["chartNote"] ?? "",
    earlyReason: values["earlyReason"] ?? "",
    on: studiedOn ?? values["endsOn"] ?? values["startsOn"] ?? today,
  };
}

function decisionIn(values: Values, today: string): Record<string, unknown> | null {
  const { decision = null, learning = null } = values;
  if (decision === null) return null;
  const on = values["decidedOn"] ?? values["studiedOn"] ?? values["endsOn"] ?? values["startsOn"] ?? today;
  return { decision, learning: learning ?? "", on };
}
