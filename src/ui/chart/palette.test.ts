import { describe, expect, it } from "vitest";
import { contrast, distance, type Sight } from "./colour-sight.ts";
import { looks } from "./look.ts";
import { markColours, palette, type MarkName } from "./palette.ts";

const marks = Object.entries(markColours) as [MarkName, (typeof markColours)[MarkName]][];
const filled = marks.filter(([name]) => name !== "excluded");
const pairs = filled.flatMap(([a], i) => filled.slice(i + 1).map(([b]) => [a, b] as const));

describe("the palette", () => {
  it.each(marks)(
    "%s has an outline that stands out from paper and a letter that stands out from it",
    (_name, mark) => {
      expect(contrast(mark.outline, palette.paper)).toBeGreaterThanOrEqual(3);
      expect(contrast(mark.letter, mark.fill)).toBeGreaterThanOrEqual(4.5);
    },
  );

  it.each(["limits", "centre", "target", "line", "event", "quiet"] as const)(
    "%s stands out from paper and from the field",
    (name) => {
      expect(contrast(palette[name], palette.paper)).toBeGreaterThanOrEqual(4.5);
      expect(contrast(palette[name], palette.between)).toBeGreaterThanOrEqual(4.5);
    },
  );

  it.each(pairs)("%s and %s are told apart by colour with and without red and green cones", (a, b) => {
    for (const sight of ["full", "deuteranopia", "protanopia"] as Sight[]) {
      expect(distance(markColours[a].fill, markColours[b].fill, sight), sight).toBeGreaterThanOrEqual(20);
    }
  });

  it("needs no colour: every look has a shape and letter of its own, and no two names share a shape", () => {
    const drawn = looks.map((look) => `${look.shape} ${look.letter ?? ""}`);
    expect(new Set(drawn).size).toBe(drawn.length);
    const names = new Map(looks.map((look) => [look.shape, look.name]));
    for (const look of looks) expect(names.get(look.shape)).toBe(look.name);
  });
});
