import { BadSetting } from "#platform/config.ts";

const pattern = /^(\d{4}-\d\d-\d\d)[ T](\d\d:\d\d)(:\d\d(?:\.\d{1,3})?)?(Z|[+-]\d\d:\d\d)?$/;

/** Summer time first: of the hour that comes twice in October the first is meant, and Z names either. */
const offsets = ["+01:00", "Z"];

/** "2026-11-24 19:00:05" by the clock on a British wall, or with Z or an offset at the end. */
export function parseMoment(text: string): Date {
  const [, day, minute, second = ":00", offset] = pattern.exec(text.trim()) ?? [];
  const candidates = (offset ? [offset] : offsets).map(
    (each) => new Date(`${day}T${minute}${second}${each}`),
  );
  const found = candidates.find(
    (at) => !Number.isNaN(+at) && (offset || wallClock(at) === wall(day, minute, second)),
  );
  if (!found)
    throw new BadSetting(
      `"${text}" is no moment: write it as "2026-11-24 19:00:05", by British time, or with Z at the end for UTC.`,
    );
  return found;
}

const wall = (day = "", minute = "", second: string): string => `${day} ${minute}${second.slice(0, 3)}`;

/** As it is typed: "2026-11-24 19:00:05". */
export function wallClock(at: Date): string {
  return at.toLocaleString("sv-SE", { timeZone: "Europe/London" });
}
