import { expect, test } from "vitest";
import { derivedKey, lock, newToken, tokenDigest, unlock } from "./secrets.ts";
import { newFlow, openFlow, sealFlow } from "./sign-on-flow.ts";

const key = derivedKey("a secret that is long enough for tests", "trial");

test("what was locked comes back, and not with another key, another purpose or one bit changed", () => {
  const locked = lock(key, "client secret");
  expect(locked).not.toContain("client");
  expect(unlock(key, locked)).toBe("client secret");
  expect(lock(key, "client secret")).not.toBe(locked);
  const bytes = Buffer.from(locked, "base64url");
  bytes[bytes.length - 1]! ^= 1;
  expect(() => unlock(key, bytes.toString("base64url"))).toThrow();
  expect(() => unlock(derivedKey("a secret that is long enough for tests", "other"), locked)).toThrow();
});

test("tokens cannot be guessed and only their digest is told", () => {
  const tokens = new Set(Array.from({ length: 1_000 }, newToken));
  expect(tokens.size).toBe(1_000);
  expect(Buffer.from(newToken(), "base64url").length * 8).toBeGreaterThanOrEqual(128);
  expect(tokenDigest("a")).toHaveLength(32);
});

test("a sign-on returns to the provider and within the time in which it was begun, or not at all", () => {
  const at = new Date("2026-11-20T09:00:00Z");
  const sealed = sealFlow(key, newFlow({ providerId: "p1", next: "/me", connectTo: "", at }));
  expect(openFlow(key, sealed, { providerId: "p1", at })?.next).toBe("/me");
  expect(openFlow(key, sealed, { providerId: "p2", at })).toBeUndefined();
  expect(openFlow(key, sealed, { providerId: "p1", at: new Date(at.getTime() + 600_000) })).toBeUndefined();
  expect(openFlow(key, "forged", { providerId: "p1", at })).toBeUndefined();
  expect(openFlow(key, undefined, { providerId: "p1", at })).toBeUndefined();
});
