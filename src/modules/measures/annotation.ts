/** What happened beside the numbers. One that another module put there names its source; that module changes it. */
export type SeriesAnnotation = {
  id: string;
  on: string;
  label: string;
  href: string;
  source: string | null;
  writtenBy: string | null;
};
