import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { Row } from "../expect.ts";
import { expectations } from "../expectations.ts";
import { openHouse, type House } from "../setup/house.ts";
import { buildNation } from "../setup/nation.ts";
import { walk, type Walk } from "../walk.ts";

/** The walk is long: each part of it is a file of its own, so that they go at the same time. */
export const parts = [0, 1, 2, 3] as const;

/** The rows are dealt out like cards, so that no part has all the long ones. */
export function partOf(rows: readonly Row[], part: number): Row[] {
  return rows.filter((_, at) => at % parts.length === part);
}

/** The first of a long list, so that a failure can be read. */
const some = (lines: readonly string[]): string[] => lines.slice(0, 40);

export function walkPart(part: (typeof parts)[number]): void {
  describe(`every route of part ${part}, as each of 16, in each relation (S1)`, () => {
    let house: House;
    let seen: Walk;
    beforeAll(async () => {
      house = await openHouse({ undo: true });
      const nation = await buildNation(house);
      const began = performance.now();
      seen = await walk(house, nation, { rows: partOf(expectations, part) });
      const each = (performance.now() - began) / seen.cells;
      process.stdout.write(
        `${seen.cells} cells, ${seen.leaks.length} leaks, ${seen.denials.length} wrong denials, ${seen.faults.length} faults, ${each.toFixed(1)} ms each\n`,
      );
    }, 180_000);
    afterAll(() => house.close());

    test("nobody gets what is not theirs", () => expect(some(seen.leaks)).toEqual([]));
    test("nobody reads what somebody shares with others", () => expect(some(seen.read)).toEqual([]));
    test("nobody is kept from what is theirs", () => expect(some(seen.denials)).toEqual([]));
    test("nothing breaks", () => expect(some(seen.faults)).toEqual([]));
    test("whoever is refused, or only reads, changes nothing", () => expect(some(seen.touched)).toEqual([]));
    test("each deed has exactly one entry in the audit, and nothing else has one (A1)", () =>
      expect(some(seen.unaudited)).toEqual([]));
  });
}
