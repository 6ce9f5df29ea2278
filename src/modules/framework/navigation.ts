import type { NavigationItem } from "#web/navigation.ts";

export const frameworkNavigation: NavigationItem = {
  label: "Framework",
  href: "/framework",
  section: "/framework",
  shownTo: () => true,
};
