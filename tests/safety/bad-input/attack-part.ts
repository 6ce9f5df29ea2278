import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { at, encoded, faultsOf, openAttacked, partOf, readsOf, share, some } from "./attacked.ts";
import { sharpest } from "./texts.ts";

/** One part of the forms and one of the addresses, with everything bad in each of their fields. */
export function attackPart(part: number): void {
  beforeAll(openAttacked, 120_000);
  afterAll(() => at.house.close());

  describe(`nothing that comes in breaks anything, comes to life, or is half done: part ${part} (S20)`, () => {
    test("in every field of every form", async () => {
      const faults: string[] = [];
      let sent = 0;
      for (const { row, cell, path, base, isSlow } of partOf(at.targets, part)) {
        for (const field of Object.keys(base)) {
          const tried = [...sharpest, ...share(isSlow ? 2 : 6)];
          for (const bad of tried) {
            sent += 1;
            const pairs = Object.entries(base).filter(([name]) => name !== field);
            const rest = pairs.flatMap(([name, value]) =>
              [value].flat().map((one) => encoded(name, { name, text: one })),
            );
            faults.push(
              ...(await faultsOf({
                said: `${row.route} ${field} ${bad.name}`,
                path,
                persona: cell.persona,
                init: {
                  method: "POST",
                  headers: { "Content-Type": "application/x-www-form-urlencoded" },
                  body: [encoded(field, bad), ...rest].join("&"),
                },
                text: bad.text,
                reads: /^(script|address)/.test(bad.name) ? readsOf(row, cell) : [],
              })),
            );
          }
        }
      }
      process.stdout.write(`${sent} bad values in the fields of ${partOf(at.targets, part).length} forms\n`);
      expect(some(faults)).toEqual([]);
      expect(sent).toBeGreaterThan(500);
    }, 240_000);

    test("in every parameter of every address", async () => {
      const faults: string[] = [];
      let sent = 0;
      for (const { path, cell, names, others } of partOf(at.queries, part)) {
        // What a page does not name it is asked all at once.
        for (const asked of [...names.map((name) => [name]), others]) {
          for (const bad of asked.length > 0 ? [...sharpest, ...share(1)] : []) {
            sent += asked.length;
            faults.push(
              ...(await faultsOf({
                said: `${path} ${asked.join(" ")} ${bad.name}`,
                path: `${path}?${asked.map((name) => encoded(name, bad)).join("&")}`,
                persona: cell.persona,
                text: bad.text,
              })),
            );
          }
        }
      }
      process.stdout.write(`${sent} bad values in addresses\n`);
      expect(some(faults)).toEqual([]);
    }, 240_000);

    test("and nothing of it all is in the log", () => {
      expect(at.house.lines.filter((line) => /CANARY|"fault"/.test(line)).slice(0, 5)).toEqual([]);
    });
  });
}
