/** A line of progress: "Bodies: 1,086". */
export const counted = (what: string, count: number): string => `${what}: ${count.toLocaleString("en-GB")}`;
