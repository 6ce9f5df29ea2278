import type { ReactNode } from "react";

/** A component in one of its states. */
export type Specimen = {
  readonly component: string;
  readonly name: string;
  render(): ReactNode;
};
