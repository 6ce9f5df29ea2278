import { mkdtempSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import os from "node:os";
import path from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import { isLocked, lockDataFolder } from "./data-folder-lock.ts";

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(path.join(os.tmpdir(), "throughline-lock-"));
});
afterEach(() => rmSync(folder, { recursive: true }));

test("the second program gets one sentence, and the folder once the first has gone", async () => {
  const first = await lockDataFolder(folder);
  await expect(lockDataFolder(folder)).rejects.toThrow(
    `Another Throughline is already running on the data folder ${folder}.`,
  );
  expect(await isLocked(folder)).toBe(true);
  await first.release();
  expect(await isLocked(folder)).toBe(false);
  await (await lockDataFolder(folder)).release();
});

test("of many that start at once never two get it", async () => {
  for (let round = 0; round < 5; round++) {
    const tries = await Promise.allSettled(Array.from({ length: 12 }, () => lockDataFolder(folder)));
    const locks = tries.flatMap((one) => (one.status === "fulfilled" ? [one.value] : []));
    expect(locks.length).toBeLessThanOrEqual(1);
    for (const lock of locks) await lock.release();
  }
});

test("the claim of a dead program, and of one whose number was reused, counts for nothing", async () => {
  const lock = await lockDataFolder(folder);
  await lock.release();
  writeFileSync(path.join(folder, "lock", "999999999-1-aa"), "holds");
  writeFileSync(path.join(folder, "lock", `${process.pid}-1-bb`), "holds");
  const again = await lockDataFolder(folder);
  expect(readdirSync(path.join(folder, "lock"))).toHaveLength(1);
  await again.release();
});
