import type { OrganisationKind } from "./scale.ts";
import { phrases } from "./listed.ts";

/** A kind of ward or team: what it is called and what it does. A ward also gets a name of its own. */
export type TeamSort = { kind: "team" | "ward"; name: string; does: string };

const ward = (name: string, does: string): TeamSort => ({ kind: "ward", name, does });
const team = (name: string, does: string): TeamSort => ({ kind: "team", name, does });

const acute = [
  ward("care of older people", "Cares for older people who are acutely unwell, and gets them safely home."),
  team("Emergency department", "Sees and treats people who arrive by ambulance or on foot, day and night."),
  ward("acute medical unit", "Assesses people admitted as emergencies in their first 2 days."),
  ward("trauma and orthopaedics", "Looks after people with broken bones and new joints."),
  team("Patient flow and discharge", "Plans discharges from the first day, with social care and families."),
  ward("stroke", "Treats people in the first hours and days after a stroke and starts rehabilitation."),
  ward("respiratory", "Looks after people with pneumonia, asthma and chronic lung disease."),
  ward("cardiology", "Looks after people with heart attacks, heart failure and rhythm problems."),
  ward("general surgery", "Looks after people before and after operations."),
  ward("maternity", "Cares for women and babies before and after birth."),
  team("Theatres", "Prepares for and carries out operations safely and on time."),
  team("Outpatients", "Runs clinics and keeps waiting short."),
  ward("children", "Looks after children and young people, with their families beside them."),
  ward("gastroenterology", "Looks after people with diseases of the liver and the bowel."),
  team("Pharmacy", "Makes sure that people get the right medicine, and understand it."),
  team("Infection prevention", "Helps every ward to prevent infections."),
  ward("critical care", "Gives intensive care to the sickest people."),
  ward("renal", "Looks after people with kidney disease and those on dialysis."),
  ward("neonatal unit", "Cares for babies born early or unwell."),
  ward("urology", "Looks after people with bladder, prostate and kidney problems."),
  team("Radiology", "Takes and reads images without delay."),
  team("Pathology", "Tests samples and reports what they show."),
  ward("surgical assessment unit", "Assesses people who may need an emergency operation."),
  ward("short stay", "Looks after people who are expected home within 3 days."),
  ward("diabetes and endocrine", "Looks after people with diabetes and hormone problems."),
  ward("haematology", "Looks after people with diseases of the blood."),
  team("Therapies", "Physiotherapy, occupational therapy and dietetics across the hospital."),
  ward("gynaecology", "Looks after women who need gynaecological care."),
  ward("rehabilitation", "Helps people to regain their strength and independence."),
  team("Quality improvement", "Teaches and coaches teams that want to improve their care."),
];

const specialist = [
  ward("inpatients", "Looks after people before and after specialist treatment."),
  team("Outpatients", "Runs specialist clinics."),
  team("Theatres", "Carries out specialist operations."),
  ward("day case unit", "Treats people who go home the same day."),
  ward("high dependency unit", "Watches closely over people after major treatment."),
  team("Imaging", "Takes and reads specialist images."),
  team("Pharmacy", "Prepares and explains specialist medicines."),
  team("Research nurses", "Invites people to take part in research, and looks after them in it."),
  team("Therapies", "Helps people to recover function."),
  ward("private and international", "Looks after people who come from outside the local area."),
  team("Patient access", "Books appointments and keeps waiting short."),
  team("Clinical nurse specialists", "Guide people through treatment from the first letter on."),
  ward("young people", "Looks after teenagers and young adults."),
  team("Quality improvement", "Coaches teams that want to improve their care."),
];

const mental = [
  ward("adult acute", "Cares for adults in a mental health crisis who need to be in hospital."),
  team("Crisis resolution and home treatment", "Supports people in crisis at home."),
  team("Community mental health", "Supports adults with severe mental illness in the community."),
  team("Early intervention in psychosis", "Helps people in their first episode of psychosis."),
  ward("older adults", "Cares for older people with dementia or mental illness."),
  team("Children and adolescents", "Helps children and young people, their families and schools."),
  team("Talking therapies", "Offers therapy for anxiety and depression."),
  team("Memory clinic", "Diagnoses dementia and supports those who live with it."),
  team("Learning disability", "Supports adults with a learning disability to stay well."),
  ward("psychiatric intensive care", "Gives close care at times of greatest risk."),
  team("Perinatal mental health", "Supports mothers before and after birth."),
  team("Eating disorders", "Helps people with eating disorders."),
  team("Liaison psychiatry", "Brings mental health care to the general hospital."),
  ward("rehabilitation and recovery", "Prepares people to live in their own home again."),
  team("Drug and alcohol", "Helps people to reduce harm and recover."),
  team("Street triage", "Works beside the police to help people in distress."),
  team("Autism", "Assesses adults and advises on support."),
  team("Assertive outreach", "Keeps in touch with people who find services hard to use."),
  ward("secure unit", "Gives treatment in a secure setting."),
  team("Physical health", "Improves the physical health of people with mental illness."),
  team("Peer support", "People with experience of mental illness who support others."),
  team("Psychology", "Provides psychological assessment and treatment."),
  team("Carers' support", "Supports those who care for somebody."),
  team("Quality improvement", "Coaches teams that want to improve their care."),
];

