import { Icon, type IconName } from "../nhs/icon.tsx";
import { specimensOf } from "./specimen.ts";

const iconNames: readonly IconName[] = [
  "arrow-left",
  "arrow-right",
  "arrow-up",
  "arrow-down",
  "arrow-up-down",
  "arrow-right-circle",
  "chevron-right-circle",
  "cross",
  "tick",
  "minus",
  "plus",
  "search",
  "user",
];

export const iconSpecimens = specimensOf("Icon", {
  default: () => <Icon name="search" title="Search" />,
  all: () => (
    <p>
      {iconNames.map((name) => (
        <Icon key={name} name={name} title={name} />
      ))}
    </p>
  ),
});
