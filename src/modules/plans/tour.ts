/** What somebody's first project has of all that a project begins with, as it stands in the record. */
export type FirstProject = {
  planId: string;
  title: string;
  startedAt: Date;
  hasAim: boolean;
  hasTheory: boolean;
  /** The measure that the tour looks at: one with numbers before any other. */
  seriesId: string | null;
  hasNumber: boolean;
  hasPrediction: boolean;
  /** Somebody else is in the team, or is invited. */
  hasCompany: boolean;
};

export type TourStep = {
  text: string;
  hint: string;
  minutes: number;
  /** Where it is done; nothing while what it needs is not there. */
  href: string | undefined;
  isDone: boolean;
};

/** What is done on the way. Nothing is kept of the tour itself: each step is done when the project says so. */
export function tourSteps(first: FirstProject | undefined, canStart = true): TourStep[] {
  const at = (path: string): string | undefined => first && `/plans/${first.planId}${path}`;
  return [
    {
      text: "Start with one sentence",
      hint: "What do you want to improve? Nobody has to approve it",
      minutes: 2,
      href: first || !canStart ? at("") : "/plans/new",
      isDone: first !== undefined,
    },
    {
      text: "Say how much, and by when",
      hint: "A number and a day: they can change when you know more",
      minutes: 2,
      href: at("/edit"),
      isDone: first?.hasAim ?? false,
    },
    {
      text: "Write a first driver and a first idea",
      hint: "What has to change for it to get better, and one thing that you could try",
      minutes: 5,
      href: at("/diagram"),
      isDone: first?.hasTheory ?? false,
    },
    {
      text: "Choose one measure, and enter its first number",
      hint: "One that you can count yourselves, each week or each month",
      minutes: 4,
      href: first?.seriesId ? `/series/${first.seriesId}` : at("/measures/new"),
      isDone: first?.hasNumber ?? false,
    },
    {
      text: "Plan a first test, and say what you expect",
      hint: "As small as 1 patient on 1 afternoon",
      minutes: 4,
      href: at("/tests/new"),
      isDone: first?.hasPrediction ?? false,
    },
    {
      text: "Invite a colleague, a patient or a carer",
      hint: "They work on it with the same rights as you",
      minutes: 2,
      href: at("/team/invite"),
      isDone: first?.hasCompany ?? false,
    },
  ];
}

/** The last step is to look, which nobody counts. */
export const minutesToLook = 1;

const weeks = 4;

/** Only a young project is spoken of without being asked. */
export function isYoung({ startedAt }: Pick<FirstProject, "startedAt">, at: Date): boolean {
  return at.getTime() - startedAt.getTime() < weeks * 7 * 86_400_000;
}
