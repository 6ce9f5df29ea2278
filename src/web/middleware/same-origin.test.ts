import { describe, expect, test } from "vitest";
import { comesFromUs } from "./same-origin.ts";

const own = "https://throughline.example";

const forgeries: [string, Record<string, string>][] = [
  ["another site", { Origin: "https://evil.example" }],
  ["a site below ours", { Origin: "https://x.throughline.example" }],
  ["our name on another port", { Origin: "https://throughline.example:8443" }],
  ["our name without encryption", { Origin: "http://throughline.example" }],
  ["a hidden origin", { Origin: "null" }],
  ["nothing said at all", {}],
  ["no origin, from another site", { "Sec-Fetch-Site": "cross-site" }],
  ["no origin, from a sister site", { "Sec-Fetch-Site": "same-site" }],
  ["our origin, but the browser says it is another's", { Origin: own, "Sec-Fetch-Site": "cross-site" }],
  ["no origin, typed in", { "Sec-Fetch-Site": "none" }],
];

describe("a request that changes something", () => {
  test.each(forgeries)("is refused from %s", (_, headers) => {
    expect(comesFromUs(own, new Headers(headers))).toBe(false);
  });

  test.each([
    { Origin: own },
    { Origin: own, "Sec-Fetch-Site": "same-origin" },
    { "Sec-Fetch-Site": "same-origin" },
  ])("is taken from our own pages: %o", (headers) => {
    expect(comesFromUs(own, new Headers(headers as Record<string, string>))).toBe(true);
  });
});
