import { ruleSets } from "@throughline/spc";
import type { ReactNode } from "react";
import { chartName } from "#ui/chart/verdict-words.ts";
import { Button } from "#ui/nhs/button.tsx";
import { Checkboxes } from "#ui/nhs/checkboxes.tsx";
import { Details } from "#ui/nhs/details.tsx";
import { Input } from "#ui/nhs/input.tsx";
import { Radios } from "#ui/nhs/radios.tsx";
import { Select } from "#ui/nhs/select.tsx";
import { Textarea } from "#ui/nhs/textarea.tsx";
import { ratioCharts, valueCharts } from "./propose-chart.ts";
import type { Problem } from "./read-paste.ts";
import type { StudyField, StudyForm } from "./study-form.ts";

export interface PlaygroundFormProps {
  readonly form: StudyForm;
  readonly problems: readonly Problem[];
}

/** A plain form: it works without script, and a script only spares the pressing of its button. */
export function PlaygroundForm(props: PlaygroundFormProps): ReactNode {
  return (
    <form id="chart-form" className="tl-playground" action="/charts" method="post" noValidate>
      <div className="tl-playground__data">
        <DataFields {...props} />
      </div>
      <div className="tl-playground__choices">
        <Choices {...props} />
      </div>
      <div className="tl-playground__more">
        <Details summary="Phases, points to leave out, notes and axis" open={hasMore(props)}>
          <More {...props} />
        </Details>
        <Button text="Draw the chart" classes="tl-playground__draw" />
      </div>
    </form>
  );
}

function field(name: StudyField, { form, problems }: PlaygroundFormProps) {
  const problem = problems.filter((each) => each.field === name);
  return {
    id: name,
    name,
    value: form[name],
    errorMessage: problem.length === 0 ? undefined : { text: problem.map((each) => each.message).join(". ") },
  };
}

function DataFields(props: PlaygroundFormProps): ReactNode {
  return (
    <Textarea
      {...field("data", props)}
      label={{ text: "Your data", size: "m" }}
      hint={{
        text: "Copy 2 or 3 columns from Excel and paste them here: a date, then a number, or a numerator and a denominator",
      }}
      rows={11}
      spellcheck={false}
      classes="tl-playground__paste"
      attributes={{ autocomplete: "off", "data-check-patient-data": "" }}
    />
  );
}

const multipliers = [
  { value: "auto", text: "As fits" },
  { value: "1", text: "As it is" },
  { value: "100", text: "Per cent" },
  { value: "1000", text: "Per 1,000" },
  { value: "10000", text: "Per 10,000" },
  { value: "100000", text: "Per 100,000" },
];

function Choices(props: PlaygroundFormProps): ReactNode {
  const charts = [...new Set([...valueCharts, ...ratioCharts])];
  return (
    <>
      <Input {...field("title", props)} label="Title of the chart" />
      <Radios
        idPrefix="improvement"
        name="improvement"
        fieldset={{ legend: { text: "Which way is better" } }}
        value={props.form.improvement}
        inline
        small
        items={[
          { value: "increase", text: "Higher" },
          { value: "decrease", text: "Lower" },
          { value: "neutral", text: "Neither" },
        ]}
      />
      <Input
        {...field("target", props)}
        label="Target, if there is one"
        hint="For example 95, or 90; from 1 April 2026: 95"
        width={20}
      />
      <Select
        {...field("chart", props)}
        label="Chart"
        items={[
          { value: "auto", text: "The one that fits" },
          ...charts.map((chart) => ({ value: chart, text: chartName(chart) })),
        ]}
      />
      <Select
        {...field("rules", props)}
        label="Rules"
        items={Object.values(ruleSets).map((set) => ({ value: set.id, text: set.name }))}
      />
    </>
  );
}

function More(props: PlaygroundFormProps): ReactNode {
  return (
    <div className="tl-playground__columns">
      <div>
        <Textarea
          {...field("phases", props)}
          label="Phases"
          hint="The first day of each new phase and its name, one a line: 1 April 2026, New pathway"
          rows={3}
        />
        <Input
          {...field("baseline", props)}
          label="Limits from the first points of each phase"
          hint="How many, such as 12. Leave empty for all"
          width={4}
          inputmode="numeric"
        />
        <Textarea
          {...field("exclusions", props)}
          label="Points to leave out"
          hint="The date and the reason, one a line: 1 June 2026, Flood"
          rows={3}
        />
        <Textarea
          {...field("notes", props)}
          label="Tests and events"
          hint="The date and what happened, one a line. Begin with Test: for a test of change"
          rows={3}
        />
      </div>
      <div>
        <Input
          {...field("unit", props)}
          label="Unit"
          hint="For example minutes, or falls per 1,000 bed days"
        />
        <Input {...field("source", props)} label="Source" hint="Written under the chart" />
        <Select
          {...field("shape", props)}
          label="What the columns hold"
          items={[
            { value: "auto", text: "Work it out" },
            { value: "values", text: "One number for each point" },
            { value: "ratio", text: "Numerator and denominator" },
          ]}
        />
        <Select {...field("multiplier", props)} label="Show a ratio" items={multipliers} />
        <div className="tl-playground__pair">
          <Input {...field("from", props)} label="Axis from" width={5} inputmode="decimal" />
          <Input {...field("to", props)} label="Axis to" width={5} inputmode="decimal" />
        </div>
        <Boxes {...props} />
      </div>
    </div>
  );
}

const boxes = [
  ["zero", "Start the axis at 0"],
  ["ranges", "Show the moving ranges"],
  ["histogram", "Show the spread beside the chart"],
  ["screen", "Leave out extreme moving ranges from limits (screening)"],
  ["gaps", "Show a gap where a period has no row"],
] as const;

function Boxes({ form }: PlaygroundFormProps): ReactNode {
  return (
    <Checkboxes
      idPrefix="options"
      small
      fieldset={{ legend: { text: "Options" } }}
      items={boxes.map(([name, text]) => ({
        id: name,
        name,
        value: "on",
        text,
        checked: form[name] === "on",
      }))}
    />
  );
}

/** Open when something in it was filled in, or must be put right. */
function hasMore({ form, problems }: PlaygroundFormProps): boolean {
  const inside = ["phases", "baseline", "exclusions", "notes", "from", "to", "unit", "source"] as const;
  return (
    problems.some((problem) => inside.some((name) => name === problem.field)) ||
    inside.slice(0, 6).some((name) => form[name] !== "")
  );
}
