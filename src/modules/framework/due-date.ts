import type { Pack } from "./pack/pack.ts";

type Horizon = Pick<Pack["horizons"][number], "months">;

/** The last day of the month that lies so many months after the start. */
export function horizonEnd(starts: string, { months }: Horizon): string {
  const [year = 0, month = 1] = starts.split("-").map(Number);
  return new Date(Date.UTC(year, month + months, 0)).toISOString().slice(0, 10);
}

/** The date that the action names itself, or else the end of its horizon. */
export function dueDate(
  detail: { due?: string | undefined; horizon: string },
  pack: Pick<Pack, "framework" | "horizons">,
): string {
  if (detail.due) return detail.due;
  const horizon = pack.horizons.find((one) => one.id === detail.horizon);
  if (!horizon) throw new Error(`There is no horizon ${detail.horizon}`);
  return horizonEnd(pack.framework.starts, horizon);
}
