import type { NavigationItem } from "#web/navigation.ts";

export const playgroundNavigation: NavigationItem = {
  label: "Charts",
  href: "/charts",
  section: "/charts",
  shownTo: () => true,
};
