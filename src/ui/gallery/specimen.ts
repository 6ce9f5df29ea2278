import type { ReactNode } from "react";

/** A component in one of its states. */
export type Specimen = {
  readonly component: string;
  readonly name: string;
  /** A part of every page, here shown once more inside one: rules of landmarks do not hold for it. */
  readonly isLandmark: boolean;
  render(): ReactNode;
};

export function specimensOf(
  component: string,
  states: Readonly<Record<string, () => ReactNode>>,
  { isLandmark = false } = {},
): Specimen[] {
  return Object.entries(states).map(([name, render]) => ({ component, name, isLandmark, render }));
}
