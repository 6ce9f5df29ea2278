import { dice, type Dice } from "./dice.ts";
import { placeNames } from "./place-names.ts";
import { seed } from "./scale.ts";

/** A point on the invented map, 40 wide and 110 high, north at 0. */
export type Spot = { x: number; y: number };

/** A city, town or village; its district is the part of the postcode before the space. */
export type Place = Spot & { name: string; district: string };

export type Region = "North" | "West" | "East" | "South";

/** A local system's piece of the map: its places, the city first, then the towns, then the villages. */
export type Territory = { number: number; region: Region; weight: number; places: Place[] };

const cellSize = 10;
const columns = 4;
const rows = 11;
const placesEach = 50;
const townsEach = 8;

/** The whole map: 44 territories in 4 columns and 11 rows, each a little away from its grid point. */
export function drawMap(): Territory[] {
  const names = placeNames(dice(`${seed}:places`));
  return Array.from({ length: columns * rows }, (_, index) =>
    drawTerritory(index, names.slice(index * placesEach, (index + 1) * placesEach)),
  );
}

function drawTerritory(index: number, names: string[]): Territory {
  const chance = dice(`${seed}:territory:${index}`);
  const [column, row] = [index % columns, Math.floor(index / columns)];
  const middle = { x: (column + 0.5) * cellSize, y: (row + 0.5) * cellSize };
  const places = names.map((name, rank) => ({
    name,
    district: postcodeArea(index) + String(rank < townsEach ? rank + 1 : 1 + chance.below(townsEach)),
    ...(rank === 0 ? middle : near(middle, chance)),
  }));
  return { number: index + 1, region: regionAt(column, row), weight: 0.6 + chance.throw(), places };
}

/** Evenly over a disc a little wider than a cell, so that neighbours run into one another. */
function near(middle: Spot, chance: Dice): Spot {
  const radius = 0.6 * cellSize * Math.sqrt(chance.throw());
  const angle = 2 * Math.PI * chance.throw();
  return { x: middle.x + radius * Math.cos(angle), y: middle.y + radius * Math.sin(angle) };
}

function regionAt(column: number, row: number): Region {
  if (row < 3) return "North";
  if (row >= 8) return "South";
  return column < columns / 2 ? "West" : "East";
}

/** No postcode in the United Kingdom begins with Q, V or X. */
function postcodeArea(index: number): string {
  const second = "ABCDEFGHKLMNPRSTUWY";
  return "QVX"[Math.floor(index / second.length)]! + second[index % second.length]!;
}

/** The letters that the second half of a postcode may have. */
const inward = Array.from("ABDEFGHJLNPQRSTUWXYZ");

export function postcodeIn(place: Place, chance: Dice): string {
  return `${place.district} ${chance.between(1, 9)}${chance.pick(inward)}${chance.pick(inward)}`;
}

/** Points spread over the map, each the farthest from the rest of several that were tried. */
export function scatter(count: number, chance: Dice): Spot[] {
  const spots: Spot[] = [];
  while (spots.length < count) {
    const tries = Array.from({ length: 24 }, () => ({
      x: chance.throw() * columns * cellSize,
      y: chance.throw() * rows * cellSize,
    }));
    spots.push(tries.reduce((best, spot) => (room(spot, spots) > room(best, spots) ? spot : best)));
  }
  return spots;
}

const room = (spot: Spot, others: readonly Spot[]): number =>
  Math.min(Number.POSITIVE_INFINITY, ...others.map((other) => distance(spot, other)));

export const distance = (one: Spot, other: Spot): number => Math.hypot(one.x - other.x, one.y - other.y);
