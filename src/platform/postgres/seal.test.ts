import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterAll, expect, test } from "vitest";
import { opening, readBackupKey, sealing, type BackupKey, type Turn } from "./seal.ts";

const folder = mkdtempSync(path.join(tmpdir(), "throughline-seal-"));
afterAll(() => rmSync(folder, { recursive: true }));

const written = (text: string): BackupKey => {
  const file = path.join(folder, "a key");
  writeFileSync(file, text);
  return readBackupKey(file);
};
const key = written(`${Buffer.alloc(32, 7).toString("base64")}\n`);
const other = written(Buffer.alloc(32, 8).toString("base64"));

const through = (turn: Turn, pieces: readonly Uint8Array[]): Buffer =>
  Buffer.concat([...pieces.map((piece) => turn.each(piece)), turn.end()]);
const content = [Buffer.from("Amara Okafor"), Buffer.alloc(70_000, 3), Buffer.from("the end")];
const plain = Buffer.concat(content);
const sealed = (): Buffer => through(sealing(key, "data/one"), content);
const inBites = (bytes: Buffer): Buffer[] =>
  Array.from({ length: Math.ceil(bytes.length / 997) }, (_, at) => bytes.subarray(at * 997, at * 997 + 997));
const open = (bytes: Buffer, by = key, name = "data/one"): Buffer =>
  through(opening(by, name), inBites(bytes));

test("a file comes back as it was, however it is cut on the way, and cannot be read without the key", () => {
  expect(open(sealed())).toEqual(plain);
  expect(sealed().includes("Amara")).toBe(false);
  expect(sealed().equals(sealed())).toBe(false);
  expect(open(through(sealing(key, "data/one"), []))).toHaveLength(0);
});

test("one changed bit is refused, wherever it is", () => {
  const good = sealed();
  for (const at of [0, 25, 38, 41, 60, 40_000, good.length - 20, good.length - 1]) {
    const bad = Buffer.from(good);
    bad[at]! ^= 1;
    expect(() => open(bad), `byte ${at}`).toThrow();
  }
});

test("so is a file that is cut short, goes on, is somebody else's, or stands under another name", () => {
  const good = sealed();
  expect(() => open(good.subarray(0, -20))).toThrow("not whole");
  expect(() => open(Buffer.alloc(0))).toThrow("not whole");
  expect(() => open(Buffer.concat([good, Buffer.from("more")]))).toThrow();
  expect(() => open(good, other)).toThrow();
  expect(() => open(good, key, "data/two")).toThrow();
  expect(() => open(plain)).toThrow("not what was sealed");
});

test("a key is 32 bytes in one line, and what is none is refused in one sentence", () => {
  expect(key.id).toMatch(/^[0-9a-f]{16}$/);
  expect(other.id).not.toBe(key.id);
  for (const text of ["", "a password", Buffer.alloc(16).toString("base64")])
    expect(() => written(text)).toThrow(/does not hold a key: make one with openssl rand -base64 32\.$/);
  expect(() => readBackupKey(path.join(folder, "none"))).toThrow(/^BACKUP_KEY_FILE: .* cannot be read/);
});
