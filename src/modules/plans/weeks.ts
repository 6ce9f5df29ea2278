/** For how many weeks nothing may have happened before a plan counts as stuck. */
export const weeksToChoose = [4, 6, 8, 12] as const;
export const usualWeeks = 6;
