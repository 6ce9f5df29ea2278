import {
  calendarDate,
  dateAt,
  financialYear,
  monthNumber,
  months,
  rhythmOf,
  weekday,
  type CalendarDate,
  type Rhythm,
} from "./calendar.ts";
import { textWidth } from "./text-width.ts";

export type Years = "financial" | "calendar";

export interface Tick {
  /** From 0, the left end, to 1. */
  readonly at: number;
  readonly label: string;
  /** The year, on a second row, where it begins. */
  readonly year: string | null;
}

export interface TimeAxis {
  readonly rhythm: Rhythm;
  /** Where each point stands, from 0 to 1. */
  readonly places: readonly number[];
  /** Where a date or name stands, if it does. */
  placeOf(label: string | number): number | null;
  readonly ticks: readonly Tick[];
  /** True where whole periods lie between a point and the one before: the line must not bridge them. */
  readonly skipped: readonly boolean[];
}

export interface TimeAxisOptions {
  readonly width: number;
  readonly size: number;
  readonly years: Years;
}

type Label = string | number;

/** Dates by the calendar, numbers by size, and everything else in order. */
export function timeAxis(labels: readonly Label[], options: TimeAxisOptions): TimeAxis {
  const dates = labels.map(calendarDate);
  if (labels.length > 0 && dates.every((date) => date !== null)) return calendarAxis(dates, options);
  return ordinalAxis(labels, options);
}

/** Air at both ends, as a share of the distance between points. */
function placing(coordinates: readonly number[], step: number): (coordinate: number) => number {
  const first = coordinates[0] ?? 0;
  const last = coordinates.at(-1) ?? 0;
  const least = Math.min(first, last) - step * 0.6;
  const most = Math.max(first, last) + step * 0.6;
  const span = most - least || 1;
  return (coordinate) => (coordinate - least) / span;
}

function ordinalAxis(labels: readonly Label[], { width, size }: TimeAxisOptions): TimeAxis {
  const place = placing([0, Math.max(0, labels.length - 1)], 1);
  const words = labels.map(String);
  const room = width / Math.max(1, labels.length);
  const widest = Math.max(1, ...words.map((word) => Math.min(90, textWidth(word, size)))) + 10;
  const every = Math.max(1, Math.ceil(widest / room));
  const ticks: Tick[] = [];
  for (let i = 0; i < words.length; i += every) {
    const word = words[i]!;
    ticks.push({ at: place(i), label: word.length > 16 ? `${word.slice(0, 15)}…` : word, year: null });
  }
  return {
    rhythm: "irregular",
    places: labels.map((_, i) => place(i)),
    placeOf: (label) => {
      const found = words.indexOf(String(label));
      return found < 0 ? null : place(found);
    },
    ticks,
    skipped: labels.map(() => false),
  };
}

function calendarAxis(dates: readonly CalendarDate[], options: TimeAxisOptions): TimeAxis {
  const rhythm = rhythmOf(dates);
  const byMonth = rhythm === "month" || rhythm === "quarter" || rhythm === "year";
  // A month's point may be dated on its first or its last day: both belong to that month.
  const coordinate = byMonth ? monthNumber : (date: CalendarDate) => date.at;
  const coordinates = dates.map(coordinate);
  const first = coordinates[0]!;
  const last = coordinates.at(-1)!;
  const usual = usualStep(rhythm, coordinates);
  const place = placing([first, last], usual);
  const grain = byMonth ? monthGrain : dayGrain;
  return {
    rhythm,
    places: coordinates.map(place),
    placeOf: (label) => {
      const date = calendarDate(label);
      if (date === null) return null;
      const within = byMonth ? (date.day - 1) / 31 - (rhythm === "month" ? 0.5 : 0) : 0;
      const at = place(coordinate(date) + within);
      return at >= -0.02 && at <= 1.02 ? Math.min(1, Math.max(0, at)) : null;
    },
    ticks: spacedYears(grain(first, last, { ...options, rhythm, place }), options),
    skipped: coordinates.map(
      (at, i) => i > 0 && rhythm !== "irregular" && at - coordinates[i - 1]! > usual * skipOf(rhythm),
    ),
  };
}

/** A year that is hardly in the picture gives way to the next one. */
function spacedYears(ticks: readonly Tick[], { width, size }: TimeAxisOptions): Tick[] {
  const room = (textWidth("2024/25", size) + 8) / width;
  let next = Infinity;
  return ticks
    .toReversed()
    .map((tick) => {
      if (tick.year === null) return tick;
      const crowded = next - tick.at < room;
      if (!crowded) next = tick.at;
      return crowded ? { ...tick, year: null } : tick;
    })
    .toReversed();
}

/** Daily series often leave out weekends; that is no gap. */
function skipOf(rhythm: Rhythm): number {
  return rhythm === "day" ? 3.5 : 1.5;
}

