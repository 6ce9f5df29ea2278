import type { NavigationItem } from "#web/navigation.ts";

export const reportsNavigation: NavigationItem = {
  label: "Board reports",
  href: "/reports",
  section: "/reports",
  shownTo: () => true,
};
