import type { Pasted } from "./read-paste.ts";
import { rhythmOfLabels, type Rhythm } from "#ui/chart/calendar.ts";

/**
 * Rows in order of date, with an empty one for each month or week that is not there: a period without a row is a gap
 * in what is known, not a reason to draw a line over it.
 */
export function completePeriods(pasted: Pasted, fill: boolean): Pasted {
  if (!pasted.dated || pasted.x.length < 3) return pasted;
  const order = pasted.x
    .map((_, i) => i)
    .sort((a, b) => (pasted.x[a]! < pasted.x[b]! ? -1 : pasted.x[a]! > pasted.x[b]! ? 1 : a - b));
  const x = order.map((i) => String(pasted.x[i]!));
  const rhythm = rhythmOfLabels(x);
  const moved = order.some((i, at) => i !== at);
  const repeated = x.filter((day, i) => day === x[i - 1]).length;
  const slots = fill ? withGaps(x, rhythm) : x.map((day, at) => ({ day, at }));
  const pick = <Value>(column: readonly Value[] | null, none: Value) =>
    column && slots.map(({ at }) => (at === null ? none : column[order[at]!]!));
  const added = slots.filter(({ at }) => at === null);
  return {
    ...pasted,
    x: slots.map(({ day }) => day),
    values: pick(pasted.values, null)!,
    denominators: pick(pasted.denominators, null),
    targets: pick(pasted.targets, null),
    notes: [
      ...pasted.notes,
      ...orderNotes(moved, repeated),
      ...gapNotes(
        added.map(({ day }) => day),
        rhythm,
      ),
    ],
  };
}

interface Slot {
  readonly day: string;
  /** Place among the sorted rows; null where none was given. */
  readonly at: number | null;
}

function withGaps(x: readonly string[], rhythm: Rhythm): Slot[] {
  const plain = x.map((day, at): Slot => ({ day, at }));
  const step = rhythm === "month" ? 1 : rhythm === "quarter" ? 3 : rhythm === "week" ? 7 : 0;
  if (step === 0) return plain;
  const number = (day: string) =>
    rhythm === "week"
      ? Date.parse(`${day}T00:00:00Z`) / 86_400_000
      : Number(day.slice(0, 4)) * 12 + Number(day.slice(5, 7)) - 1;
  const slots: Slot[] = [];
  x.forEach((day, at) => {
    const before = slots.at(-1);
    if (before)
      for (let next = number(before.day) + step; next < number(day); next += step)
        slots.push({ day: dayOf(next, rhythm), at: null });
    slots.push({ day, at });
  });
  // So many gaps mean that the rhythm was misjudged.
  return slots.length > x.length * 1.4 ? plain : slots;
}

function dayOf(number: number, rhythm: Rhythm): string {
  if (rhythm === "week") return new Date(number * 86_400_000).toISOString().slice(0, 10);
  return `${Math.floor(number / 12)}-${String((number % 12) + 1).padStart(2, "0")}-01`;
}

function orderNotes(moved: boolean, repeated: number): string[] {
  return [
    moved ? "Rows were put in order of date." : "",
    repeated > 0
      ? `${repeated === 1 ? "1 date comes" : `${repeated} dates come`} twice: each row is a point of its own.`
      : "",
  ].filter(Boolean);
}

function gapNotes(added: readonly string[], rhythm: Rhythm): string[] {
  if (added.length === 0) return [];
  const named = added
    .slice(0, 3)
    .map((day) =>
      rhythm === "week" ? day.split("-").toReversed().join("/") : `${day.slice(5, 7)}/${day.slice(0, 4)}`,
    );
  const more = added.length > 3 ? ` and ${added.length - 3} more` : "";
  return [`No row for ${named.join(", ")}${more}: shown as a gap, not bridged.`];
}
