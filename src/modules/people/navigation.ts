import { isPerson } from "#platform/actor.ts";
import type { NavigationItem } from "#web/navigation.ts";

export const peopleNavigation: NavigationItem = {
  label: "My account",
  href: "/me",
  section: "/me",
  shownTo: isPerson,
};
