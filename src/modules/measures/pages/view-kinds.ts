import { z } from "zod";
import { ruleSets, type Chart, type RuleSetId } from "@throughline/spc";
import type { FieldProblem } from "#platform/problem.ts";
import { periodWords } from "#ui/figures/period.ts";
import { longDate } from "#ui/long-date.ts";
import { aChart, chartName } from "#ui/chart/verdict-words.ts";
import { largestFigure } from "#ui/figures/figure-problem.ts";
import type { Field, Typed } from "#web/form/fields.ts";
import { defineForm, type Form } from "#web/form/form.ts";
import { fewestForLimits, type View, type ViewOptions } from "../analysis.ts";
import { periodStart } from "../check-points.ts";
import { chartsFor, type DefinitionText } from "../definition.ts";
import { unitText, valueWords } from "../unit.ts";
import { optionalNumber } from "../typed-number.ts";

/** One thing about how a series is looked at that somebody may change, on a page of its own. */
export type ViewKind = {
  title: string;
  lead: string;
  form(around: Around): Form;
  typed(around: Around): Typed;
  /** The view as it would be, once the form has found nothing wrong. */
  apply(values: Record<string, unknown>, around: Around): View;
};

export type Around = {
  view: View;
  definition: DefinitionText;
  /** Those that there is a figure for. */
  periods: readonly string[];
  by: string;
};

const reason: Field = {
  kind: "long-text",
  label: "Why",
  hint: "It is kept with the change, for whoever reads the chart later",
  rows: 2,
  schema: z.string().min(3, "Say why you change it").max(500, "The reason must be 500 characters or fewer"),
};

const day = (label: string, hint?: string): Field => ({
  kind: "date",
  label,
  ...(hint && { hint }),
  schema: z.union([z.literal(""), z.iso.date("Enter a real date, like 1 4 2026")]),
});

const chosen = (options: readonly string[]): z.ZodType =>
  z.enum(options as [string, ...string[]], "Choose one");

/** What stands there already and may be taken away again. */
function removal(label: string, options: readonly { value: string; label: string }[]): Record<string, Field> {
  return options.length === 0
    ? {}
    : { removed: { kind: "choices", label, options, schema: z.array(z.string()) } };
}

const isRemoved = ({ removed }: Record<string, unknown>, value: string): boolean =>
  Array.isArray(removed) && removed.includes(value);

const removesAny = ({ removed }: Record<string, unknown>): boolean =>
  Array.isArray(removed) && removed.length > 0;

const isoBoxes = (iso: string): string[] => {
  const [year = "", month = "", date = ""] = iso.split("-");
  return iso === "" ? ["", "", ""] : [String(Number(date)), String(Number(month)), year];
};

function changed(view: View, options: Partial<ViewOptions>): View {
  return { ...view, options: { ...view.options, ...options } };
}

const usual = "usual";

/** What a series is drawn as that has numbers enough, where nobody chose. */
function usualChart({ view, definition }: Pick<Around, "view" | "definition">): Chart {
  return view.options.chosen ? chartsFor[definition.form][0] : view.chart;
}

const chart: ViewKind = {
  title: "Change the chart and its rules",
  lead: "The numbers stay as they are. Other rules may see signals that these do not, and miss some that these see.",
  form: ({ view, definition }) =>
    defineForm({
      chart: {
        kind: "choice",
        label: "Chart",
        options: [
          {
            value: usual,
            label: "The usual one",
            hint: `A run chart until there are ${fewestForLimits} numbers, then ${aChart(usualChart({ view, definition }))}`,
          },
          ...chartsFor[definition.form].map((value) => ({ value, label: chartName(value) })),
        ],
        schema: chosen([usual, ...chartsFor[definition.form]]),
      },
      rules: {
        kind: "choice",
        label: "Rules",
        options: Object.values(ruleSets).map((set) => ({
          value: set.id,
          label: `${set.name} (${set.version})`,
        })),
        schema: chosen(Object.keys(ruleSets)),
      },
      screen: {
        kind: "choice",
        label: "Outlying differences when limits are reckoned",
        hint: "Only on XmR charts",
        options: [
          { value: "out", label: "Leave them out" },
          { value: "keep", label: "Keep them" },
        ],
        schema: chosen(["out", "keep"]),
      },
      reason,
    }),
  typed: ({ view }) => ({
    chart: view.options.chosen ? view.chart : usual,
    rules: view.rules,
    screen: view.options.screen === false ? "keep" : "out",
  }),
  apply(values, around) {
    const isUsual = values["chart"] === usual;
    return {
      chart: isUsual ? usualChart(around) : (values["chart"] as Chart),
      rules: values["rules"] as RuleSetId,
      options: { ...around.view.options, chosen: !isUsual, screen: values["screen"] !== "keep" },
    };
  },
};

