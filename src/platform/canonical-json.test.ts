import fc from "fast-check";
import { expect, test } from "vitest";
import { canonicalJson, contentDigest, NotCanonical, type PlainJson } from "./canonical-json.ts";

test.each<[string, PlainJson, string]>([
  [
    "names in order of code units",
    { "\u20AC": 1, "\r": 2, "\uFB33": 3, "1": 4, "\u{1F600}": 5, "\u0080": 6, "\u00F6": 7 },
    '{"\\r":2,"1":4,"\u0080":6,"\u00F6":7,"\u20AC":1,"\u{1F600}":5,"\uFB33":3}',
  ],
  ["nested names", { b: [{ d: 1, c: 2 }], a: null }, '{"a":null,"b":[{"c":2,"d":1}]}'],
  ["what is undefined", { a: undefined, b: 1 }, '{"b":1}'],
  ["signs", 'a"\\/\b\f\n\r\t\u001f\u007f', '"a\\"\\\\/\\b\\f\\n\\r\\t\\u001f\u007f"'],
  ["a name of every object", JSON.parse('{"__proto__":1,"a":2}') as PlainJson, '{"__proto__":1,"a":2}'],
])("%s", (_, value, written) => {
  expect(canonicalJson(value)).toBe(written);
});

/** From the appendix of RFC 8785: the bits of a number and how it is written. */
test.each([
  ["0000000000000000", "0"],
  ["8000000000000000", "0"],
  ["0000000000000001", "5e-324"],
  ["7fefffffffffffff", "1.7976931348623157e+308"],
  ["4340000000000000", "9007199254740992"],
  ["4430000000000000", "295147905179352830000"],
  ["44b52d02c7e14af5", "9.999999999999997e+22"],
  ["44b52d02c7e14af6", "1e+23"],
  ["444b1ae4d6e2ef50", "1e+21"],
  ["3eb0c6f7a0b5ed8d", "0.000001"],
  ["3eb0c6f7a0b5ed8c", "9.999999999999997e-7"],
  ["41b3de4355555553", "333333333.3333332"],
  ["becbf647612f3696", "-0.0000033333333333333333"],
])("the number %s is written %s", (bits, written) => {
  expect(canonicalJson(Buffer.from(bits, "hex").readDoubleBE())).toBe(written);
});

test.each<[string, unknown]>([
  ["no number", Number.NaN],
  ["an endless number", { a: [Infinity] }],
  ["half a letter", "a\uD800"],
  ["half a letter in a name", { "\uDC00": 1 }],
  ["a hole in a list", [undefined]],
  ["a date", { at: new Date() }],
  ["a whole number of another kind", 1n],
  ["a map", new Map()],
  ["what is nested without end", Array.from({ length: 300 }).reduce((inner) => [inner], 1)],
])("%s has no canonical form", (_, value) => {
  expect(() => canonicalJson(value as PlainJson)).toThrow(NotCanonical);
});

test("whatever is read from JSON is written the same from any order of names", () => {
  fc.assert(
    fc.property(fc.jsonValue(), (value) => {
      const json = JSON.parse(JSON.stringify(value)) as PlainJson;
      const text = canonicalJson(json);
      expect(JSON.parse(text)).toEqual(json);
      expect(canonicalJson(turnedRound(json))).toBe(text);
    }),
  );
});

function turnedRound(value: PlainJson): PlainJson {
  if (Array.isArray(value)) return value.map(turnedRound);
  if (value === null || typeof value !== "object") return value;
  return Object.fromEntries(
    Object.entries(value)
      .toReversed()
      .map(([name, inner]) => [name, turnedRound(inner as PlainJson)]),
  );
}

test("a digest is of the canonical text", () => {
  expect(contentDigest({ b: 1, a: 2 })).toBe(contentDigest({ a: 2, b: 1 }));
  expect(contentDigest({})).toBe("44136fa355b3678a1146ad16f7e8649e94fb4fc21fe77e8310c060f61caaff8a");
});
