import type { DefinitionText } from "./definition.ts";

/** One version of a definition, as its history tells it. */
export type VersionWritten = { version: number; reason: string; by: string | null; at: string };

/** A definition as whoever may see it finds it, in one of its versions. */
export type DefinitionSeen = {
  id: string;
  /** The newest. */
  version: number;
  shown: number;
  text: DefinitionText;
  versions: readonly VersionWritten[];
  shared: boolean;
  ownerId: string | null;
  ownerName: string | null;
  bodyId: string | null;
  keptBy: { code: string; name: string } | null;
  uses: number;
  retiredAt: Date | null;
  retiredReason: string;
};
