import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { testDatabase, type TestDatabase } from "#tests/setup/database.ts";
import { openDatabase, type Database } from "./database.ts";
import { TooMany } from "./problem.ts";
import { countAttempt, giveBackAttempt } from "./rate-limit.ts";

let place: TestDatabase;
let app: Database;

beforeAll(async () => {
  place = await testDatabase();
  app = openDatabase({ connection: place.app, poolSize: 8, statementTimeoutMs: 5_000 });
});

afterAll(async () => {
  await app.close();
  await place.drop();
});

const noon = new Date("2026-04-01T12:00:00Z");
const later = (seconds: number) => new Date(noon.getTime() + seconds * 1000);

describe("counted attempts", () => {
  test("the eleventh in five minutes is refused, and the first after them is not", async () => {
    const limits = [{ key: "account:a", most: 10, withinSeconds: 300 }];
    for (let attempt = 0; attempt < 10; attempt += 1) await countAttempt(app.db, limits, later(attempt));
    await expect(countAttempt(app.db, limits, later(20))).rejects.toMatchObject({ retryAfterSeconds: 280 });
    await expect(countAttempt(app.db, limits, later(301))).resolves.toBeUndefined();
  });

  test("no five minutes hold more than ten, wherever one begins to count", async () => {
    const limits = [{ key: "account:c", most: 10, withinSeconds: 300 }];
    await countAttempt(app.db, limits, noon);
    for (let attempt = 0; attempt < 9; attempt += 1) await countAttempt(app.db, limits, later(299));
    await countAttempt(app.db, limits, later(301));
    await expect(countAttempt(app.db, limits, later(302))).rejects.toMatchObject({ retryAfterSeconds: 297 });
    await giveBackAttempt(app.db, "account:c");
    await expect(countAttempt(app.db, limits, later(303))).resolves.toBeUndefined();
  });

  test("of 1,000 at once exactly ten pass, whichever process counts them", async () => {
    const limits = [{ key: "account:b", most: 10, withinSeconds: 300 }];
    const outcomes = await Promise.allSettled(
      Array.from({ length: 1_000 }, () => countAttempt(app.db, limits, noon)),
    );
    expect(outcomes.filter((outcome) => outcome.status === "fulfilled")).toHaveLength(10);
  });

  test("one source guessing at many accounts is stopped by its own limit", async () => {
    const guess = (account: number) =>
      countAttempt(
        app.db,
        [
          { key: `account:${account}`, most: 10, withinSeconds: 300 },
          { key: "source:x", most: 10, withinSeconds: 300 },
        ],
        noon,
      );
    for (let account = 0; account < 10; account += 1) await guess(account);
    await expect(guess(10)).rejects.toThrow(TooMany);
  });

  test("when the count cannot be reached the attempt is refused", async () => {
    const gone = openDatabase({
      connection: { ...place.app, port: 1 },
      poolSize: 2,
      statementTimeoutMs: 1_000,
    });
    await expect(
      countAttempt(gone.db, [{ key: "any", most: 10, withinSeconds: 300 }], noon),
    ).rejects.toThrow();
    await gone.close();
  });
});
