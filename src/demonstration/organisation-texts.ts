import type { BodyDraft } from "./body.ts";
import type { OrganisationKind } from "./scale.ts";

type Told = Pick<BodyDraft, "purpose" | "notFor" | "fundedBy" | "accountableTo" | "contactName" | "mailbox">;

const contracts = "Clinical commissioning groups and NHS England, under contracts for care";
const trustAnswersTo = "NHS Improvement; inspected by the Care Quality Commission";

/** What each kind of organisation says of itself, given its town and its local system. */
export const organisationTexts: Record<OrganisationKind, (town: string, system: string) => Told> = {
  "acute-trust": (town) => ({
    purpose: `Hospital care for people in and around ${town}: emergency, planned surgery, maternity, children, older people and outpatient clinics.`,
    notFor: "Urgent advice by email, or booking a first appointment. Call 111, or see your GP practice.",
    fundedBy: contracts,
    accountableTo: trustAnswersTo,
    contactName: "Improvement hub",
    mailbox: "improvement",
  }),
  "specialist-trust": (town, system) => ({
    purpose: `One field of care in depth, for ${system} and far beyond it, with teaching and research. The main site is in ${town}.`,
    notFor: "Emergencies outside its field, or patients without a referral.",
    fundedBy: "NHS England's specialised commissioning, and clinical commissioning groups",
    accountableTo: trustAnswersTo,
    contactName: "Quality team",
    mailbox: "quality",
  }),
  "mental-health-trust": (town, system) => ({
    purpose: `Mental health and learning disability services for ${system}, at home, in the community and in hospital, from its base in ${town}.`,
    notFor: "Immediate danger to life: call 999. Social care assessments: ask the council.",
    fundedBy: contracts,
    accountableTo: trustAnswersTo,
    contactName: "Quality improvement team",
    mailbox: "improvement",
  }),
  "community-trust": (town, system) => ({
    purpose: `District nursing, therapy, health visiting and community hospitals across ${system}, so that people get well at home. Managed from ${town}.`,
    notFor: "Emergency or inpatient surgery. Ask the acute hospital trust.",
    fundedBy: "Clinical commissioning groups and councils",
    accountableTo: trustAnswersTo,
    contactName: "Quality team",
    mailbox: "quality",
  }),
  "ambulance-trust": (town) => ({
    purpose: `Answers 999 calls, sends help, and takes people to the right place over several local systems. The control room is in ${town}.`,
    notFor: "Booking transport to routine appointments. Ask the hospital that invited you.",
    fundedBy: "Clinical commissioning groups, through a lead commissioner",
    accountableTo: trustAnswersTo,
    contactName: "Clinical quality desk",
    mailbox: "quality",
  }),
  "clinical-commissioning-group": (town) => ({
    purpose: `Plans and buys most hospital, community and mental health care for the people of ${town}, led by its member practices.`,
    notFor: "Giving care, or appointments. Specialised services are bought by NHS England.",
    fundedBy: "NHS England, by a formula for the population",
    accountableTo: "NHS England, and its member practices",
    contactName: "Quality and improvement",
    mailbox: "quality",
  }),
  "gp-practice": (town) => ({
    purpose: `General practice for people who live in ${town} and nearby: appointments, long-term conditions, prevention and referrals.`,
    notFor: "Emergencies: call 999. People who live outside the practice boundary.",
    fundedBy: "NHS England, under a general medical services contract",
    accountableTo:
      "NHS England and its clinical commissioning group; inspected by the Care Quality Commission",
    contactName: "Practice manager",
    mailbox: "practice.manager",
  }),
  council: (town, system) => ({
    purpose: `Adult social care, children's services and public health for ${town} and other parts of ${system}.`,
    notFor: "NHS treatment or complaints about it.",
    fundedBy: "Council tax, business rates and government grants",
    accountableTo: "Its elected councillors and voters",
    contactName: "Adult social care and public health",
    mailbox: "care-and-health",
  }),
  "care-home": (town) => ({
    purpose: `A home in ${town} for older people who need personal care or nursing.`,
    notFor: "Hospital treatment or day visits without notice.",
    fundedBy: "Residents' fees, the council and NHS continuing healthcare",
    accountableTo: "Its owners; inspected by the Care Quality Commission",
    contactName: "Home manager",
    mailbox: "manager",
  }),
  "voluntary-body": (town) => ({
    purpose: `Volunteers and a few staff in ${town} who help people to live well and bring their voice to the services they use.`,
    notFor: "Clinical care or emergencies.",
    fundedBy: "Donations, and grants from the council and the clinical commissioning group",
    accountableTo: "Its trustees and the Charity Commission",
    contactName: "Coordinator",
    mailbox: "coordinator",
  }),
};

/** When the oldest and the youngest of a kind began. */
export const openedBetween: Record<OrganisationKind, readonly [number, number]> = {
  "acute-trust": [1992, 2008],
  "specialist-trust": [1992, 2006],
  "mental-health-trust": [1994, 2007],
  "community-trust": [2010, 2011],
  "ambulance-trust": [2006, 2006],
  "clinical-commissioning-group": [2013, 2013],
  "gp-practice": [1948, 2012],
  council: [1974, 1974],
  "care-home": [1982, 2012],
  "voluntary-body": [1972, 2012],
};
