import type { Actor } from "#platform/actor.ts";

/** One entry of the service navigation. Modules hand theirs to src/app.ts; the layout only draws them. */
export type NavigationItem = {
  label: string;
  href: string;
  /** Paths that begin with this belong to the entry, which is then marked as where the person is. */
  section: string;
  shownTo(actor: Actor): boolean;
};

export function isCurrent(item: NavigationItem, path: string): boolean {
  return path === item.section || path.startsWith(`${item.section}/`);
}
