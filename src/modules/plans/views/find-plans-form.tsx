import type { ReactNode } from "react";
import { Button } from "#ui/nhs/button.tsx";
import { InsetText } from "#ui/nhs/inset-text.tsx";
import { Input } from "#ui/nhs/input.tsx";
import { Select } from "#ui/nhs/select.tsx";
import { FilterPanel, type AppliedFilter } from "#ui/filter-panel.tsx";
import { OrganisationPicker } from "#ui/organisation-picker.tsx";
import { planKinds, stageLabels, stages } from "../plan.ts";
import { planKindRules } from "../plan-kinds.ts";
import { planStateLabels, priorities, priorityLabels, sponsoringLabels, sponsorings } from "../plan-line.ts";
import type { AskedPlans, FoundPlans } from "../queries/find-plans.ts";

export type PlansQuery = Omit<AskedPlans, "page">;

export const noQuery: PlansQuery = {
  q: "",
  place: "",
  kind: "",
  topic: "",
  method: "",
  stage: "",
  priority: "",
  partner: "",
  sponsor: "",
  state: "",
  weeks: "",
};

export const portfolioPath = "/portfolio";

/** What stands in the address. What was chosen while typing says exactly which place is meant. */
export function plansQueryOf(asked: (name: string) => string | undefined): PlansQuery {
  const read = (name: string): string => (asked(name) ?? "").slice(0, 200);
  const names = Object.keys(noQuery) as (keyof PlansQuery)[];
  const query = Object.fromEntries(names.map((name) => [name, read(name)])) as PlansQuery;
  return { ...query, place: query.place && (read("place-chosen") || query.place) };
}

/** The address of a list, with only what narrows it. A list that begins at one's own place must be told of everywhere. */
export function plansAddress(path: string, query: PlansQuery, page = 1): string {
  const given = { ...query, page: page > 1 ? String(page) : "" };
  const search = new URLSearchParams(Object.entries(given).filter(([, value]) => value !== ""));
  if (path === portfolioPath && query.place === "") search.set("place", "");
  return search.size > 0 ? `${path}?${search}` : path;
}

export function FindPlansForm({ query }: { query: PlansQuery }): ReactNode {
  const { q, ...filters } = query;
  return (
    <search aria-label="Improvement work">
      <form action="/plans" method="get" className="tl-search">
        {Object.entries(filters).map(([name, value]) =>
          value === "" ? null : <input key={name} type="hidden" name={name} value={value} />,
        )}
        <Input
          id="q"
          name="q"
          label={{ text: "Find improvement work" }}
          hint={{ text: "By what it is about, such as falls at night or discharge letters" }}
          value={q}
          type="search"
        />
        <Button text="Find" />
      </form>
    </search>
  );
}

/** What was typed for a place and means none is said, and why everything is shown. */
export function UnknownPlace({ name }: { name: string }): ReactNode {
  if (name === "") return null;
  return (
    <InsetText>
      <p>
        No place or organisation with the name or code “{name}” was found, or several have it. You see the
        work of every place. Open the filters to choose one while you type.
      </p>
    </InsetText>
  );
}

const any = { value: "", text: "Any" };

type NarrowProps = {
  path: string;
  query: PlansQuery;
  found: Pick<FoundPlans, "narrowed" | "topics" | "unknownPlace">;
  methods: readonly { key: string; name: string }[];
};

/** What narrows the list, each with a way to take it off. */
export function NarrowPlans({ path, query, found, methods }: NarrowProps): ReactNode {
  const { narrowed, topics } = found;
  return (
    <FilterPanel
      heading="Filter by place, topic, method, stage, priority, patient involvement or sponsor"
      action={path}
      applied={appliedFilters(path, query, { narrowed, methods })}
      clearHref={plansAddress(path, { ...noQuery, q: query.q })}
      kept={keptWith(query)}
    >
      <OrganisationPicker
        name="place"
        label="Place or organisation"
        value={narrowed.place?.name ?? found.unknownPlace}
        chosen={narrowed.place?.code ?? ""}
        source="/bodies/suggestions"
      />
      <Select
        id="topic"
        name="topic"
        label={{ text: "Topic" }}
        value={narrowed.topic}
        items={[any, ...withChosen(topics, narrowed.topic).map((topic) => ({ value: topic, text: topic }))]}
      />
      <Select
        id="method"
        name="method"
        label={{ text: "Method" }}
        value={narrowed.method}
        items={[any, ...methods.map(({ key, name }) => ({ value: key, text: name }))]}
      />
      <Select
        id="stage"
        name="stage"
        label={{ text: "Stage" }}
        value={narrowed.stage}
        items={[any, ...stages.map((value) => ({ value, text: stageLabels[value] }))]}
      />
      <Select
        id="priority"
        name="priority"
        label={{ text: "Whose priority" }}
        value={narrowed.priority}
        items={[any, ...priorities.map((value) => ({ value, text: priorityLabels[value] }))]}
      />
      <Select
        id="partner"
        name="partner"
        label={{ text: "Patient or carer partner" }}
        value={narrowed.partner}
        items={[any, { value: "yes", text: "In the team" }, { value: "no", text: "Not yet" }]}
      />
      <Select
        id="sponsor"
        name="sponsor"
        label={{ text: "Sponsor" }}
        value={narrowed.sponsor}
        items={[any, ...sponsorings.map((value) => ({ value, text: sponsoringLabels[value] }))]}
      />
      <Select
        id="kind"
        name="kind"
        label={{ text: "Kind" }}
        value={narrowed.kind}
        items={[any, ...planKinds.map((value) => ({ value, text: planKindRules[value].label }))]}
      />
    </FilterPanel>
  );
}

function withChosen(topics: readonly string[], chosen: string | undefined): string[] {
  return chosen && !topics.includes(chosen) ? [chosen, ...topics] : [...topics];
}

function keptWith({ q, state, weeks }: PlansQuery): Record<string, string> {
  return Object.fromEntries(Object.entries({ q, state, weeks }).filter(([, value]) => value !== ""));
}

type Applied = Pick<FoundPlans, "narrowed"> & Pick<NarrowProps, "methods">;

function appliedFilters(
  path: string,
  query: PlansQuery,
  { narrowed, methods }: Applied,
): (AppliedFilter | undefined)[] {
  const chip = (name: keyof PlansQuery, group: string, text: string | undefined): AppliedFilter | undefined =>
    text === undefined
      ? undefined
      : { group, text, removeHref: plansAddress(path, { ...query, [name]: "" }) };
  const { place, topic, method, stage, priority, partner, sponsor, kind, state } = narrowed;
  return [
    chip("state", "Shown", state && planStateLabels[state]),
    chip("place", "Place", place?.name),
    chip("topic", "Topic", topic),
    chip("method", "Method", method && (methods.find(({ key }) => key === method)?.name ?? method)),
    chip("stage", "Stage", stage && stageLabels[stage]),
    chip("priority", "Priority", priority && priorityLabels[priority]),
    chip("partner", "Partner", partner && (partner === "yes" ? "in the team" : "not yet")),
    chip("sponsor", "Sponsor", sponsor && sponsoringLabels[sponsor].toLowerCase()),
    chip("kind", "Kind", kind && planKindRules[kind].label),
  ];
}
