import { emptyForm, type StudyForm } from "./study-form.ts";

/** Worked examples with invented numbers: each shows something that a spreadsheet gets wrong. */
export interface Example {
  readonly name: string;
  /** What it shows. */
  readonly about: string;
  readonly form: StudyForm;
}

const months = ["Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec", "Jan", "Feb", "Mar"];

function monthly(from: number, rows: readonly string[]): string {
  return rows
    .map(
      (row, i) =>
        `${months[i % 12]}-${String((from + Math.floor((i + 3) / 12)) % 100).padStart(2, "0")}\t${row}`,
    )
    .join("\n");
}

const falls = [
  6.1, 7.4, 5.8, 6.9, 6.2, 7.8, 6.6, 5.9, 7.1, 6.4, 7.2, 6.0, 6.8, 7.5, 5.7, 6.5, 7.0, 6.3, 5.6, 4.9, 5.2,
  4.4, 5.1, 4.0, 4.7, 3.9, 4.6, 4.2, 3.6, 4.4,
];

const lettersOut = [
  212, 198, 240, 225, 231, 204, 219, 188, 246, 233, 208, 221, 236, 215, 229, 242, 197, 211, 226, 238, 219,
  203, 232, 214,
];
const lettersSent = [
  178, 171, 199, 190, 192, 177, 181, 160, 206, 199, 173, 186, 195, 182, 188, 206, 161, 184, 198, 212, 197,
  184, 212, 197,
];

const infections = [
  "14/01/2024\t31",
  "02/03/2024\t48",
  "19/03/2024\t17",
  "25/05/2024\t67",
  "11/06/2024\t17",
  "08/07/2024\t27",
  "20/09/2024\t74",
  "03/10/2024\t13",
  "29/11/2024\t57",
  "12/01/2025\t44",
  "20/02/2025\t39",
  "11/03/2025\t19",
  "30/05/2025\t80",
  "14/07/2025\t45",
  "28/11/2025\t137",
  "06/04/2026\t129",
  "29/08/2026\t145",
];

const waits = [
  41,
  44,
  38,
  47,
  43,
  39,
  45,
  42,
  48,
  40,
  44,
  "n/a",
  46,
  43,
  71,
  44,
  39,
  42,
  45,
  41,
  34,
  31,
  36,
  33,
  29,
  35,
  32,
  "",
  34,
  30,
  33,
  36,
  28,
  31,
  34,
  30,
];

export const examples: Readonly<Record<string, Example>> = {
  falls: {
    name: "Falls on a ward",
    about: "A rate each month, two tests of change and a run of points below the mean",
    form: {
      ...emptyForm,
      title: "Falls on Ward 7",
      unit: "falls per 1,000 bed days",
      source: "Invented numbers, for trying out the page",
      data: `Month\tFalls per 1,000 bed days\n${monthly(23, falls.map(String))}`,
      improvement: "decrease",
      target: "5",
      notes:
        "1 June 2024, New floor laid\n1 October 2024, Test: hourly rounds\n1 January 2025, Test: bay nursing",
    },
  },
  letters: {
    name: "Discharge letters in time",
    about: "A numerator and a denominator, so a P chart with limits for each month",
    form: {
      ...emptyForm,
      title: "Discharge letters sent within 24 hours",
      source: "Invented numbers, for trying out the page",
      data: `Month\tSent in time\tDischarges\n${monthly(
        24,
        lettersSent.map((sent, i) => `${sent}\t${lettersOut[i]}`),
      )}`,
      improvement: "increase",
      target: "95%",
      rules: "making-data-count-2023",
    },
  },
  infections: {
    name: "Days between infections",
    about: "Rare events, for which counting by month says nothing",
    form: {
      ...emptyForm,
      title: "Days between line infections",
      unit: "days",
      source: "Invented numbers, for trying out the page",
      data: `Date of infection\tDays since the last\n${infections.join("\n")}`,
      improvement: "increase",
      chart: "t",
    },
  },
  waits: {
    name: "Waiting times with gaps",
    about: "A missing month, one that does not apply, and a month left out with its reason",
    form: {
      ...emptyForm,
      title: "Minutes to first assessment",
      unit: "minutes",
      source: "Invented numbers, for trying out the page",
      data: `Month\tMinutes\n${monthly(23, waits.map(String))}`,
      improvement: "decrease",
      exclusions: "June 2024, Flood in the department",
      phases: "December 2024, Triage nurse",
      target: "40; from 1 April 2025: 30",
    },
  },
};

export const shownExample = "falls";
