import type { BodyDraft } from "./body.ts";
import type { Place } from "./geography.ts";

type NationalBody = Pick<
  BodyDraft,
  "code" | "name" | "purpose" | "notFor" | "fundedBy" | "accountableTo" | "contactName" | "mailbox"
> &
  Partial<Pick<BodyDraft, "openedOn" | "formerNames" | "closedOn">> & { succeededBy?: string };

/** Where the nation and its national bodies have their post, in an invented town. */
export const seat: Place = { name: "Crownhithe", district: "XX1", x: 20, y: 88 };

/** The real names, as things stood in 2016 and 2017; what each is for and not for is told in our own words. */
export const nationalBodies: readonly NationalBody[] = [
  {
    code: "NB-NHSE",
    name: "NHS England",
    purpose:
      "Sets the direction and priorities of the NHS, shares out its budget to local commissioners and buys primary care and specialised services. Leads the improvement work of commissioners and general practice.",
    notFor:
      "Running hospitals or regulating providers. For help with a trust's performance, ask NHS Improvement.",
    fundedBy: "Department of Health, through the yearly mandate",
    accountableTo: "Secretary of State for Health and Parliament",
    contactName: "Improvement and leadership desk",
    mailbox: "improvement",
    openedOn: "2012-10-01",
    formerNames: [{ name: "NHS Commissioning Board", until: "2013-03-31" }],
  },
  {
    code: "NB-NHSI",
    name: "NHS Improvement",
    purpose:
      "Oversees trusts and foundation trusts and helps them to give safe, good and affordable care. Looks after the national framework for improvement skills and leadership together with its partners.",
    notFor:
      "Commissioning care or inspecting it. For commissioning ask NHS England; for inspection the Care Quality Commission.",
    fundedBy: "Department of Health",
    accountableTo: "Secretary of State for Health and Parliament",
    contactName: "Framework team",
    mailbox: "framework",
    openedOn: "2016-04-01",
  },
  {
    code: "NB-HEE",
    name: "Health Education England",
    purpose:
      "Plans, pays for and assures the education and training of the health workforce, so that there are enough people with the right skills. Brings improvement into curricula.",
    notFor: "Employing staff or settling pay. Ask the employing organisation.",
    fundedBy: "Department of Health",
    accountableTo: "Secretary of State for Health and Parliament",
    contactName: "Education and training desk",
    mailbox: "education",
    openedOn: "2012-06-28",
  },
  {
    code: "NB-NHSLA",
    name: "NHS Leadership Academy",
    purpose:
      "Develops leaders at every level of health and care: national programmes, the graduate scheme, 360 degree feedback, and standards that the 10 local leadership academies work to.",
    notFor: "Courses for one team or one place. Ask your local leadership academy first.",
    fundedBy: "Health Education England",
    accountableTo: "Health Education England",
    contactName: "Programme enquiries",
    mailbox: "programmes",
  },
  {
    code: "NB-PHE",
    name: "Public Health England",
    purpose:
      "Protects and improves the nation's health and narrows the gaps in it: evidence, surveillance, screening advice and support to the public health teams of councils.",
    notFor: "Treating individual patients or commissioning local public health services. Ask the council.",
    fundedBy: "Department of Health",
    accountableTo: "Secretary of State for Health",
    contactName: "Knowledge desk",
    mailbox: "knowledge",
    openedOn: "2013-04-01",
  },
  {
    code: "NB-CQC",
    name: "Care Quality Commission",
    purpose:
      "Registers, monitors and inspects health and adult social care services, publishes what it finds and asks whether services are well led.",
    notFor: "Settling individual complaints or coaching teams. Complain to the provider first.",
    fundedBy: "Fees from registered providers, and the Department of Health",
    accountableTo: "Parliament and the Secretary of State for Health",
    contactName: "Provider enquiries",
    mailbox: "providers",
    openedOn: "2009-04-01",
  },
  {
    code: "NB-NICE",
    name: "National Institute for Health and Care Excellence (NICE)",
    purpose:
      "Gathers the evidence and turns it into guidance, quality standards and indicators for health, public health and social care.",
    notFor: "Telling one patient what treatment to have, or checking that guidance is followed.",
    fundedBy: "Department of Health",
    accountableTo: "Department of Health and Parliament",
    contactName: "Guidance enquiries",
    mailbox: "guidance",
    openedOn: "1999-04-01",
    formerNames: [{ name: "National Institute for Health and Clinical Excellence", until: "2013-03-31" }],
  },
  {
    code: "NB-DH",
    name: "Department of Health",
    purpose:
      "Advises ministers, sets national policy and law for health and adult social care, and secures the money from the Treasury.",
    notFor: "Running services or local improvement work. Ask the organisation that gives the care.",
    fundedBy: "HM Treasury, as voted by Parliament",
    accountableTo: "Parliament",
    contactName: "Policy correspondence",
    mailbox: "policy",
  },
  {
    code: "NB-LGA",
    name: "Local Government Association",
    purpose:
      "Speaks for councils nationally, and helps them to improve through peer challenge and shared learning, adult social care and public health included.",
    notFor: "Decisions of a single council. Ask that council.",
    fundedBy: "Subscriptions of member councils, and government grant",
    accountableTo: "Its member councils",
    contactName: "Care and health improvement desk",
    mailbox: "care-and-health",
    openedOn: "1997-04-01",
  },
  {
    code: "NB-NHSCC",
    name: "NHS Clinical Commissioners",
    purpose: "Gives clinical commissioning groups one voice, and a place to learn from one another.",
    notFor: "Commissioning care. Ask your clinical commissioning group.",
    fundedBy: "Subscriptions of member groups",
    accountableTo: "Its members",
    contactName: "Member network",
    mailbox: "members",
  },
  {
    code: "NB-CONFED",
    name: "NHS Confederation",
    purpose:
      "Brings together organisations that commission, plan and provide NHS services, speaks for them and links their leaders.",
    notFor: "Individual members of staff or patients who need advice.",
    fundedBy: "Subscriptions of member organisations",
    accountableTo: "Its members, through its trustees",
    contactName: "Member relations",
    mailbox: "members",
  },
  {
    code: "NB-PROV",
    name: "NHS Providers",
    purpose:
      "The membership body of trusts that provide hospital, mental health, community and ambulance services. Speaks for them and develops their boards.",
    notFor: "Placing patients or handling complaints about a trust.",
    fundedBy: "Subscriptions of member trusts",
    accountableTo: "Its members",
    contactName: "Board development",
    mailbox: "boards",
  },
  {
    code: "NB-SFC",
    name: "Skills for Care",
    purpose:
      "Helps employers in adult social care to find, keep and develop their people, and collects what is known of that workforce.",
    notFor: "Healthcare roles inside the NHS. Ask Health Education England.",
    fundedBy: "Department of Health grant and earned income",
    accountableTo: "Its trustees, with employers of adult social care",
    contactName: "Workforce development",
    mailbox: "workforce",
  },
  {
    code: "NB-MONITOR",
    name: "Monitor",
    purpose: "Regulated NHS foundation trusts until its work became part of NHS Improvement.",
    notFor: "Anything new. Ask NHS Improvement.",
    fundedBy: "Department of Health",
    accountableTo: "Parliament",
    contactName: "Records",
    mailbox: "records",
    openedOn: "2004-01-05",
    closedOn: "2016-03-31",
    succeededBy: "NB-NHSI",
  },
  {
    code: "NB-NHSTDA",
    name: "NHS Trust Development Authority",
    purpose:
      "Oversaw NHS trusts that were not yet foundation trusts until its work became part of NHS Improvement.",
    notFor: "Anything new. Ask NHS Improvement.",
    fundedBy: "Department of Health",
    accountableTo: "Secretary of State for Health",
    contactName: "Records",
    mailbox: "records",
    openedOn: "2012-06-28",
    closedOn: "2016-03-31",
    succeededBy: "NB-NHSI",
  },
];
