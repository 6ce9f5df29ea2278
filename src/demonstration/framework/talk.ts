import { invented } from "./told.ts";

/** What people of the demonstration said of the framework, and what was answered. The proposers are personas. */
export type MadeProposal = {
  id: string;
  by: string;
  on: string;
  change: "add" | "reword" | "remove";
  itemKey: string;
  title: string;
  text: string;
  detail: Record<string, unknown>;
  reason: string;
  answer?: { on: string; text: string; adopt: boolean };
  discussion: { by: string; text: string; on: string }[];
};

export const proposals: readonly MadeProposal[] = [
  {
    id: "time-to-reflect",
    by: "01-ward-sister",
    on: "2018-02-06",
    change: "add",
    itemKey: "action-2",
    title: "Protect time for leaders to reflect",
    text: "Every strategy says how many hours a month those who lead a team have for thinking and learning, and how these are covered.",
    detail: {
      horizon: "1-3-years",
      due: "2027-12-31",
      responsible: [
        { body: "hee", role: "lead", through: "nhsla" },
        { body: "nhsi", role: "partner" },
      ],
    },
    reason:
      "I lead a ward of 28 beds. In a year I had one afternoon to think about how I lead, and that was when I was ill.",
    answer: {
      on: "2018-04-19",
      adopt: true,
      text: "You named one of the gaps that the first version admits. It becomes an action of its own, with a date.",
    },
    discussion: [
      {
        by: "04-improvement-coach",
        text: "Teams that get 2 hours a month finish twice as many tests. I see it in their logs.",
        on: "2018-02-20",
      },
      {
        by: "02-practice-manager",
        text: "Please say how it is covered. In a practice of 6 there is nobody to cover.",
        on: "2018-03-01",
      },
    ],
  },
  {
    id: "what-patients-know",
    by: "03-patient-partner",
    on: "2018-09-11",
    change: "add",
    itemKey: "action-7",
    title: "Let what patients know begin improvement work",
    text: "Organisations show how what patients and carers notice becomes a question that a team tests, and tell them what came of it.",
    detail: {
      horizon: "1-3-years",
      due: "2027-06-30",
      responsible: [
        { body: "nhse", role: "lead" },
        { body: "nild", role: "partner" },
      ],
    },
    reason: "We are asked whether we are satisfied. We are hardly ever asked what we have seen.",
    answer: {
      on: "2018-11-22",
      adopt: true,
      text: "Adopted. It is one of the 4 gaps, and you said it more plainly than we did.",
    },
    discussion: [],
  },
  {
    id: "fewer-strategies",
    by: "05-analyst",
    on: "2019-03-14",
    change: "remove",
    itemKey: "detail-2.1",
    title: "",
    text: "",
    detail: {},
    reason: "Writing one more strategy took our team 3 weeks, and nobody has opened it since.",
    answer: {
      on: "2019-05-09",
      adopt: false,
      text: "Declined. A strategy that nobody opens is the fault of how we asked for it: the template is now 2 pages, and the yearly refresh may be a line. The action stays.",
    },
    discussion: [
      {
        by: "07-local-system-lead",
        text: "Ours is read, because the 6 organisations here wrote one together.",
        on: "2019-03-20",
      },
    ],
  },
  {
    id: "nights-too",
    by: "04-improvement-coach",
    on: "2026-08-25",
    change: "reword",
    itemKey: "action-7",
    title: "Build improvement capability among providers, commissioners, patients and communities",
    text: "People in every role learn to improve their work, those who work at night and at weekends too; patients and communities take part from the first question.",
    detail: {},
    reason: "Of 40 teams that I coach, 3 work at night. Every course is at 10 in the morning.",
    answer: {
      on: "2026-10-19",
      adopt: true,
      text: "Adopted. Whoever plans a course will now be asked when it is held.",
    },
    discussion: [],
  },
  {
    id: "clinical-leadership",
    by: "06-board-member",
    on: "2026-10-06",
    change: "reword",
    itemKey: "gap-clinical-leadership",
    title: "Clinical leadership",
    text: "Clinicians who lead change need time, a way back to practice, and a board that asks for them. The next version should say who gives each.",
    detail: {},
    reason: "Two of our best consultants gave up leading a project because their clinics were not covered.",
    discussion: [
      {
        by: "09-national-body-officer",
        text: "This is on the agenda of the next meeting.",
        on: "2026-10-20",
      },
    ],
  },
];

