import type { ReactNode } from "react";
import { Button } from "#ui/nhs/button.tsx";
import { Select } from "#ui/nhs/select.tsx";
import { FilterPanel } from "#ui/filter-panel.tsx";
import { OrganisationPicker } from "#ui/organisation-picker.tsx";
import type { NamedBody } from "../body.ts";
import type { FoundBodies } from "../queries/find-bodies.ts";

/** What was asked, as it stands in the address: the search keeps the filters, and the filters the search. */
export type Query = { q: string; kind: string; place: string; area: string };

/** A plain form that asks by its address, so that a search can be kept, sent and gone back to. */
export function FindForm({ query: { q, ...filters } }: { query: Query }): ReactNode {
  return (
    <search aria-label="Organisations">
      <form action="/bodies" method="get" className="tl-search">
        {Object.entries(filters).map(([name, value]) =>
          value === "" ? null : <input key={name} type="hidden" name={name} value={value} />,
        )}
        <OrganisationPicker
          name="q"
          label="Find an organisation"
          value={q}
          source="/bodies/suggestions"
          hint="Type a name, code, town or the first half of a postcode. Small slips in spelling do not matter"
        />
        <Button text="Find" />
      </form>
    </search>
  );
}

type NarrowProps = { query: Query; found: FoundBodies; address: (query: Query) => string };

export function Narrow({ query, found, address }: NarrowProps): ReactNode {
  const { kinds, places, narrowed } = found;
  const without = (name: keyof Query) => address({ ...query, [name]: "" });
  return (
    <FilterPanel
      heading="Filter by what it is, place or area"
      action="/bodies"
      applied={[
        narrowed.kind && { group: "What it is", text: narrowed.kind.label, removeHref: without("kind") },
        narrowed.place && { group: "Place", text: narrowed.place.name, removeHref: without("place") },
        narrowed.area && { group: "Area", text: narrowed.area.name, removeHref: without("area") },
      ]}
      clearHref={address({ q: query.q, kind: "", place: "", area: "" })}
      kept={query.q === "" ? {} : { q: query.q }}
    >
      <Select
        id="kind"
        name="kind"
        label="What it is"
        value={narrowed.kind?.kind}
        items={[any, ...kinds.map((kind) => ({ value: kind.kind, text: kind.label }))]}
      />
      <PlaceSelect
        name="place"
        label="Region or local system"
        chosen={narrowed.place}
        from={places.filter((place) => place.tier !== "area")}
      />
      <PlaceSelect
        name="area"
        label="Area of support"
        chosen={narrowed.area}
        from={places.filter((place) => place.tier === "area")}
      />
    </FilterPanel>
  );
}

const any = { value: "", text: "Any" };

type PlaceSelectProps = {
  name: string;
  label: string;
  chosen: NamedBody | undefined;
  from: readonly NamedBody[];
};

/** A place that was reached by a link and is not on the list stays chosen. */
function PlaceSelect({ name, label, chosen, from }: PlaceSelectProps): ReactNode {
  const extra = chosen && !from.some((one) => one.code === chosen.code) ? [chosen] : [];
  return (
    <Select
      id={name}
      name={name}
      label={label}
      value={chosen?.code}
      items={[any, ...[...extra, ...from].map((one) => ({ value: one.code, text: one.name }))]}
    />
  );
}
