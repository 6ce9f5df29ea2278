import { describe, expect, test } from "vitest";
import { unsafeBecause, type ServerFacts } from "./assert-safe-server.ts";

const safe: ServerFacts = {
  versionNumber: 180_004,
  fsync: "on",
  fullPageWrites: "on",
  synchronousCommit: "on",
  dataChecksums: "on",
  serverEncoding: "UTF8",
  passwordEncryption: "scram-sha-256",
  listenAddresses: "",
  authenticationMethods: ["scram-sha-256"],
};

const embedded = { embedded: true };
const given = { embedded: false };

test("a safe server is trusted", () => {
  expect(unsafeBecause(safe, embedded)).toBeUndefined();
});

describe("refuses", () => {
  const controls: [string, Partial<ServerFacts>, string][] = [
    ["fsync off", { fsync: "off" }, "fsync is off"],
    ["full_page_writes off", { fullPageWrites: "off" }, "full_page_writes is off"],
    ["synchronous_commit off", { synchronousCommit: "off" }, "synchronous_commit is off"],
    ["data checksums off", { dataChecksums: "off" }, "data checksums are off"],
    ["another encoding", { serverEncoding: "LATIN1" }, "not UTF8"],
    ["md5 passwords", { passwordEncryption: "md5" }, "password_encryption"],
    ["an old server", { versionNumber: 140_012 }, "older than PostgreSQL 15"],
  ];
  test.each(controls)("%s, embedded or given", (_, broken, reason) => {
    expect(unsafeBecause({ ...safe, ...broken }, embedded)).toContain(reason);
    expect(unsafeBecause({ ...safe, ...broken }, given)).toContain(reason);
  });

  const embeddedControls: [string, Partial<ServerFacts>, string][] = [
    ["a network listener", { listenAddresses: "localhost" }, "listens on the network"],
    ["trust in pg_hba.conf", { authenticationMethods: ["scram-sha-256", "trust"] }, "pg_hba.conf"],
    ["a cleartext password", { authenticationMethods: ["password"] }, "pg_hba.conf"],
    ["a pg_hba.conf with no rule", { authenticationMethods: [] }, "pg_hba.conf"],
  ];
  test.each(embeddedControls)("%s in the embedded server only", (_, broken, reason) => {
    expect(unsafeBecause({ ...safe, ...broken }, embedded)).toContain(reason);
    expect(unsafeBecause({ ...safe, ...broken }, given)).toBeUndefined();
  });
});

test.each(["local", "remote_write", "on", "remote_apply"])("synchronous_commit %s is durable", (value) => {
  expect(unsafeBecause({ ...safe, synchronousCommit: value }, embedded)).toBeUndefined();
});
