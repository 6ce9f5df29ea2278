import type { Dice } from "../dice.ts";
import { invented } from "./told.ts";

/** What organisations write, in the order of the template: each chose what suits its own people. */
const ofOrganisations: Record<string, readonly string[]> = {
  improvement: [
    "Every team learns one method by using it on its own problem, with a coach nearby and 2 hours a month.",
    "We train 1 person in 10 as a coach first. Teams come to them with a question, and leave with a test for next week.",
    "Each ward, clinic and office has a board on which it keeps 1 measure, 1 test and what it learned. Managers come to it, and not the other way round.",
    "Night and weekend teams go first, because courses were always held without them.",
  ],
  transformation: [
    "With our partners we redesign 2 pathways that cross organisations, patients at the table from the first day.",
    "Frailty comes first: one assessment that all of us accept, from the ambulance to the front room.",
    "We redesign outpatient care with the practices that send people to us, and stop what neither of us would miss.",
  ],
  intervention: [
    "When a service struggles, help comes within a week, stays until its own people carry on, and leaves a plan.",
    "A struggling service chooses who comes to help it, from 3 names. What it learned is told to all after half a year.",
    "We ask early: 2 signals of concern in a row bring a visit by a colleague, before anybody writes a report.",
  ],
  leadership: [
    "Whoever leads people learns to listen, to include and to share the lead. New leaders have a coach for a year.",
    "Leaders hear once a year from those they lead. What they change because of it is theirs to say.",
    "Clinicians who lead have their clinics covered. Nobody leads in their free time.",
  ],
  talent: [
    "Anyone who wants one has a career conversation. Open posts are shared with our neighbours before they are advertised.",
    "For each of the 20 posts that matter most we know 2 people who could fill it, and what they still need.",
    "We publish who was shortlisted and appointed by grade and background, and change how we choose where the two differ.",
  ],
};

/** What a place writes beside the same sections. */
const together = [
  "The trusts, practices, councils and voluntary bodies here write this together. Where we disagree, the smallest of us speaks first and the partnership decides.",
  "Each organisation sends 1 director and 1 person who is cared for. All of us agreed to be judged by days at home, and by nothing that only one of us can move.",
  "We decide by consent: whoever objects says what would make it safe enough to try.",
];

export function sectionsOfOrganisation(chance: Dice, withTalent: boolean): Record<string, string> {
  const { talent, ...others } = chosen(chance, ofOrganisations);
  return withTalent ? { ...others, talent: talent! } : others;
}

export function sectionsOfPlace(chance: Dice): Record<string, string> {
  return { together: chance.pick(together), ...chosen(chance, ofOrganisations) };
}

function chosen(chance: Dice, texts: Record<string, readonly string[]>): Record<string, string> {
  return Object.fromEntries(Object.entries(texts).map(([section, each]) => [section, chance.pick(each)]));
}

type NationalText = {
  aim: string;
  improvement: string;
  transformation: string;
  intervention: string;
  leadership: string;
  talent: string;
  burden: string;
};

/** Of some national bodies, whose names are real and whose words here are not. */
const ofNationalBodies: Record<string, NationalText> = {
  "NB-NHSI": {
    aim: "Trusts improve because they can, and call on us because it helps",
    improvement:
      "Our own teams keep their own measures and tests where trusts can see them, beginning with how long we take to answer a letter.",
    transformation:
      "A region’s trusts name one piece of work that crosses them each year. We lend 2 people to it and ask for no plan of its own.",
    intervention:
      "Whoever supports a trust in difficulty says on the first day what would let them leave, and tells the board each month how near that is.",
    leadership:
      "Everybody who speaks to a board for us has sat on the other side of such a call, and is told afterwards how it was.",
    talent:
      "A third of those we appoint come from a trust, and may go back to it within 3 years with what they learned.",
    burden:
      "No new return without one that ends. The regions may refuse a request that another body has already made.",
  },
  "NB-NHSE": {
    aim: "Those who plan and buy care learn what works together with those who give it",
    improvement:
      "Each of our teams takes one of its own processes a year, and changes it with those who wait for it.",
    transformation:
      "Local systems set the question. We bring them those who have already tried, and pay for the time to visit.",
    intervention:
      "Support for a commissioner is agreed with its neighbours, because they live with what comes of it.",
    leadership:
      "Directors spend a day a month in a practice or a community team, and write down what they would stop.",
    talent: "Posts in primary care policy are open to those who work in a practice for 2 days a week.",
    burden:
      "General practice is asked once a quarter, in one form. What is not used within a year is not asked again.",
  },
  "NB-HEE": {
    aim: "Everybody who trains for health and care learns to improve it and to lead",
    improvement:
      "Learners choose a real problem of the place where they are, and leave their chart to those who stay.",
    transformation: "Training posts follow people through a pathway, across 2 employers and a council.",
    intervention:
      "Where trainees tell us that a unit struggles, we bring a second unit that has been there, and stay for a year.",
    leadership: "Compassionate leadership is taught by those who are cared for, from the first year on.",
    talent:
      "The graduate scheme takes people from any background, and publishes who applied, who came and who stayed.",
    burden: "Placements report to one register, which every body that is entitled to it may read.",
  },
  "NB-CQC": {
    aim: "Inspection sees improvement, asks about learning, and makes neither harder",
    improvement: "Inspection teams test changes to their own visits, and publish which of them were dropped.",
    transformation: "We look at whole pathways together with the other bodies that look, on the same days.",
    intervention: "A report that names a concern also names who has solved it elsewhere.",
    leadership: "Every inspector learns to tell a signal from noise, and to praise in front of others.",
    talent: "Staff of providers join a visit as a colleague, 2 days a year, and bring home what they saw.",
    burden: "We ask for nothing that a provider has already published, and say where we found it.",
  },
  "NB-PHE": {
    aim: "Places keep people well, and know from their own numbers whether they do",
    improvement: "Screening teams share each month 1 thing that raised the share of people who came.",
    transformation: "Councils and hospitals plan prevention from one picture of who falls ill, and where.",
    intervention:
      "When a place falls behind, we send an analyst for 3 months who teaches more than they write.",
    leadership:
      "Directors of public health are learners in a pair with a hospital’s director, each in the other’s meetings.",
    talent: "We open analysts’ posts to clerks and nurses who have learned it in their own time.",
    burden: "Registers are filled from what is recorded for care. No list is typed a second time.",
  },
  "NB-NICE": {
    aim: "Guidance that teams can test the week after it is published",
    improvement:
      "Each team that writes guidance follows 3 teams that use it, and changes the next one by what it saw.",
    transformation: "Guidance on a pathway is written with those who stand at each end of it.",
    intervention: "Where a recommendation cannot be followed, we publish why and what was done instead.",
    leadership: "Chairs of committees learn to draw out whoever speaks last.",
    talent:
      "Clinicians join us for a year without losing their post, nurses and therapists as often as doctors.",
    burden: "Every recommendation names the figure that exists already and shows whether it is followed.",
  },
};

export const nationalWriters: ReadonlySet<string> = new Set(Object.keys(ofNationalBodies));

/** Said where its text begins and in its title, because the body is not invented. */
export function sectionsOfNationalBody(code: string): { aim: string; sections: Record<string, string> } {
  const { aim, improvement, ...others } = ofNationalBodies[code]!;
  return { aim, sections: { improvement: invented(improvement), ...others } };
}
