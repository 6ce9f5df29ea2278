import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { atPort, BadSetting, parseConfig, settingNames } from "./config.ts";
import { projectRoot } from "./project-root.ts";

describe("settings", () => {
  test("need nothing to be given", () => {
    expect(parseConfig({})).toMatchObject({
      PORT: 3000,
      BASE_URL: "http://localhost:3000",
      DEMONSTRATION: true,
    });
  });

  test("an empty setting is one that was not given", () => {
    expect(parseConfig({ PORT: "", BASE_URL: "" })).toMatchObject({
      PORT: 3000,
      BASE_URL: "http://localhost:3000",
    });
  });

  test("a database that somebody brought is no demonstration unless they ask", () => {
    const brought = { DATABASE_URL: "postgres://a@b/c" };
    expect(parseConfig(brought).DEMONSTRATION).toBe(false);
    expect(parseConfig({ ...brought, DEMONSTRATION: "yes" }).DEMONSTRATION).toBe(true);
  });

  test.each([
    [{ PORT: "abc" }, "PORT must be a whole number."],
    [{ PORT: "99999" }, "PORT must be 65535 or less."],
    [{ PORT: "-1" }, "PORT must be a whole number."],
    [{ BASE_URL: "throughline" }, "BASE_URL must be an http or https address."],
    [{ BASE_URL: "ftp://x" }, "BASE_URL must be an http or https address."],
    [{ DATABASE_URL: "mysql://x" }, "DATABASE_URL must be a postgres:// address."],
    [{ DEMONSTRATION: "perhaps" }, "DEMONSTRATION must be yes or no."],
    [{ SECRET: "short" }, "SECRET must be at least 32 characters."],
    [{ PROCESS: "both" }, "PROCESS must be all, web or worker."],
    [{ DATABASE_POOL: "1" }, "DATABASE_POOL must be from 2 to 200."],
    [{ BACKUPS_KEPT: "0" }, "BACKUPS_KEPT must be from 1 to 400."],
    [
      { ARCHIVE_DIR: "/a", DATABASE_URL: "postgres://a@b/c" },
      "ARCHIVE_DIR is for the database that the program",
    ],
    [
      { BACKUP_KEY_FILE: "/k", DATABASE_URL: "postgres://a@b/c" },
      "BACKUP_KEY_FILE is for backups of the database that the program brings",
    ],
    [{ SMALL_NUMBER: "few" }, "SMALL_NUMBER must be a whole number."],
    [{ SMALL_NUMBER_ROUNDING: "0" }, "SMALL_NUMBER_ROUNDING must be from 1 to 100."],
    [
      { DATABASE_OWNER_URL: "postgres://a@b/c" },
      "DATABASE_OWNER_URL goes with DATABASE_URL, which is not set.",
    ],
    [{ MAIL_FROM: "nobody" }, "MAIL_FROM must be an email address, or a name and <an address>."],
    [{ SMTP_URL: "smtp://" }, "SMTP_URL must be an smtp:// or smtps:// address."],
    [{ SMTP_URL: "http://x" }, "SMTP_URL must be an smtp:// or smtps:// address."],
  ])("%o stops the start with: %s", (environment, sentence) => {
    expect(() => parseConfig(environment)).toThrow(BadSetting);
    expect(() => parseConfig(environment)).toThrow(sentence);
  });

  test("a port that was asked for has no other in its place; the usual one has some", () => {
    expect(parseConfig({ PORT: "3000" }).otherPorts).toEqual([]);
    expect(parseConfig({}).otherPorts.slice(0, 2)).toEqual([3001, 3002]);
  });

  test("the address follows the port, unless it was given", () => {
    expect(atPort(parseConfig({}), 3002)).toMatchObject({ PORT: 3002, BASE_URL: "http://localhost:3002" });
    const given = parseConfig({ BASE_URL: "https://throughline.example" });
    expect(atPort(given, 3002)).toMatchObject({ PORT: 3002, BASE_URL: "https://throughline.example" });
  });

  test("a name has one meaning", () => {
    expect(new Set(settingNames).size).toBe(settingNames.length);
  });
});

test("docs/settings.md describes exactly the settings that there are", async () => {
  const page = await readFile(join(projectRoot, "docs", "settings.md"), "utf8");
  const described = [...page.matchAll(/^\| `([A-Z_]+)` \|/gm)].map((row) => row[1]);
  expect(described.toSorted()).toEqual(settingNames.toSorted());
});
