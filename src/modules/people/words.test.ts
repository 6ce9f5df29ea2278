import { describe, expect, test } from "vitest";
import { deviceName } from "./device.ts";
import { bodyLeftAlone } from "./last-administrator.ts";
import { inWords } from "#platform/moments.ts";
import { typedCode } from "./one-time-code.ts";
import { audiencesFrom, profileValue } from "./profile.ts";
import { cookieNames } from "./session-cookie.ts";

test.each([
  [
    "Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 Chrome/140.0 Safari/537.36 Edg/140.0",
    "Edge on Windows",
  ],
  [
    "Mozilla/5.0 (iPhone; CPU iPhone OS 18_0 like Mac OS X) AppleWebKit/605 Version/18.0 Mobile Safari/604",
    "Safari on iPhone",
  ],
  ["Mozilla/5.0 (X11; Linux x86_64; rv:143.0) Gecko/20100101 Firefox/143.0", "Firefox on Linux"],
  [
    "Mozilla/5.0 (Linux; Android 15) AppleWebKit/537.36 Chrome/140.0 Mobile Safari/537.36",
    "Chrome on Android",
  ],
  ["curl/8", "A browser that did not say which"],
  [null, "A browser that did not say which"],
])("the device of %s", (agent, name) => expect(deviceName(agent)).toBe(name));

test.each([
  ["2026-04-01T16:30:00Z", "1 April 2026, 5:30pm"],
  ["2026-01-05T09:00:00Z", "5 January 2026, 9am"],
  ["2026-01-05T12:00:00Z", "5 January 2026, midday"],
  ["2026-01-05T00:00:00Z", "5 January 2026, midnight"],
  ["2026-01-05T00:05:00Z", "5 January 2026, 12:05am"],
])("%s in words", (iso, words) => expect(inWords(new Date(iso))).toBe(words));

test("codes are taken as people type them", () => {
  expect(typedCode("123 456")).toBe("123456");
  expect(typedCode("abcde 12345")).toBe("abcde-12345");
  expect(typedCode("abcde-12345")).toBe("abcde-12345");
});

describe("cookies", () => {
  test.each([
    ["https://throughline.example", "__Host-session", true],
    ["http://localhost:3000", "__Host-session", true],
    ["http://127.0.0.1:3000", "__Host-session", true],
    ["http://trial.internal", "session", false],
  ])("at %s", (baseUrl, session, secure) => expect(cookieNames(baseUrl)).toMatchObject({ session, secure }));
});

test("a list holds each line once, and an unnamed audience is the owner alone", () => {
  expect(profileValue("skills", " SPC \n\nSPC\nlistening")).toEqual(["SPC", "listening"]);
  expect(profileValue("about", "one\ntwo")).toEqual(["one\ntwo"]);
  expect(audiencesFrom({ skills: "public", about: "everybody" })).toMatchObject({
    skills: "public",
    about: "only-me",
    phone: "only-me",
  });
});

test("a body is left alone when its only administrator goes", () => {
  const a = { bodyId: "a", userId: "me" };
  expect(bodyLeftAlone([a], "me")).toBe("a");
  expect(bodyLeftAlone([a, { bodyId: "a", userId: "other" }], "me")).toBeUndefined();
  expect(bodyLeftAlone([{ bodyId: "a", userId: "other" }], "me")).toBeUndefined();
  expect(bodyLeftAlone([a, { bodyId: "a", userId: "other" }, { bodyId: "b", userId: "me" }], "me")).toBe("b");
});