function usualStep(rhythm: Rhythm, coordinates: readonly number[]): number {
  if (rhythm === "day" || rhythm === "month") return 1;
  if (rhythm === "week") return 7;
  if (rhythm === "quarter") return 3;
  if (rhythm === "year") return 12;
  return (coordinates.at(-1)! - coordinates[0]!) / Math.max(1, coordinates.length - 1) || 1;
}

interface Grain extends TimeAxisOptions {
  readonly rhythm: Rhythm;
  readonly place: (coordinate: number) => number;
}

function monthGrain(first: number, last: number, grain: Grain): Tick[] {
  const least = grain.rhythm === "month" ? 1 : grain.rhythm === "quarter" ? 3 : 12;
  const pixels = grain.width * (grain.place(first + 1) - grain.place(first));
  const step =
    [1, 2, 3, 6, 12, 24, 60, 120].find(
      (each) => each >= least && each * pixels >= neededFor(each, grain.size),
    ) ?? 240;
  const start = firstOnGrid(first, step, grain);
  const ticks: Tick[] = [];
  let before = "";
  for (let at = start; at <= last; at += step) {
    const [year, month] = [Math.floor(at / 12), at % 12];
    const name = yearName(year, month, grain.years);
    if (step >= 12) ticks.push({ at: grain.place(at), label: name, year: null });
    else {
      ticks.push({
        at: grain.place(at),
        label: months[month]!.slice(0, 3),
        year: name === before ? null : name,
      });
      before = name;
    }
  }
  return ticks;
}

function neededFor(step: number, size: number): number {
  return step >= 12 ? textWidth("2024/25", size) + 12 : textWidth("Mmm", size) + 8;
}

/** Few labels stand under points of their own; many stand on the grid of the year. */
function firstOnGrid(first: number, step: number, { rhythm, years }: Grain): number {
  const origin = years === "financial" ? 3 : 0;
  if (step === 1) return first;
  const offset =
    rhythm === "month" || step > 12
      ? origin
      : rhythm === "quarter" && step >= 12
        ? nearestQuarter(first, origin)
        : first % 12;
  const ahead = (((offset - first) % step) + step) % step;
  return first + ahead;
}

function nearestQuarter(first: number, origin: number): number {
  for (let at = first; at < first + 12; at += 3) if (at % 12 === origin) return origin;
  return first % 12;
}

function yearName(year: number, month: number, years: Years): string {
  return years === "financial" ? financialYear(year, month) : String(year);
}

function dayGrain(first: number, last: number, grain: Grain): Tick[] {
  const pixels = grain.width * (grain.place(first + 1) - grain.place(first));
  const needed = textWidth("30 Mmm", grain.size) + 10;
  const least = grain.rhythm === "week" ? 7 : 1;
  const daily = [1, 2, 7, 14].find((each) => each >= least && each * pixels >= needed);
  if (daily !== undefined) return dailyTicks(first, last, { ...grain, step: daily });
  // Under months of days the same grid serves as under points that are months.
  const monthPixels = pixels * 30.4;
  const step =
    [1, 2, 3, 6, 12, 24, 60, 120].find((each) => each * monthPixels >= neededFor(each, grain.size)) ?? 240;
  return monthStarts(first, last, { ...grain, step });
}

function dailyTicks(first: number, last: number, grain: Grain & { step: number }): Tick[] {
  const { step, place } = grain;
  const start = Math.ceil(first);
  const monday = step >= 7 && grain.rhythm !== "week" ? start + ((7 - weekday(start)) % 7) : start;
  const ticks: Tick[] = [];
  let before = "";
  for (let at = monday; at <= last + 1e-9; at += step) {
    const date = dateAt(at);
    const name = yearName(date.year, date.month, grain.years);
    const label = `${date.day} ${months[date.month]!.slice(0, 3)}`;
    ticks.push({ at: place(at), label, year: name === before ? null : name });
    before = name;
  }
  return ticks;
}

function monthStarts(first: number, last: number, grain: Grain & { step: number }): Tick[] {
  const { step, years, place } = grain;
  const origin = years === "financial" ? 3 : 0;
  const begin = dateAt(first);
  let month = monthNumber(begin) + (begin.day > 1 ? 1 : 0);
  if (step >= 2) month += (((origin - month) % step) + step) % step;
  const ticks: Tick[] = [];
  let before = "";
  for (; ; month += step) {
    const [year, within] = [Math.floor(month / 12), month % 12];
    const at = Date.UTC(year, within, 1) / 86_400_000;
    if (at > last) return ticks;
    const name = yearName(year, within, years);
    if (step >= 12) ticks.push({ at: place(at), label: name, year: null });
    else
      ticks.push({ at: place(at), label: months[within]!.slice(0, 3), year: name === before ? null : name });
    before = name;
  }
}
