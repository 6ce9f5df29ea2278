import type { RuleSetId } from "../rule-sets/rule-set.ts";
import { SpcError } from "../spc-error.ts";
import {
  falseAlarmLengths,
  falseAlarmRates,
  powerPoints,
  powerRates,
  powerShifts,
  simulatedSets,
} from "./simulated-rates.ts";

/** Charts that the false alarms were simulated for. */
export type SimulatedChart = keyof typeof falseAlarmRates;

/**
 * Chance of at least one signal in a series of pure chance, its limits reckoned from itself: as simulated for 12
 * to 60 points, and between those lengths on a straight line.
 */
export function falseAlarmChance(rules: RuleSetId, chart: SimulatedChart, points: number): number {
  if (!(points >= falseAlarmLengths[0]! && points <= falseAlarmLengths.at(-1)!)) {
    throw new SpcError("points", `simulated for ${falseAlarmLengths[0]} to ${falseAlarmLengths.at(-1)}`);
  }
  const later = Math.max(
    1,
    falseAlarmLengths.findIndex((length) => length >= points),
  );
  const [from, to] = [falseAlarmLengths[later - 1]!, falseAlarmLengths[later]!];
  const row = simulatedSets.indexOf(rules) * falseAlarmLengths.length;
  const [low, high] = [
    rate(falseAlarmRates[chart], row + later - 1),
    rate(falseAlarmRates[chart], row + later),
  ];
  return low + ((points - from) / (to - from)) * (high - low);
}

export interface PowerCell {
  /** In standard deviations. */
  readonly shift: number;
  /** Points after the shift. */
  readonly points: number;
  /** Chance of at least one signal among them, on an XmR chart with limits from 24 points before. */
  readonly chance: number;
}

/** How likely a rule set is to see a lasting shift, by its size and the number of points after it. */
export function powerOf(rules: RuleSetId): PowerCell[] {
  const row = simulatedSets.indexOf(rules) * powerShifts.length * powerPoints.length;
  return powerShifts.flatMap((shift, i) =>
    powerPoints.map((points, j) => ({
      shift,
      points,
      chance: rate(powerRates, row + i * powerPoints.length + j),
    })),
  );
}

function rate(packed: string, place: number): number {
  return Number(packed.slice(2 * place, 2 * place + 2)) / 100;
}
