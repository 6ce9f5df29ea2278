import { idFrom } from "../dice.ts";
import type { Nation } from "../nation.ts";
import { addDays } from "../improvement/days.ts";

export type MadePriority = {
  id: string;
  from: string;
  to: string;
  title: string;
  text: string;
  itemKey: string | null;
  state: "open" | "accepted" | "changed" | "declined";
  on: string;
  words: { from: string; said: string; text: string; on: string }[];
};

const system = "LS-22";
const trust = "AT-22-01";
const practice = "GP-22-001";
const ward = `${trust}-01`;

/** Priorities that went down and what came back up: some taken as they were, one changed, and refusals. */
export function makePriorities(nation: Nation): MadePriority[] {
  const ago = (days: number) => addDays(nation.today, -days);
  const make = (
    name: string,
    given: Omit<MadePriority, "id" | "words"> & { words: readonly [string, string, string, number][] },
  ): MadePriority => ({
    ...given,
    id: idFrom(`priority:${name}`),
    words: given.words.map(([from, said, text, days]) => ({ from, said, text, on: ago(days) })),
  });
  return [
    make("falls", {
      from: system,
      to: trust,
      title: "Fewer falls that hurt, in hospital and at home",
      text: "Falls are the first reason for a long stay in our area. We ask each organisation to choose where it can help most.",
      itemKey: "action-7",
      state: "accepted",
      on: ago(310),
      words: [
        [
          trust,
          "accepted",
          "We take this as it is. 3 wards work on it already, and we will show their charts.",
          290,
        ],
      ],
    }),
    make("discharge", {
      from: system,
      to: trust,
      title: "Everybody goes home before noon",
      text: "An earlier discharge frees beds for the afternoon.",
      itemKey: null,
      state: "changed",
      on: ago(220),
      words: [
        [
          trust,
          "changed",
          "Before noon is the wrong measure for half of our patients. We would work on the letter being ready the day before.",
          200,
        ],
        [
          system,
          "agreed",
          "That is better than what we asked for. Please share the charts with the others.",
          190,
        ],
      ],
    }),
    make("appointments", {
      from: system,
      to: practice,
      title: "A routine appointment within a week",
      text: "Waits differ a great deal between practices, and people tell us so.",
      itemKey: "detail-7.2",
      state: "declined",
      on: ago(160),
      words: [
        [
          practice,
          "declined",
          "Not this year: 2 of our 5 doctors leave in spring. We work on telephone access first, where the wait begins.",
          140,
        ],
        [
          system,
          "said",
          "We understand, and will ask again when you have filled the posts. Would a locum for 6 weeks help?",
          135,
        ],
      ],
    }),
    make("strategy", {
      from: "NB-NHSI",
      to: system,
      title: "One talent forum for the whole area",
      text: "The framework hopes for pilots in which organisations look together for their next leaders.",
      itemKey: "detail-5.3",
      state: "declined",
      on: ago(120),
      words: [
        [
          system,
          "declined",
          "Our organisations meet 2 forums already, by profession. We would rather join those up than start a third.",
          101,
        ],
      ],
    }),
    make("reflection", {
      from: "NB-NHSI",
      to: trust,
      title: "Two hours a month to reflect for all who lead a ward",
      text: "This is the first action of the second version. We look for 5 organisations to try it.",
      itemKey: "detail-2.3",
      state: "open",
      on: ago(24),
      words: [],
    }),
    make("night-teams", {
      from: "NB-NHSI",
      to: system,
      title: "Improvement courses that night teams can come to",
      text: "The framework now says it of every course. We ask each place to try one evening or night course by summer.",
      itemKey: "action-7",
      state: "open",
      on: ago(12),
      words: [],
    }),
    make("rounds", {
      from: trust,
      to: ward,
      title: "Show another ward how you do your night rounds",
      text: "Your chart shows fewer falls since the change. 2 wards have asked the trust how it is done.",
      itemKey: "detail-9.1",
      state: "open",
      on: ago(9),
      words: [],
    }),
  ];
}