const places = ["north", "south", "east", "west", "central"];
const community = [
  ward("community hospital", "Rehabilitation close to home."),
  ...places.map((part) => team(`District nursing ${part}`, "Nurses people at home.")),
  team("Rapid response", "Keeps people out of hospital in the first hours of an illness."),
  team("Falls and bone health", "Prevents falls and broken bones."),
  team("Stroke rehabilitation", "Continues rehabilitation at home after a stroke."),
  team("Tissue viability", "Prevents and heals pressure ulcers."),
  ...["north", "south"].map((part) =>
    team(`Health visiting ${part}`, "Supports families with young children."),
  ),
  team("School nursing", "Promotes the health of children at school."),
  team("Diabetes", "Helps people to live well with diabetes."),
  team("Podiatry", "Looks after feet, above all of people with diabetes."),
  team("Speech and language therapy", "Helps people to speak, understand and swallow."),
  team("Heart failure nurses", "Help people with heart failure to stay at home."),
  team("End of life care", "Supports people who wish to die at home."),
  team("Wheelchair service", "Provides wheelchairs that fit."),
  team("Quality improvement", "Coaches teams that want to improve their care."),
];

const ambulance = [
  team("Emergency operations centre", "Answers 999 calls and sends help."),
  team("Hear and treat desk", "Gives clinical advice by telephone."),
  ...["Alpha", "Bravo", "Charlie", "Delta", "Echo", "Foxtrot", "Golf", "Hotel"].map((call) =>
    team(`${call} station`, "Crews of ambulances and cars for one part of the area."),
  ),
  team("Hazardous area response", "Works where ordinary crews cannot go."),
  team("Patient transport", "Takes people to hospital and home."),
  team("Community first responders", "Volunteers who arrive first."),
  team("Clinical quality", "Learns from every call and coaches crews."),
];

const commissioning = [
  team("Quality and patient safety", "Works with providers on the quality of care."),
  team("Primary care development", "Helps member practices to improve together."),
  team("Planned and urgent care", "Redesigns how people get to the right care."),
];

const practice = [
  team("Reception and care navigation", "Helps people to reach the right help the first time."),
  team(
    "Nursing and long-term conditions",
    "Reviews people with long-term conditions and gives vaccinations.",
  ),
];

const council = [
  team("Reablement", "Helps people to manage at home again after illness."),
  team("Hospital social work", "Plans support for people who leave hospital."),
  team("Public health", "Improves the health of everyone in the area."),
  team("Safeguarding adults", "Protects adults at risk of harm."),
];

/** How many a nation's organisation has, and the demonstration's. */
export type Teams = { sorts: readonly TeamSort[]; demo: number };

export const teamsBelow: Partial<Record<OrganisationKind, Teams>> = {
  "acute-trust": { sorts: acute, demo: 4 },
  "specialist-trust": { sorts: specialist, demo: 2 },
  "mental-health-trust": { sorts: mental, demo: 2 },
  "community-trust": { sorts: community, demo: 2 },
  "ambulance-trust": { sorts: ambulance, demo: 2 },
  "clinical-commissioning-group": { sorts: commissioning, demo: 0 },
  "gp-practice": { sorts: practice, demo: 1 },
  council: { sorts: council, demo: 0 },
};

export const wardNames: readonly string[] = phrases(`
  Avocet, Bittern, Bluebell, Bunting, Buttercup, Campion, Celandine, Chaffinch, Columbine, Cornflower,
  Dipper, Fieldfare, Firecrest, Foxglove, Godwit, Goldfinch, Goldcrest, Greenfinch, Harebell, Harrier,
  Heather, Hoopoe, Jasmine, Kingfisher, Kittiwake, Lapwing, Larkspur, Lavender, Marigold, Martin,
  Meadowsweet, Nightingale, Nuthatch, Oriole, Partridge, Peony, Periwinkle, Pimpernel, Primrose,
  Redstart, Redwing, Robin, Sandpiper, Skylark, Snowdrop, Speedwell, Starling, Stonechat, Swift, Tern,
  Thrush, Treecreeper, Turnstone, Verbena, Wagtail, Warbler, Waxwing, Wheatear, Woodlark, Yellowhammer
`);
