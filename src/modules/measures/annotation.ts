/** What a team made of something it tried. */
export type Decision = "adopt" | "adapt" | "expand" | "abandon";

/** What happened beside the numbers. One that another module put there names its source; that module changes it. */
export type SeriesAnnotation = {
  id: string;
  on: string;
  label: string;
  href: string;
  source: string | null;
  /** Of what was tried and decided. Its label says it too, at the end. */
  decision: Decision | null;
  writtenBy: string | null;
};
