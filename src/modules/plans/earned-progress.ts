/** What is there of a plan, in counts: all that the score is reckoned from. */
export type Evidence = {
  hasNumericAim: boolean;
  hasDate: boolean;
  drivers: number;
  driversWithMeasure: number;
  planMeasures: number;
  tests: number;
  testsWithPrediction: number;
  testsStudied: number;
  points: number;
  isImproving: boolean;
  hasKeeper: boolean;
};

export type ProgressPart = {
  key: "aim" | "theory" | "measures" | "tests" | "data" | "signal" | "keeper";
  name: string;
  worth: number;
  earned: number;
  /** What is there. */
  found: string;
  /** What would earn the rest; empty when all of it is earned. */
  missing: string;
};

const enoughDrivers = 2;
const enoughPoints = 12;
const enoughTests = 2;

function part(
  key: ProgressPart["key"],
  name: string,
  given: { worth: number; share: number; found: string; missing: string },
): ProgressPart {
  const earned = Math.round(given.worth * Math.min(1, given.share) * 4) / 4;
  return {
    key,
    name,
    worth: given.worth,
    earned,
    found: given.found,
    missing: earned < given.worth ? given.missing : "",
  };
}

const count = (number: number, one: string): string => `${number} ${number === 1 ? one : `${one}s`}`;

/** The score by what is there: each part with what earned it and what would earn the rest. The worths add up to 5. */
export function earnedProgress(evidence: Evidence): { score: number; parts: ProgressPart[] } {
  const {
    hasNumericAim,
    hasDate,
    drivers,
    driversWithMeasure,
    planMeasures,
    points,
    isImproving,
    hasKeeper,
  } = evidence;
  const { tests, testsWithPrediction, testsStudied } = evidence;
  const measures = driversWithMeasure + planMeasures;
  const parts = [
    part("aim", "A numeric aim with a date", {
      worth: 1,
      share: (Number(hasNumericAim) + Number(hasDate)) / 2,
      found: `${hasNumericAim ? "It says how much" : "It does not say how much yet"}${hasDate ? ", and by when" : ""}`,
      missing: "Say from where to where, and by when",
    }),
    part("theory", "A diagram of what drives it", {
      worth: 0.5,
      share: drivers / enoughDrivers,
      found: count(drivers, "driver"),
      missing: `Draw at least ${enoughDrivers} drivers`,
    }),
    part("measures", "Measures on the aim and on drivers", {
      worth: 0.5,
      share: (Math.min(1, measures) + Math.min(1, driversWithMeasure)) / 2,
      found: `${count(measures, "measure")}, ${driversWithMeasure} of them on a driver`,
      missing: "Measure the aim, and at least one driver",
    }),
    part("tests", "Tests with predictions", {
      worth: 1,
      share: (Math.min(1, testsWithPrediction / enoughTests) + Math.min(1, testsStudied / enoughTests)) / 2,
      found: `${count(tests, "test")}: ${testsWithPrediction} with a prediction, ${testsStudied} studied`,
      missing: `Write a prediction before each test, and study at least ${enoughTests}`,
    }),
    part("data", "Data over time", {
      worth: 0.5,
      share: points / enoughPoints,
      found: `${count(points, "number")} on the longest chart`,
      missing: `Follow a measure for at least ${enoughPoints} numbers`,
    }),
    part("signal", "A signal in the right direction", {
      worth: 1,
      share: Number(isImproving),
      found: isImproving ? "A chart shows more than chance" : "No chart shows it yet",
      missing: "Go on testing until a chart shows more than chance",
    }),
    part("keeper", "Somebody who keeps it going", {
      worth: 0.5,
      share: Number(hasKeeper),
      found: hasKeeper ? "Named" : "Not named yet",
      missing: "Name who looks after it when the project has ended",
    }),
  ];
  return { score: parts.reduce((sum, { earned }) => sum + earned, 0), parts };
}

/** What the two scores say to one another: a reason to talk, and never a rank. */
export function scoreTalk(own: number | null, earned: number): string {
  if (own === null) return "The team has not said yet how far it thinks it is.";
  const difference = own - earned;
  if (Math.abs(difference) <= 0.5) return "The team and the record say much the same.";
  return difference > 0
    ? "The team thinks it is further than the record shows. What do you know that is not written down?"
    : "The record shows more than the team says. What holds you back from saying so?";
}
