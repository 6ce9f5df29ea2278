import { expect, test } from "vitest";
import { BadSetting } from "#platform/config.ts";
import { parseMoment, wallClock } from "./moment.ts";

test.each([
  ["2026-11-24 19:00:05", "2026-11-24T19:00:05.000Z"],
  ["2026-07-01 19:00:05", "2026-07-01T18:00:05.000Z"],
  ["2026-07-01T19:00", "2026-07-01T18:00:00.000Z"],
  ["2026-07-01 19:00:05.25Z", "2026-07-01T19:00:05.250Z"],
  ["2026-07-01 19:00:05+02:00", "2026-07-01T17:00:05.000Z"],
  // The hour that comes twice: the first, unless Z says otherwise.
  ["2026-10-25 01:30:00", "2026-10-25T00:30:00.000Z"],
  ["2026-10-25 01:30:00Z", "2026-10-25T01:30:00.000Z"],
])("%s is %s", (text, moment) => {
  expect(parseMoment(text).toISOString()).toBe(moment);
});

// The last is in the hour that is left out in March.
test.each(["yesterday", "24/11/2026 19:00", "2026-02-30 19:00", "2026-11-24 25:00", "2026-03-29 01:30:00"])(
  "%s is refused",
  (text) => {
    expect(() => parseMoment(text)).toThrow(BadSetting);
  },
);

test("a moment is said as it is typed", () => {
  expect(wallClock(new Date("2026-07-01T18:00:05Z"))).toBe("2026-07-01 19:00:05");
});