const phase: ViewKind = {
  title: "Start a new phase",
  lead: "Begin a phase only where you know what changed. From there on limits are reckoned anew; those of before stay on the chart.",
  form: ({ view, definition, periods }) =>
    defineForm(
      {
        from: day("When it began", "For example, 1 4 2026"),
        name: {
          kind: "text",
          label: "Name of the phase",
          hint: "What changed, such as New booking system",
          schema: z.string().max(60, "The name must be 60 characters or fewer"),
        },
        limits: {
          kind: "choice",
          label: "Its limits",
          options: [
            { value: "new", label: "Reckon new limits from here" },
            {
              value: "kept",
              label: "Keep the limits of the first phase",
              hint: "To see how far the new numbers lie from the old process",
            },
          ],
          schema: chosen(["new", "kept"]),
        },
        ...removal(
          "Phases to take away",
          (view.options.phases ?? []).map(({ from, name }) => ({
            value: from,
            label: `${name}, from ${longDate(from)}`,
          })),
        ),
        reason,
      },
      (values) => {
        if (values["from"] === "" && !values["name"] && removesAny(values)) return [];
        const from = periodOf(values["from"], definition);
        const { baseline: within } = view.options;
        return problems(
          from === "" && ["from", "Enter when the phase began"],
          from > (periods.at(-1) ?? "") && ["from", "There is no number from then on yet"],
          within &&
            "from" in within &&
            within.from < from &&
            from <= within.to && [
              "from",
              `Limits come from the numbers to ${longDate(within.to)}: begin it after those`,
            ],
          values["name"] === "" && ["name", "Say what changed"],
        );
      },
    ),
  typed: () => ({ limits: "new" }),
  apply(values, { view, definition, by }) {
    const kept = (view.options.phases ?? []).filter((one) => !isRemoved(values, one.from));
    const from = periodOf(values["from"], definition);
    if (from === "") return changed(view, { phases: kept });
    const added = {
      from,
      name: String(values["name"]),
      reason: String(values["reason"]),
      by,
      keepLimits: values["limits"] === "kept",
    };
    const phases = [...kept.filter((one) => one.from !== from), added];
    return changed(view, { phases: phases.toSorted((a, b) => a.from.localeCompare(b.from)) });
  },
};

const baseline: ViewKind = {
  title: "Fix the baseline",
  lead: "Limits are reckoned from the baseline and then stay, so that what comes later is held against it.",
  form: (around) =>
    defineForm(
      {
        kind: {
          kind: "choice",
          label: "Reckon limits from",
          options: [
            { value: "all", label: "All numbers of a phase" },
            { value: "first", label: "The first so many numbers of each phase" },
            { value: "dates", label: "The numbers between 2 dates" },
          ],
          schema: chosen(["all", "first", "dates"]),
        },
        first: {
          kind: "number",
          label: "How many numbers",
          hint: "12 or more, if you can",
          width: 4,
          schema: optionalNumber("How many numbers"),
        },
        from: day("From"),
        to: day("To"),
        reason,
      },
      (values) => {
        const { kind, first } = values;
        if (kind === "first")
          return problems(!isBaselineLength(first) && ["first", "Enter a whole number from 2 to 1,000"]);
        return kind === "dates" ? stretchProblems(values, around) : [];
      },
    ),
  typed({ view: { options } }): Typed {
    const now = options.baseline;
    if (!now) return { kind: "all" };
    return "first" in now
      ? { kind: "first", first: String(now.first) }
      : { kind: "dates", from: isoBoxes(now.from), to: isoBoxes(now.to) };
  },
  apply(values, { view, definition, periods }) {
    const { baseline: _before, ...options } = view.options;
    if (values["kind"] === "all") return { ...view, options };
    if (values["kind"] === "first") return changed(view, { baseline: { first: Number(values["first"]) } });
    const { within } = stretchOf(values, { definition, periods });
    return changed(view, { baseline: { from: within[0]!, to: within.at(-1)! } });
  },
};

type Stretched = Pick<Around, "definition" | "periods">;

/** From when to when, and the periods between them that have a number. */
function stretchOf(values: Record<string, unknown>, { definition, periods }: Stretched) {
  const [from, to] = [periodOf(values["from"], definition), periodOf(values["to"], definition)];
  return { from, to, within: periods.filter((period) => period >= from && period <= to) };
}

function stretchProblems(values: Record<string, unknown>, around: Around): FieldProblem[] {
  const { from, to, within } = stretchOf(values, around);
  const [first, ...later] = within;
  const parting = around.view.options.phases?.find(
    (one) => one.from > (first ?? "") && one.from <= (later.at(-1) ?? ""),
  );
  return problems(
    from === "" && ["from", "Enter the first day of the baseline"],
    (to === "" || to < from) && ["to", "Enter a last day that is not before the first"],
    from !== "" && to >= from && later.length === 0 && ["to", "There are not 2 numbers between these days"],
    from !== "" &&
      parting && ["to", `${parting.name} begins on ${longDate(parting.from)}: stay in one phase`],
  );
}

