import type { NavigationItem } from "#web/navigation.ts";

export const measuresNavigation: NavigationItem = {
  label: "Measures",
  href: "/measures",
  section: "/measures",
  shownTo: () => true,
};
