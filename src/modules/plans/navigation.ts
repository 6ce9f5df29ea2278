import type { NavigationItem } from "#web/navigation.ts";

export const plansNavigation: NavigationItem = {
  label: "Improvement work",
  href: "/plans",
  section: "/plans",
  shownTo: () => true,
};
