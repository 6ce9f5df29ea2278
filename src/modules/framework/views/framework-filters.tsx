import type { ReactNode } from "react";
import { FilterPanel } from "#ui/filter-panel.tsx";
import { Select } from "#ui/nhs/select.tsx";
import type { Pack } from "../pack/pack.ts";
import { frameworkPath } from "../paths.ts";
import { horizonName, noFilters, type Filters } from "../progress.ts";
import { standings } from "../standing.ts";

type FrameworkFiltersProps = { pack: Pack; filters: Filters; page?: string; kept?: Record<string, string> };

const groups: Record<keyof Filters, string> = {
  body: "Body",
  horizon: "By when",
  condition: "Condition",
  standing: "How it stands",
};

/** By body, horizon, condition and progress; what is chosen is part of the address. */
export function FrameworkFilters({ pack, filters, page = "", kept = {} }: FrameworkFiltersProps): ReactNode {
  const options = optionsOf(pack);
  const address = (changed: Filters) => frameworkPath(pack.framework.key, page, { ...kept, ...changed });
  const names = Object.keys(groups) as (keyof Filters)[];
  return (
    <FilterPanel
      heading="Filter by body, date, condition or progress"
      action={frameworkPath(pack.framework.key, page)}
      applied={names.map((name) => {
        const chosen = options[name].find((option) => option.value === filters[name]);
        return (
          chosen && {
            group: groups[name],
            text: chosen.text,
            removeHref: address({ ...filters, [name]: "" }),
          }
        );
      })}
      clearHref={address(noFilters)}
      kept={kept}
    >
      {names.map((name) => (
        <Select
          key={name}
          id={name}
          name={name}
          label={groups[name]}
          value={filters[name]}
          items={[{ value: "", text: "Any" }, ...options[name]]}
        />
      ))}
    </FilterPanel>
  );
}

function optionsOf(pack: Pack): Record<keyof Filters, { value: string; text: string }[]> {
  return {
    body: pack.bodies.map(({ id, name }) => ({ value: id, text: name })),
    horizon: pack.horizons.map(({ id }) => ({ value: id, text: horizonName(pack, id) })),
    condition: pack.conditions.map(({ id, title }) => ({ value: id, text: `${id}: ${title}` })),
    standing: [
      ...Object.entries(standings).map(([value, text]) => ({ value, text })),
      { value: "without-owner", text: "Without a single owner" },
    ],
  };
}
