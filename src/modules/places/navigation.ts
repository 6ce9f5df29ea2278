import type { NavigationItem } from "#web/navigation.ts";

export const placesNavigation: NavigationItem = {
  label: "Organisations",
  href: "/bodies",
  section: "/bodies",
  shownTo: () => true,
};
