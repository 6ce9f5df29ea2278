import type { ReactNode } from "react";

/** A component in one of its states. */
export type Specimen = {
  readonly component: string;
  readonly name: string;
  render(): ReactNode;
};

export function specimensOf(
  component: string,
  states: Readonly<Record<string, () => ReactNode>>,
): Specimen[] {
  return Object.entries(states).map(([name, render]) => ({ component, name, render }));
}
