import type { ReactNode } from "react";
import type { Context } from "#platform/perform.ts";
import type { BodySummary } from "./body.ts";

/** A part of a body's page that another module fills. Nothing is shown where it draws null. */
export type BodySlot = {
  id: string;
  order: number;
  draw(context: Context, body: BodySummary): Promise<ReactNode | null>;
};
