import { analyse } from "@throughline/spc";
import { describe, expect, test } from "vitest";
import { questionsFor } from "./ask.ts";
import { guessSection } from "./guess-section.ts";
import { lookBack } from "./look-back.ts";
import { misleading } from "./misleading.ts";
import { missingParts } from "./missing-parts.ts";
import { isException } from "./read-item.ts";

const xmr = (values: readonly number[], target?: number) =>
  analyse(
    {
      chart: "xmr",
      x: values.map(
        (_, index) => `${2024 + Math.floor(index / 12)}-${String((index % 12) + 1).padStart(2, "0")}-01`,
      ),
      values,
    },
    { improvement: "decrease", ...(target !== undefined && { target }) },
  );

const level = [20, 22, 21, 19, 23, 20, 21, 22, 18, 20, 21, 22];

describe("a sentence", () => {
  test.each([
    ["Falls are up on last month", 1],
    ["The rate has fallen since the previous quarter, from 6 to 5", 1],
    ["A&E performance is rated red", 1],
    ["RAG status: amber", 1],
    ["Waits ↓ 4%", 1],
    ["Better than last year and now green", 2],
    ["There is a signal of improvement: 8 points in a row below the average", 0],
    ["The red tray scheme was tried on 3 wards", 0],
    ["We greeted 14 new colleagues", 0],
  ])("%s gets %i pieces of advice", (text, count) => {
    expect(misleading(text)).toHaveLength(count);
  });
});

describe("what was said last time", () => {
  test("of chance is right while points stay within the limits, and wrong when they do not", () => {
    expect(lookBack(xmr(level), xmr([...level, 21, 20, 22]))).toMatchObject([
      { said: "Nothing but chance", wasRight: "yes" },
    ]);
    expect(lookBack(xmr(level), xmr([...level, 40, 42, 41]))).toMatchObject([{ wasRight: "no" }]);
  });

  test("of an improvement is right while it holds", () => {
    const improved = [...level, 12, 11, 13, 12, 10, 12, 11];
    expect(lookBack(xmr(improved), xmr([...improved, 12, 11, 12]))[0]).toMatchObject({
      said: "A signal of improvement",
      wasRight: "yes",
    });
    expect(lookBack(xmr(improved), xmr([...improved, 22, 21, 23]))[0]).toMatchObject({ wasRight: "no" });
  });

  test("of a target is held against the target of then", () => {
    const missing = xmr(level, 5);
    expect(missing.assurance.kind).toBe("expected-to-miss");
    expect(lookBack(missing, xmr([...level, 21, 20, 22], 30))[1]).toMatchObject({
      said: "Expected to miss the target",
      since: "0 of 3 points since hit the target of then",
      wasRight: "yes",
    });
  });

  test("is not judged by fewer than 3 new points", () => {
    expect(lookBack(xmr(level), xmr([...level, 40]))).toMatchObject([{ wasRight: "too-soon" }]);
  });
});

test("an exception is a signal, or a target that will be missed", () => {
  expect(isException(xmr(level))).toBe(false);
  expect(isException(xmr([...level, 60]))).toBe(true);
  expect(isException(xmr(level, 5))).toBe(true);
  expect(isException(xmr(level.slice(0, 5)))).toBe(false);
});

test("every pattern has its questions", () => {
  expect(questionsFor(xmr(level, 5)).join(" ")).toContain("will not reach the target");
  expect(questionsFor(xmr(level)).join(" ")).toContain("good enough");
});

test.each([
  ["staff", "people"],
  ["emergency care", "access"],
  ["finance", "money"],
  ["falls", "quality"],
  ["burden", "burden"],
])("%s belongs to %s", (topic, section) => {
  expect(guessSection(topic)).toBe(section);
});

test("a report of performance alone is told what it lacks", () => {
  const empty = { introduction: "", patientStory: "", learningStory: "", minutesMet: null };
  expect(missingParts(empty, [{ section: "quality" }])).toHaveLength(5);
  const whole = {
    ...empty,
    patientStory: "A daughter writes",
    learningStory: "Sensor mats",
    minutesMet: 540,
  };
  expect(missingParts(whole, [{ section: "people" }, { section: "burden" }])).toEqual([]);
});
