import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterAll, expect, test } from "vitest";
import { isFailing, openKeeping } from "./keeping.ts";

const folder = mkdtempSync(path.join(tmpdir(), "keeping-"));
const file = path.join(folder, "kept.json");
afterAll(() => rmSync(folder, { recursive: true }));

const at = (minute: number): Date => new Date(Date.UTC(2026, 10, 25, 1, minute));

test("a success and a failure outlive the program, each beside the other", () => {
  const before = openKeeping(file);
  expect(before.outcome("archive")).toEqual({});
  before.succeeded("archive", at(0));
  before.failed("archive", at(1), "no room");
  before.succeeded("backup", at(2));

  const after = openKeeping(file);
  expect(after.outcome("archive")).toEqual({ lastSuccess: at(0), lastFailure: at(1), reason: "no room" });
  expect(after.outcome("backup")).toEqual({ lastSuccess: at(2) });
});

test("it fails from a failure to the next success", () => {
  expect(isFailing({})).toBe(false);
  expect(isFailing({ lastFailure: at(1) })).toBe(true);
  expect(isFailing({ lastSuccess: at(0), lastFailure: at(1) })).toBe(true);
  expect(isFailing({ lastSuccess: at(2), lastFailure: at(1) })).toBe(false);
});

test("a file that cannot be read, or written, keeps nobody from working", () => {
  writeFileSync(file, "half a");
  expect(openKeeping(file).outcome("backup")).toEqual({});
  const nowhere = openKeeping(path.join(folder, "is", "not", "there"));
  nowhere.failed("backup", at(3), "no disk");
  expect(nowhere.outcome("backup")).toEqual({ lastFailure: at(3), reason: "no disk" });
});
