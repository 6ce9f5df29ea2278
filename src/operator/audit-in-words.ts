import { counted } from "#ui/counted.ts";

type Followed = { entries: number; heads: number; faults: number };

/** "1,204 entries, 3 heads kept outside, 0 faults." */
export function auditInWords({ entries, heads, faults }: Followed): string {
  return `${counted(entries, "entry", "entries")}, ${counted(heads, "head")} kept outside, ${counted(faults, "fault")}.`;
}