export const comments = [
  {
    by: "02-practice-manager",
    itemKey: "action-9",
    on: "2026-09-02",
    text: "Finding who has already tried it saved us a month.",
  },
  {
    by: "04-improvement-coach",
    itemKey: "detail-9.2",
    on: "2026-09-14",
    text: "My teams start without asking anybody. That is new.",
  },
  {
    by: "06-board-member",
    itemKey: "condition-5",
    on: "2026-08-19",
    text: "We are still asked for the same winter figures by 2 bodies.",
  },
  {
    by: "03-patient-partner",
    itemKey: "gap-patients-knowledge",
    on: "2026-07-30",
    text: "Ask us what we noticed, not whether we were happy.",
  },
] as const;

export const decisions = [
  {
    metOn: "2018-01-23",
    itemKey: "detail-12.1",
    decision: "The plan for less burden is late. Ask the National Quality Board to bring it.",
    action: "Bring the plan to the next meeting",
    owner: "NB-NHSI",
    dueOn: "2018-04-24",
    closedOn: "2018-04-24",
    outcome: "The plan was brought, with targets for 2 of its 5 parts.",
  },
  {
    metOn: "2018-04-24",
    itemKey: "detail-7.9",
    decision:
      "25% of boards by the end of 2018 is in danger. Open the programme to whole executive teams in the regions.",
    action: "Run the programme in 4 regions at once",
    owner: "NB-NHSI",
    dueOn: "2018-10-01",
    closedOn: "2018-10-30",
    outcome: "Begun in 4 regions; the goal was missed by 5 boards.",
  },
  {
    metOn: "2019-02-12",
    itemKey: "detail-7.7",
    decision: "Do not build a procurement framework that others have built.",
    action: "",
    owner: "",
    dueOn: "",
    closedOn: "",
    outcome: "",
  },
  {
    metOn: "2019-06-18",
    itemKey: "detail-11.4",
    decision: "Each regulator shows its board how its own staff are trained.",
    action: "Publish how many of the own staff were trained",
    owner: "NB-CQC",
    dueOn: "2019-12-03",
    closedOn: "",
    outcome: "",
  },
  {
    metOn: "2026-09-22",
    itemKey: "detail-2.3",
    decision: "Hear from 5 organisations how they protect time to reflect before asking all.",
    action: "Bring 5 accounts, one from a practice",
    owner: "NB-HEE",
    dueOn: "2026-12-15",
    closedOn: "",
    outcome: "",
  },
].map((one) => ({ ...one, decision: invented(one.decision) }));

export const answers = [
  {
    key: "pledge-1",
    body: "NB-NHSI",
    on: "2018-03-06",
    heard: "Calls before a performance meeting sound like threats.",
    answer:
      "We listened to 40 of them with those who were called, and wrote down what a helpful call is. Two teams have worked that way since January.",
  },
  {
    key: "pledge-1",
    body: "NB-CQC",
    on: "2019-02-26",
    heard: "Inspectors praise improvement work and then report only what is missing.",
    answer: "Reports now say what is being tested and what was learned, before the rating.",
  },
  {
    key: "pledge-2",
    body: "NB-NHSE",
    on: "2018-06-12",
    heard: "Five bodies asked for the same winter figures within a week.",
    answer: "They are asked for once, by NHS England, and shared that day. Two bodies still ask; we say who.",
  },
  {
    key: "pledge-3",
    body: "NB-HEE",
    on: "2018-10-09",
    heard: "Three national programmes describe good leadership in 3 ways.",
    answer: "From April all 3 use the one guide. What is left of the older texts was taken down.",
  },
].map((one) => ({ ...one, heard: invented(one.heard), answer: invented(one.answer) }));

export const evaluations = [
  {
    itemKey: "action-7",
    on: "2019-09-17",
    body: "NB-NHSI",
    claim: "Boards that completed the programme discuss improvement more often",
    finding: "effect",
    design: "Papers of 60 boards before and 2 years after, against 60 that waited",
    data: "Board papers that are public already",
    strength: "A quarter more items on improvement, in most of them",
    confounders: "Boards chose when to take part, and new chairs came in the same years",
    grade: "moderate",
  },
  {
    itemKey: "detail-10.2",
    on: "2019-11-05",
    body: "NB-NHSI",
    claim: "Members of the network finish more projects",
    finding: "no-effect",
    design: "Matched comparison of members and others in the same trusts",
    data: "Projects on this platform",
    strength: "No difference that chance could not make",
    confounders: "Members were keener from the start, which should have shown an effect",
    grade: "low",
  },
  {
    itemKey: "detail-12.2",
    on: "2019-12-10",
    body: "NB-NHSE",
    claim: "The burden of data fell because of the strategy",
    finding: "unclear",
    design: "Hours of a sample of 40 providers over 3 years",
    data: "Sampled diaries, 13 quarters",
    strength: "A fall of about a tenth that began before the strategy",
    confounders: "Two collections ended for reasons of their own",
    grade: "very-low",
  },
].map((one) => ({ ...one, claim: invented(one.claim) }));
