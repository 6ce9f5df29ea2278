import { driver, idea, type Topic } from "../topic.ts";

/** The worked example of the Smith Review, Annex G, case 1, with numbers of our own invention. */
export const familialHypercholesterolaemia: Topic = {
  key: "familial-hypercholesterolaemia",
  tags: ["familial hypercholesterolaemia", "case finding", "heart disease", "prevention"],
  where: /^$/,
  method: "model-for-improvement",
  titles: ["Finding families with inherited high cholesterol"],
  sentence:
    "1 person in 500 has familial hypercholesterolaemia and few know of it: we want to find them before their hearts do (after case 1 of Annex G of the Smith Review; all numbers here are invented)",
  aim: {
    what: "the share of people with familial hypercholesterolaemia who are diagnosed",
    from: 15,
    to: 50,
    unit: "%",
    forWhom: "the people of 9 acute trusts and the practices around them",
  },
  drivers: [
    driver(
      "Somebody suspects it",
      [
        "Practices look in their own records",
        idea(
          "A search for cholesterol above 7.5 in each practice",
          "How many people does the search find in one practice?",
          "10 to 15, half of them known",
          "23; nobody had looked at results from before 2009",
        ),
      ],
      [
        "Laboratories add a line",
        idea(
          "A comment on every very high result",
          "Do GPs act on a comment?",
          "For 1 result in 3",
          "For 1 in 2 where the comment named the clinic",
        ),
      ],
    ),
    driver(
      "It is confirmed",
      [
        "A nurse can order the test",
        idea(
          "Nurse-led clinic with genetic testing",
          "Can a trained nurse run the clinic?",
          "All but 1 person in 10 will need no doctor",
          "People asked the nurse what they had not asked the consultant",
        ),
      ],
      [
        "Near home",
        idea(
          "Blood taken at the practice and posted",
          "Do samples arrive fit to test?",
          "19 of 20",
          "All of them; weekends were the only trouble",
        ),
      ],
    ),
    driver(
      "The family is asked",
      [
        "Each person found leads to others",
        idea(
          "Family tree drawn in the first visit",
          "How many relatives does one person name?",
          "4",
          "7, and 2 in other countries",
        ),
      ],
      [
        "Letters that relatives understand",
        idea(
          "A letter written by 3 families",
          "Do relatives answer it?",
          "4 of 10",
          "6 of 10; the old one had 2",
        ),
      ],
    ),
    driver("9 trusts work as one", [
      "One register",
      idea(
        "A shared list with consent",
        "Can a relative found in one trust be seen in another?",
        "Within 3 weeks",
        "The consent form had to be shortened twice",
      ),
    ]),
  ],
  eachBody: "9 trusts work as one",
  measures: [
    {
      name: "Diagnosed, of those expected",
      kind: "outcome",
      form: "value",
      unit: "%",
      better: "higher",
      frequency: "month",
      operational: "People on the register, of 1 in 500 of the population of the 9 trusts",
      from: 15,
      to: 46,
      spread: 0.03,
      target: 50,
      minutes: 10,
    },
    {
      name: "Relatives seen for each person found",
      kind: "process",
      form: "value",
      unit: "relatives",
      better: "higher",
      frequency: "month",
      operational: "Relatives tested in the month for each new person on the register",
      from: 0.7,
      to: 1.9,
      spread: 0.16,
      minutes: 10,
      of: "The family is asked",
    },
    {
      name: "Weeks from suspicion to result",
      kind: "balancing",
      form: "value",
      unit: "weeks",
      better: "lower",
      frequency: "month",
      operational: "Middle value of the month",
      from: 11,
      to: 9,
      spread: 0.12,
      minutes: 5,
      of: "It is confirmed",
    },
  ],
  learned: ["The family tree found more people than any search did. Give the nurse the time to draw it."],
  stopped: ["Not stopped"],
};
