import type { ReactNode } from "react";
import type { Context } from "#platform/perform.ts";
import type { PlanFrame } from "./workspace-part.ts";
import { takeAlongPart } from "./exports/take-along-part.tsx";

/** A part of the page from which a plan goes out: as a poster, as slides, as a file for another server. */
export type SharePart = { id: string; draw(context: Context, frame: PlanFrame): Promise<ReactNode | null> };

export const shareParts: readonly SharePart[] = [takeAlongPart];
