import { dice } from "../dice.ts";
import { seed } from "../scale.ts";

export type MadeCount = { key: string; on: string; numerator: number; denominator: number; body: string };

type Course = {
  key: string;
  body: string;
  every: "quarter" | "half" | "year";
  first: string;
  times: number;
  denominator: number;
  from: number;
  to: number;
  wobble: number;
};

/** Courses of numbers that move as such numbers do: towards the goal, and not in a straight line. */
const courses: readonly Course[] = [
  {
    key: "target-boards",
    body: "NB-NHSI",
    every: "quarter",
    first: "2017-03-31",
    times: 16,
    denominator: 449,
    from: 0.01,
    to: 0.61,
    wobble: 0.008,
  },
  {
    key: "target-chief-executives",
    body: "NB-NHSI",
    every: "half",
    first: "2017-06-30",
    times: 8,
    denominator: 26,
    from: 0.3,
    to: 0.92,
    wobble: 0.06,
  },
  {
    key: "target-graduates",
    body: "NB-HEE",
    every: "year",
    first: "2016-09-30",
    times: 5,
    denominator: 100,
    from: 1,
    to: 1.86,
    wobble: 0.03,
  },
  {
    key: "target-practices",
    body: "NB-NHSE",
    every: "quarter",
    first: "2017-03-31",
    times: 12,
    denominator: 7_800,
    from: 0.04,
    to: 0.88,
    wobble: 0.01,
  },
  {
    key: "target-provider-vacancies",
    body: "NB-HEE",
    every: "quarter",
    first: "2017-03-31",
    times: 14,
    denominator: 2_400,
    from: 0.1,
    to: 0.082,
    wobble: 0.006,
  },
  {
    key: "target-ccg-vacancies",
    body: "NB-HEE",
    every: "quarter",
    first: "2017-03-31",
    times: 14,
    denominator: 1_050,
    from: 0.02,
    to: 0.021,
    wobble: 0.004,
  },
  {
    key: "target-top-posts",
    body: "NB-HEE",
    every: "half",
    first: "2017-06-30",
    times: 7,
    denominator: 200,
    from: 0.31,
    to: 0.58,
    wobble: 0.02,
  },
  {
    key: "target-places",
    body: "NB-HEE",
    every: "quarter",
    first: "2016-12-31",
    times: 5,
    denominator: 44,
    from: 0.8,
    to: 1,
    wobble: 0,
  },
  {
    key: "target-data-burden",
    body: "NB-NHSI",
    every: "quarter",
    first: "2017-06-30",
    times: 13,
    denominator: 40,
    from: 61,
    to: 52,
    wobble: 2.2,
  },
  {
    key: "pledge-1.a",
    body: "NB-NHSI",
    every: "half",
    first: "2017-06-30",
    times: 8,
    denominator: 420,
    from: 0.44,
    to: 0.63,
    wobble: 0.025,
  },
  {
    key: "pledge-2.a",
    body: "NB-NHSI",
    every: "half",
    first: "2017-06-30",
    times: 8,
    denominator: 150,
    from: 0.31,
    to: 0.22,
    wobble: 0.02,
  },
  {
    key: "pledge-3.a",
    body: "NB-NHSE",
    every: "half",
    first: "2017-06-30",
    times: 8,
    denominator: 38,
    from: 0.42,
    to: 0.79,
    wobble: 0.04,
  },
];

const months = { quarter: 3, half: 6, year: 12 };

export function makeCounts(): MadeCount[] {
  return courses.flatMap((course) => {
    const chance = dice(`${seed}:count:${course.key}`);
    return Array.from({ length: course.times }, (_, index): MadeCount => {
      const share = course.times === 1 ? 1 : index / (course.times - 1);
      const level = course.from + (course.to - course.from) * share;
      const value = Math.max(0, level + (chance.between(-100, 100) / 100) * course.wobble);
      return {
        key: course.key,
        body: course.body,
        on: monthsLater(course.first, index * months[course.every]),
        numerator: Math.round(Math.min(value, course.to > 1 ? Infinity : 1) * course.denominator),
        denominator: course.denominator,
      };
    });
  });
}

/** The last day of the month that lies so many months after. */
function monthsLater(day: string, count: number): string {
  const [year = 0, month = 1] = day.split("-").map(Number);
  return new Date(Date.UTC(year, month + count, 0)).toISOString().slice(0, 10);
}
