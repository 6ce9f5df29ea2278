import { afterAll, beforeAll, expect, test } from "vitest";
import { testDatabase, type TestDatabase } from "#tests/setup/database.ts";
import { openDatabase, type Database } from "../database.ts";
import { readFact } from "../facts.ts";
import { writeBundle } from "./bundle.ts";
import { createBundles } from "./bundles.ts";
import { addKnownServer, knownServers, removeKnownServer } from "./known-servers.ts";
import { fingerprint, newSigningKey } from "./signing-key.ts";

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

const at = new Date("2026-04-01T09:00:00Z");
const secret = "a secret that is long enough for tests";
const bundles = (given = secret) =>
  createBundles({ db: app.db, secret: given, address: "https://here.example" });

test("ten processes that start at once have one key, which lies locked in the database", async () => {
  const prints = await Promise.all(Array.from({ length: 10 }, () => bundles().ownFingerprint()));
  expect(new Set(prints).size).toBe(1);
  const kept = await readFact<{ locked: string }>(app.db, "signing-key");
  expect(kept!.locked).not.toContain("PRIVATE");
});

test("what this server signed is its own, after a restart too", async () => {
  const file = await bundles().write({ kind: "plan", contents: { a: 1 }, at });
  const opened = await bundles().open(file, "plan");
  expect(opened).toMatchObject({
    contents: { a: 1 },
    at,
    signer: { standing: "own", name: "https://here.example" },
  });
  expect(opened.signer.fingerprint).toBe(await bundles().ownFingerprint());
});

test("another server's bundle is unknown until somebody vouches for its key", async () => {
  const other = newSigningKey();
  const file = writeBundle({ kind: "plan", contents: [], address: "https://there.example", at }, other);
  const open = async () => (await bundles().open(file, "plan")).signer;
  expect(await open()).toEqual({
    standing: "unknown",
    name: "https://there.example",
    publicKey: other.publicKey,
    fingerprint: fingerprint(other.publicKey),
  });
  const inTx = app.db.transaction();
  await inTx.execute((tx) => addKnownServer(tx, { name: "The Vale", publicKey: other.publicKey, at }));
  await inTx.execute((tx) => addKnownServer(tx, { name: "The Vale NHS", publicKey: other.publicKey, at }));
  expect(await open()).toMatchObject({ standing: "known", name: "The Vale NHS" });
  expect(await knownServers(app.db)).toHaveLength(1);
  await inTx.execute((tx) => removeKnownServer(tx, other.publicKey));
  expect(await open()).toMatchObject({ standing: "unknown" });
});

test("servers that are vouched for at the same moment are all known", async () => {
  const keys = Array.from({ length: 5 }, () => newSigningKey().publicKey);
  await Promise.all(
    keys.map((publicKey, index) =>
      app.db.transaction().execute((tx) => addKnownServer(tx, { name: `Server ${index}`, publicKey, at })),
    ),
  );
  expect((await knownServers(app.db)).map((server) => server.publicKey).sort()).toEqual([...keys].sort());
});

test("with a new secret there is a new key, and what the old one signed is still ours", async () => {
  const before = await bundles().write({ kind: "plan", contents: 1, at });
  const moved = await Promise.all(
    Array.from({ length: 5 }, () => bundles("another secret that is long enough").ownFingerprint()),
  );
  expect(new Set(moved).size).toBe(1);
  const opened = await bundles("another secret that is long enough").open(before, "plan");
  expect(opened.signer.standing).toBe("own");
  expect(opened.signer.fingerprint).not.toBe(moved[0]);
});
