import { describe, expect, test } from "vitest";
import { safeReturnTo } from "./return-to.ts";

const ways = ["/", "/me", "/bodies/RAB?x=1#there", "/bodies?q=a%20b", "/a//b", "/sign-in?next=%2Fme"];

const hosts = ["evil.example", "evil.example/path", "evil.example:80", "user@evil.example"];
const prefixes = [
  "//",
  "///",
  "////",
  "/\\",
  "\\\\",
  "\\/",
  "http://",
  "https://",
  "HTTPS://",
  "javascript://",
  "ftp://",
  "http:",
  "https:/",
  " //",
  "\t//",
  "/\t/",
  "/\n/",
  "/\r/",
  "/ /",
  "\u0000//",
  "/\u00a0/",
  "",
];
const lone = [
  "javascript:alert(1)",
  "data:text/html,x",
  "vbscript:x",
  "mailto:a@b",
  "?next=//evil.example",
  "#//evil.example",
  ".",
  "..",
  "../..",
  "me",
  "",
  "   ",
  "/%5c\\evil.example",
  `/${"a".repeat(3_000)}`,
];

describe("where to go after signing in", () => {
  test.each(ways)("%s is ours", (path) => {
    expect(safeReturnTo(path)).toBe(path);
  });

  const payloads = [...prefixes.flatMap((prefix) => hosts.map((host) => prefix + host)), ...lone];
  test(`none of ${payloads.length} tricks leaves the site`, () => {
    expect(payloads.length).toBeGreaterThanOrEqual(80);
    const escaped = payloads.filter(
      (payload) => new URL(safeReturnTo(payload), "https://own.example").origin !== "https://own.example",
    );
    expect(escaped).toEqual([]);
    expect(payloads.filter((payload) => safeReturnTo(payload) !== "/")).toEqual([]);
  });

  test("negative control: taking the address as it comes would let most of them out", () => {
    const escaped = payloads.filter((payload) => {
      try {
        return new URL(payload, "https://own.example").origin !== "https://own.example";
      } catch {
        return false;
      }
    });
    expect(escaped.length).toBeGreaterThan(40);
  });

  test("nothing given is home", () => {
    expect(safeReturnTo(undefined)).toBe("/");
    expect(safeReturnTo(null)).toBe("/");
  });
});
