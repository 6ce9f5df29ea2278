import type { PlanKind, Stage } from "./plan.ts";

/** A plan as it stands in a list: what it is, where, and what is known of it without opening it. */
export type PlanLine = {
  id: string;
  kind: PlanKind;
  title: string;
  aim: string;
  stage: Stage;
  stageSince: Date;
  bodyCode: string;
  bodyName: string;
  topics: readonly string[];
  method: string;
  localPriority: string;
  nationalPriority: string;
  hasPartner: boolean;
  hasLead: boolean;
  improvingSince: string | null;
  slippingSince: string | null;
  helpWanted: string;
  learned: string;
  lastEditAt: Date;
  lastTestAt: Date | null;
  lastDataAt: Date | null;
};

/** What a list can be asked for. Everything is optional, and each narrows. */
export type SoughtPlans = {
  words: readonly string[];
  kind?: PlanKind | undefined;
  placeId?: string | undefined;
  /** The place holds the whole nation, so that it narrows nothing. */
  isWhole?: boolean | undefined;
  topic?: string | undefined;
  method?: string | undefined;
  stage?: Stage | undefined;
  priority?: Priority | undefined;
  partner?: "yes" | "no" | undefined;
  sponsor?: Sponsoring | undefined;
  /** Who asks, where it is about what they sponsor themselves. */
  askerId?: string | undefined;
  state?: PlanState | undefined;
  /** From which moment back a plan counts as stuck, and one as just finished. */
  quietBefore: Date;
  finishedAfter: Date;
  today: string;
};

/** Whether a plan has a sponsor, or is sponsored by whoever asks. */
export const sponsorings = ["mine", "yes", "no"] as const;
export type Sponsoring = (typeof sponsorings)[number];

export const sponsoringLabels: Record<Sponsoring, string> = {
  mine: "You",
  yes: "Somebody",
  no: "Nobody yet",
};

export const priorities = ["local", "national", "both", "neither"] as const;
export type Priority = (typeof priorities)[number];

export const priorityLabels: Record<Priority, string> = {
  local: "Local priority",
  national: "National priority",
  both: "Local and national priority",
  neither: "Neither: the team’s own choice",
};

/** What a portfolio asks: what gets better, what is stuck, who needs help, what has ended, what wants watching. */
export const planStates = ["improving", "stuck", "help", "finished", "watch"] as const;
export type PlanState = (typeof planStates)[number];

export const planStateLabels: Record<PlanState, string> = {
  improving: "Improving",
  stuck: "Stuck",
  help: "Asking for help",
  finished: "Just finished or stopped",
  watch: "To watch after the end",
};

export const planStateHints: Record<PlanState, string> = {
  improving: "A measure shows a signal in the direction that the team wants",
  stuck: "No data, no test or no edit for a while",
  help: "The team asks for help, or nobody leads it",
  finished: "Ended within the last 90 days",
  watch: "Sustaining or finished, and a measure shows a shift back or the follow-up is due",
};
