import { FilterPanel } from "../filter-panel.tsx";
import { Input } from "../nhs/input.tsx";
import { Checkboxes } from "../nhs/checkboxes.tsx";
import { Select } from "../nhs/select.tsx";
import { specimensOf } from "./specimen.ts";

const applied = [
  { group: "Region", text: "North", removeHref: "?status=testing" },
  { group: "Status", text: "Testing", removeHref: "?region=north" },
];

export const filterPanelSpecimens = specimensOf("FilterPanel", {
  default: () => (
    <FilterPanel action="#plans">
      <Input id="filter-words" name="q" label="Words" />
    </FilterPanel>
  ),
  "with filters applied": () => (
    <FilterPanel
      id="filters-applied"
      action="#plans"
      heading="Filter 24 plans"
      applied={applied}
      clearHref="#plans"
      kept={{ sort: "newest" }}
    >
      <Select
        id="filter-region"
        name="region"
        label="Region"
        value="north"
        items={[
          { value: "", text: "All" },
          { value: "north", text: "North" },
        ]}
      />
      <Checkboxes
        small
        name="status"
        fieldset={{ legend: { text: "Status", size: "s" } }}
        values={["testing"]}
        items={[
          { value: "testing", text: "Testing" },
          { value: "closed", text: "Closed" },
        ]}
      />
    </FilterPanel>
  ),
});
