import { serializeSigned } from "hono/utils/cookie";
import { expect, test } from "vitest";
import { derivedKey, isSignature, lock, newToken, tokenDigest, unlock } from "#platform/secrets.ts";
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

test("a cookie's signature is the one it was given, in every bit, for this text and this secret", async () => {
  const cookie = decodeURIComponent(await serializeSigned("session", "a token", "a secret"));
  const signature = cookie.slice("session=a token.".length);
  expect(isSignature(signature, "a token", "a secret")).toBe(true);
  expect(isSignature(signature, "a Token", "a secret")).toBe(false);
  expect(isSignature(signature, "a token", "another secret")).toBe(false);
  expect(isSignature("", "a token", "a secret")).toBe(false);
  const others = [...signature].map(
    (letter, index) => signature.slice(0, index) + (letter === "x" ? "y" : "x") + signature.slice(index + 1),
  );
  expect(others.filter((other) => isSignature(other, "a token", "a secret"))).toEqual([]);
});
