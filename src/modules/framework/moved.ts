import { compareVersions, type Difference } from "./compare-versions.ts";
import type { Content } from "./content.ts";

/** An alignment to an item of a framework that has newer versions than the one it was aligned to. */
export type Served = {
  planId: string;
  planTitle: string;
  frameworkId: string;
  frameworkKey: string;
  frameworkTitle: string;
  reference: string;
  /** The version when it was aligned, and the one that holds now. */
  from: number;
  to: number;
};

export type Moved = Served & { title: string; differences: Difference[] };

/** What became of the item that is served, and of what stands directly under it. */
export function differencesAt(reference: string, before: Content, after: Content): Difference[] {
  const isNear = (key: string) =>
    key === reference || (after.item(key) ?? before.item(key))?.parent === reference;
  return compareVersions(before, after).filter(({ key }) => isNear(key));
}

/** "Build improvement capability: changed (description)". */
export function differenceWords({ title, change, fields }: Difference): string {
  const which = change === "changed" ? ` (${fields.map(({ name }) => name.toLowerCase()).join(", ")})` : "";
  return `${title}: ${change}${which}`;
}
