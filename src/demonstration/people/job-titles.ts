import type { BodyKind } from "../body.ts";
import type { Dice } from "../dice.ts";
import type { Role } from "#platform/actor.ts";

type Titles = Partial<Record<Role, readonly string[]>>;

const anywhere: Record<Role, readonly string[]> = {
  member: ["Project officer", "Programme support officer", "Administrator"],
  lead: ["Director"],
  coach: ["Improvement coach", "Quality improvement lead", "Improvement adviser"],
  analyst: ["Information analyst", "Measurement analyst", "Senior data analyst"],
  "board-member": [
    "Non-executive director",
    "Medical director",
    "Director of nursing",
    "Director of finance",
    "Director of operations",
  ],
  "patient-partner": ["Patient partner", "Carer partner", "Patient and public voice member"],
  adviser: ["Adviser", "Senior adviser", "Associate"],
  officer: ["Policy officer", "Improvement manager", "Programme manager", "Delivery manager"],
  administrator: ["Corporate services manager", "Business manager", "Systems administrator"],
};

const hospital: Titles = {
  lead: ["Chief executive"],
  member: [
    "Staff nurse",
    "Sister",
    "Charge nurse",
    "Consultant physician",
    "Specialty doctor",
    "Physiotherapist",
    "Pharmacist",
    "Healthcare assistant",
    "Matron",
    "Midwife",
    "Radiographer",
    "Service manager",
    "Ward clerk",
    "Dietitian",
    "Porter",
  ],
};

const mental: Titles = {
  lead: ["Chief executive"],
  member: [
    "Mental health nurse",
    "Consultant psychiatrist",
    "Clinical psychologist",
    "Occupational therapist",
    "Support worker",
    "Social worker",
    "Service manager",
    "Peer support worker",
  ],
};

const ambulance: Titles = {
  lead: ["Chief executive"],
  member: ["Paramedic", "Emergency care assistant", "Call handler", "Clinical team leader", "Dispatcher"],
};

const community: Titles = {
  lead: ["Chief executive"],
  member: [
    "District nurse",
    "Health visitor",
    "Community matron",
    "Physiotherapist",
    "Podiatrist",
    "Speech and language therapist",
  ],
};

const wards: Titles = {
  lead: ["Ward sister", "Charge nurse", "Ward manager"],
  member: [
    "Staff nurse",
    "Healthcare assistant",
    "Deputy sister",
    "Physiotherapist",
    "Junior doctor",
    "Ward clerk",
    "Housekeeper",
  ],
};

const teams: Titles = {
  lead: ["Team leader", "Clinical lead", "Team manager"],
  member: ["Nurse", "Therapist", "Support worker", "Administrator", "Doctor", "Assistant practitioner"],
};

const titles: Partial<Record<BodyKind, Titles>> = {
  nation: { administrator: ["Platform administrator"] },
  "national-body": { lead: ["National director"] },
  region: { lead: ["Regional director"] },
  "local-system": {
    lead: ["Local system lead"],
    member: ["Programme manager", "Workstream lead", "Programme support officer"],
    "board-member": ["Programme board member"],
  },
  "acute-trust": hospital,
  "specialist-trust": hospital,
  "mental-health-trust": mental,
  "community-trust": community,
  "ambulance-trust": ambulance,
  "clinical-commissioning-group": {
    lead: ["Accountable officer"],
    member: ["Commissioning manager", "GP clinical lead", "Quality manager", "Medicines adviser"],
    "board-member": ["Governing body GP", "Lay member", "Chief finance officer"],
  },
  "gp-practice": {
    lead: ["Practice manager"],
    member: [
      "GP partner",
      "Practice nurse",
      "Salaried GP",
      "Healthcare assistant",
      "Receptionist",
      "Clinical pharmacist",
    ],
  },
  council: {
    lead: ["Director of adult social care"],
    member: ["Social worker", "Public health specialist", "Commissioning officer", "Occupational therapist"],
    "board-member": ["Cabinet member for health", "Director of public health"],
  },
  "care-home": {
    lead: ["Home manager"],
    member: ["Senior carer", "Nurse", "Carer", "Activities coordinator"],
  },
  "voluntary-body": { lead: ["Coordinator"], member: ["Volunteer", "Support worker", "Trustee"] },
  team: teams,
  ward: wards,
  ahsn: { lead: ["Managing director"] },
  "leadership-academy": {
    lead: ["Director of leadership development"],
    adviser: ["Leadership academy adviser", "Talent and inclusion adviser"],
    coach: ["Leadership coach"],
  },
  "clinical-network": {
    lead: ["Network clinical director"],
    adviser: ["Network manager", "Clinical adviser"],
  },
  "clinical-senate": { lead: ["Senate chair"], adviser: ["Senate council member", "Clinical adviser"] },
};

export const jobTitle = (kind: BodyKind, role: Role, chance: Dice): string =>
  chance.pick(titles[kind]?.[role] ?? anywhere[role]);
