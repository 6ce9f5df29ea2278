/** A call as the guide shows it; a test makes each of them and expects the answer that is shown. */
export type ApiExample = {
  title: string;
  method: "GET" | "PUT";
  /** {id} is the measure's own. */
  path: string;
  body?: unknown;
  status: number;
  /** What of the answer is shown: the parts that are the same for everybody. */
  answer: unknown;
};

export const apiExamples: readonly ApiExample[] = [
  {
    title: "Put in 2 months",
    method: "PUT",
    path: "/api/v1/series/{id}/points",
    body: {
      points: [
        { period: "2026-01-01", numerator: 6, denominator: 1210 },
        { period: "2026-02-01", numerator: 9, denominator: 1340, note: "Outbreak of norovirus" },
      ],
    },
    status: 200,
    answer: { added: 2, corrected: 0 },
  },
  {
    title: "The same again changes nothing",
    method: "PUT",
    path: "/api/v1/series/{id}/points",
    body: { points: [{ period: "2026-01-01", numerator: 6, denominator: 1210 }] },
    status: 200,
    answer: { added: 0, corrected: 0 },
  },
  {
    title: "Correct a month, and say that another is not known",
    method: "PUT",
    path: "/api/v1/series/{id}/points",
    body: {
      reason: "A fall was reported late",
      points: [
        { period: "2026-02-01", numerator: 10, denominator: 1340 },
        { period: "2026-03-01", state: "missing" },
      ],
    },
    status: 200,
    answer: { added: 1, corrected: 1 },
  },
  {
    title: "A number that cannot be: nothing is saved, and the answer says which",
    method: "PUT",
    path: "/api/v1/series/{id}/points",
    body: {
      points: [
        { period: "2026-04-01", numerator: 4, denominator: 1200 },
        { period: "2026-05-01", numerator: -1, denominator: 1180 },
      ],
    },
    status: 422,
    answer: {
      status: 422,
      problems: [{ field: "points.1", message: "This cannot be less than 0" }],
    },
  },
  {
    title: "Read it back",
    method: "GET",
    path: "/api/v1/series/{id}",
    status: 200,
    answer: { points: 2, lastPeriod: "2026-03-01", purpose: "improvement" },
  },
  { title: "All measures that a key opens", method: "GET", path: "/api/v1/series", status: 200, answer: {} },
];
