import { writeFileSync } from "node:fs";
import { normalCumulative } from "./normal-cumulative.ts";

/**
 * Works out the best box and the cut box of Anhøj and Wentzel-Larsen (PLoS ONE 15(6): e0233920, 2020) for 10 to
 * 100 useful points, from the exact joint distribution of crossings and longest run: among the boxes
 * {crossings >= c, longest <= l} that pure chance stays inside with probability 0.925 or more, the one that a
 * shift of 0.8 standard deviations leaves most often; then as many cells as possible cut from its corner.
 */
const TARGET = 0.925;
const SHIFT = 0.8;

/** chances[l][c] = P(longest run <= l, crossings = c) over n points, each above the line with this chance. */
function jointDistribution(n: number, above: number): Float64Array[] {
  const chances: Float64Array[] = [new Float64Array(n)];
  for (let cap = 1; cap <= n; cap += 1) chances.push(cappedRuns(n, cap, above));
  return chances;
}

function cappedRuns(n: number, cap: number, above: number): Float64Array {
  const grid = () => Array.from({ length: cap + 1 }, () => new Float64Array(n));
  let up = grid();
  let down = grid();
  up[1]![0] = above;
  down[1]![0] = 1 - above;
  for (let point = 1; point < n; point += 1) {
    const nextUp = grid();
    const nextDown = grid();
    for (let length = 1; length <= cap; length += 1) {
      for (let crossings = 0; crossings < point; crossings += 1) {
        const fromUp = up[length]![crossings]!;
        const fromDown = down[length]![crossings]!;
        if (length < cap) {
          nextUp[length + 1]![crossings]! += fromUp * above;
          nextDown[length + 1]![crossings]! += fromDown * (1 - above);
        }
        nextDown[1]![crossings + 1]! += fromUp * (1 - above);
        nextUp[1]![crossings + 1]! += fromDown * above;
      }
    }
    up = nextUp;
    down = nextDown;
  }
  const total = new Float64Array(n);
  for (let length = 1; length <= cap; length += 1) {
    for (let c = 0; c < n; c += 1) total[c]! += up[length]![c]! + down[length]![c]!;
  }
  return total;
}

interface Cells {
  readonly n: number;
  inside(crossings: number, longest: number): number;
  cell(crossings: number, longest: number): number;
}

function cellsOf(n: number, above: number): Cells {
  const cumulative = jointDistribution(n, above);
  const tails = cumulative.map((row: Float64Array) => {
    const tail = new Float64Array(n + 1);
    for (let c = n - 1; c >= 0; c -= 1) tail[c] = tail[c + 1]! + row[c]!;
    return tail;
  });
  return {
    n,
    inside: (crossings, longest) => tails[longest]![crossings]!,
    cell: (crossings, longest) => cumulative[longest]![crossings]! - cumulative[longest - 1]![crossings]!,
  };
}

interface Box {
  readonly crossings: number;
  readonly longest: number;
}

function bestBox(chance: Cells, shifted: Cells): Box {
  let best: Box = { crossings: 0, longest: chance.n };
  let lowest = Infinity;
  for (let crossings = 0; crossings < chance.n; crossings += 1) {
    for (let longest = 1; longest <= chance.n; longest += 1) {
      if (chance.inside(crossings, longest) < TARGET) continue;
      const stays = shifted.inside(crossings, longest);
      if (stays < lowest) {
        lowest = stays;
        best = { crossings, longest };
      }
    }
  }
  return best;
}

/** How far the two sides that meet in the corner may be cut back: in longest run, and in crossings. */
function cutCorner(chance: Cells, shifted: Cells, box: Box): [number, number] {
  const spare = chance.inside(box.crossings, box.longest) - TARGET;
  let best: [number, number] = [box.longest, box.crossings];
  let most = 0;
  for (let row = 0; row < box.longest; row += 1) {
    for (let column = 0; column < chance.n - box.crossings; column += 1) {
      const lost = cutChance(chance, box, row, column);
      if (lost > spare) break;
      const gained = cutChance(shifted, box, row, column);
      if (gained > most) {
        most = gained;
        best = [box.longest - row, box.crossings + column];
      }
    }
  }
  return best;
}

/** Chance of the first `row` cells at fewest crossings and the first `column` cells at the longest run, corner once. */
function cutChance(cells: Cells, box: Box, row: number, column: number): number {
  let sum = 0;
  for (let i = 0; i < row; i += 1) sum += cells.cell(box.crossings, box.longest - i);
  for (let i = row > 0 ? 1 : 0; i < column; i += 1) sum += cells.cell(box.crossings + i, box.longest);
  return sum;
}

const rows: number[][] = [];
for (let n = 10; n <= 100; n += 1) {
  const chance = cellsOf(n, 0.5);
  const shifted = cellsOf(n, normalCumulative(SHIFT));
  const box = bestBox(chance, shifted);
  rows.push([box.crossings, box.longest, ...cutCorner(chance, shifted, box)]);
}

let before = [2, 6];
const packed = rows.map(([crossings = 0, longest = 0, cutLongest = 0, cutCrossings = 0]) => {
  const steps = 7 * (crossings - before[0]! + 1) + longest - before[1]! + 3;
  before = [crossings, longest];
  return steps.toString(36) + (7 * (longest - cutLongest) + cutCrossings - crossings).toString(36);
});

writeFileSync(
  new URL("../src/rules/runs-boxes.ts", import.meta.url),
  `/** Limits of the best box and the cut box for one number of useful points. */
export interface RunsBox {
  readonly crossings: number;
  readonly longest: number;
  readonly longestAtFewestCrossings: number;
  readonly crossingsAtLongestRun: number;
}

// Generated by simulations/runs-boxes.ts from the exact joint distribution: for 10 to 100 useful points in order two
// digits to base 36. The first holds the steps of the best box, 7 (crossings + 1) + longest + 3, from 2 crossings and
// a run of 6; the second what the cut box takes off, 7 times from the longest run, plus what it adds to the crossings.
const BOXES =
  "${packed.join("")}";

export function runsBox(useful: number): RunsBox | null {
  if (useful < 10 || useful > 100) return null;
  const digit = (place: number) => parseInt(BOXES[place]!, 36);
  const last = 2 * (useful - 10);
  let crossings = 2;
  let longest = 6;
  for (let place = 0; place <= last; place += 2) {
    crossings += Math.floor(digit(place) / 7) - 1;
    longest += (digit(place) % 7) - 3;
  }
  const cut = digit(last + 1);
  return {
    crossings,
    longest,
    longestAtFewestCrossings: longest - Math.floor(cut / 7),
    crossingsAtLongestRun: crossings + (cut % 7),
  };
}
`,
);
