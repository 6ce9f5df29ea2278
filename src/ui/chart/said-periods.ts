import type { Narrative } from "@throughline/spc";
import { labelWords, type Rhythm } from "./calendar.ts";

/** "from April 2026 to May 2026", and "week from 6 April 2026 until week from 4 May 2026", which has its own "from". */
export function spanWords(first: string | number, last: string | number, rhythm: Rhythm): string {
  const [from, to] = [withinSentence(first, rhythm), withinSentence(last, rhythm)];
  return / (to|from) /.test(from) ? `${from} until ${to}` : `from ${from} to ${to}`;
}

function withinSentence(label: string | number, rhythm: Rhythm): string {
  return labelWords(label, rhythm).replace(/^W/, "w");
}

/** The statistics name a period by its first day; people read "October 2024" or "week from 6 April 2026". */
export function saidPeriods(narrative: Narrative, rhythm: Rhythm): Narrative {
  const words = (sentence: string): string =>
    sentence
      .replace(/^At (\d{4}-\d{2}-\d{2}):/, (_, day: string) => `${labelWords(day, rhythm)}:`)
      .replace(
        /^From (\d{4}-\d{2}-\d{2}) to (\d{4}-\d{2}-\d{2}):/,
        (_, first: string, last: string) => `${capital(spanWords(first, last, rhythm))}:`,
      )
      .replace(/begins at (?=\d{4}-)/, "begins with ")
      .replaceAll(/\b\d{4}-\d{2}-\d{2}\b/g, (day) => withinSentence(day, rhythm));
  return {
    short: words(narrative.short),
    long: narrative.long.map(words),
    toDo: narrative.toDo.map(words),
    notToDo: narrative.notToDo.map(words),
  };
}

function capital(words: string): string {
  return words.charAt(0).toUpperCase() + words.slice(1);
}
