import type pg from "pg";
import type { Nation } from "./nation.ts";
import type { Scale } from "./scale.ts";

export type Report = (line: string) => void;

/** What one module brings into the demonstration, inside the one transaction that loads it all. */
export type Part = {
  name: string;
  /** The tables it fills: their triggers are off and their plain indexes away while it does. */
  tables: readonly string[];
  load(client: pg.ClientBase, scale: Scale, nation: Nation, report: Report): Promise<void>;
};