const exclude: ViewKind = {
  title: "Leave out a number",
  lead: "Only for a cause that is known and will not come again. The number stays on the chart, crossed, with its reason.",
  form: ({ view, definition, periods }) =>
    defineForm(
      {
        at: day("A day in the period to leave out"),
        ...removal(
          "Numbers to take in again",
          (view.options.exclude ?? []).map((one) => ({
            value: one.at,
            label: `${periodWords(one.at, definition.frequency)}: ${one.reason}`,
          })),
        ),
        reason,
      },
      (values) => {
        const at = periodOf(values["at"], definition);
        return problems(
          values["at"] === "" && !removesAny(values) && ["at", "Enter a day in the period to leave out"],
          at !== "" && !periods.includes(at) && ["at", "There is no number for that period"],
        );
      },
    ),
  typed: () => ({}),
  apply(values, { view, definition, by }) {
    const kept = (view.options.exclude ?? []).filter((one) => !isRemoved(values, one.at));
    const at = periodOf(values["at"], definition);
    const added = at === "" ? [] : [{ at, reason: String(values["reason"]), by }];
    return changed(view, { exclude: [...kept.filter((one) => one.at !== at), ...added] });
  },
};

const target: ViewKind = {
  title: "Change the target",
  lead: "A target is what somebody wants; limits are what the process does. The two are drawn apart, and a new target leaves the old one where it was.",
  form: ({ view, definition }) =>
    defineForm(
      {
        from: day("From when"),
        value: {
          kind: "number",
          label: targetLabel(definition),
          hint: "Leave this empty where there is no target from then on",
          width: 10,
          schema: possible(optionalNumber("The target"), definition),
        },
        ...removal(
          "Targets to take away",
          (view.options.targets ?? []).map(({ from, value }) => ({
            value: from,
            label: `${value === null ? "None" : valueWords(value, definition)} from ${longDate(from)}`,
          })),
        ),
        reason,
      },
      (values) =>
        problems(
          values["from"] === "" &&
            (typeof values["value"] === "number" || !removesAny(values)) && [
              "from",
              "Enter from when the target holds",
            ],
        ),
    ),
  typed: () => ({}),
  apply(values, { view, definition }) {
    const kept = (view.options.targets ?? []).filter((one) => !isRemoved(values, one.from));
    const from = periodOf(values["from"], definition);
    const added = from === "" ? [] : [{ from, value: values["value"] as number | null }];
    const targets = [...kept.filter((one) => one.from !== from), ...added];
    return changed(view, { targets: targets.toSorted((a, b) => a.from.localeCompare(b.from)) });
  },
};

/** No number of the measure could be so large, nor beyond the whole that it is a share of. */
function possible(schema: z.ZodType<number | null, string>, { form, multiplier }: DefinitionText) {
  const isShare = form === "proportion";
  const beyond = (value: number): boolean =>
    (isShare && value > multiplier) || Math.abs(value) > largestFigure;
  return schema.refine((value) => value === null || !beyond(value), {
    error: isShare
      ? `This cannot be more than ${multiplier.toLocaleString("en-GB")}`
      : "This number is too large",
  });
}

function targetLabel(definition: DefinitionText): string {
  const unit = unitText(definition);
  return unit ? `Target (${unit})` : "Target";
}

const axis: ViewKind = {
  title: "Change the axis",
  lead: "An axis that is kept can be compared from month to month. No number is hidden by it: one beyond it is drawn at its edge and said.",
  form: ({ definition }) =>
    defineForm(
      {
        zero: {
          kind: "choice",
          label: "Where the axis begins",
          options: [
            { value: "fit", label: "Where the numbers need it" },
            { value: "zero", label: "At zero" },
          ],
          schema: chosen(["fit", "zero"]),
        },
        from: {
          kind: "number",
          label: "Keep the lower end at",
          width: 10,
          schema: possible(optionalNumber("The lower end"), definition),
        },
        to: {
          kind: "number",
          label: "Keep the upper end at",
          width: 10,
          schema: possible(optionalNumber("The upper end"), definition),
        },
        reason,
      },
      ({ from, to }) =>
        problems(
          typeof from === "number" &&
            typeof to === "number" &&
            from >= to && ["to", "The upper end must be above the lower end"],
        ),
    ),
  typed: ({ view: { options } }) => ({
    zero: options.axis?.fromZero ? "zero" : "fit",
    from: options.axis?.from === undefined ? "" : String(options.axis.from),
    to: options.axis?.to === undefined ? "" : String(options.axis.to),
  }),
  apply(values, { view }) {
    const [from, to] = [values["from"], values["to"]] as [number | null, number | null];
    const ends = { ...(from !== null && { from }), ...(to !== null && { to }) };
    return changed(view, { axis: { fromZero: values["zero"] === "zero", ...ends } });
  },
};

export const viewKinds: Readonly<Record<string, ViewKind>> = {
  chart,
  phase,
  baseline,
  exclude,
  target,
  axis,
};

function periodOf(value: unknown, { frequency }: DefinitionText): string {
  return typeof value === "string" && value !== "" ? periodStart(value, frequency) : "";
}

function isBaselineLength(value: unknown): boolean {
  return typeof value === "number" && Number.isInteger(value) && value >= 2 && value <= 1_000;
}

/** Those that there are, each at its field. */
function problems(
  ...found: readonly (readonly [field: string, message: string] | false | undefined)[]
): FieldProblem[] {
  return found.flatMap((one) => (one ? [{ field: one[0], message: one[1] }] : []));
}
