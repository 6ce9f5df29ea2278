import { chmodSync, mkdirSync, mkdtempSync, rmSync } from "node:fs";
import os from "node:os";
import path from "node:path";
import { expect, test } from "vitest";
import { canReach, unprivilegedAccount } from "./server-account.ts";

const line = (name: string, uid: number): string => `${name}:x:${uid}:${uid}::/:/bin/false`;

test("an account that is there already is taken, PostgreSQL's own first", () => {
  const passwd = [line("root", 0), line("nobody", 65_534), line("postgres", 101)].join("\n");
  expect(unprivilegedAccount(passwd)).toEqual({ uid: 101, gid: 101 });
  expect(unprivilegedAccount(line("nobody", 65_534))).toEqual({ uid: 65_534, gid: 65_534 });
});

test("without one the start is refused with a sentence", () => {
  expect(() => unprivilegedAccount(line("root", 0))).toThrow("start the program as an ordinary user");
});

test("a closed folder on the way shuts an account out", () => {
  const folder = mkdtempSync(path.join(os.tmpdir(), "throughline-reach-"));
  const inner = path.join(folder, "open");
  mkdirSync(inner, { mode: 0o755 });
  const stranger = { uid: 64_999, gid: 64_999 };
  expect(canReach(stranger, inner)).toBe(false);
  chmodSync(folder, 0o711);
  expect(canReach(stranger, inner)).toBe(true);
  rmSync(folder, { recursive: true });
});
