import { randomBytes } from "node:crypto";
import { writeFileSync } from "node:fs";
import path from "node:path";
import { afterAll, expect, test, vi } from "vitest";
import { parseConfig } from "#platform/config.ts";
import { readBackupKey, startCluster, wholeBackups } from "#platform/postgres/index.ts";
import { silent, Trial } from "#tests/setup/cluster-trial.ts";
import { keepBackups } from "./keep-backups.ts";
import type { Ground } from "./open-ground.ts";

const trial = new Trial();
afterAll(() => trial.end());

test("a key file that is changed meanwhile does not bring a second key into an archive", async () => {
  const keyFile = path.join(trial.folder, "key");
  const writeKey = (): void => writeFileSync(keyFile, randomBytes(32).toString("base64"));
  const dataDir = path.join(trial.folder, "data");
  const archiveDir = path.join(trial.folder, "archive");
  writeKey();
  const key = readBackupKey(keyFile);
  const cluster = await startCluster({ dataDir, log: silent, archiveDir, key });
  trial.dataPaths.add(cluster.dataPath);
  writeKey();
  const config = parseConfig({ DATA_DIR: dataDir, ARCHIVE_DIR: archiveDir, BACKUP_KEY_FILE: keyFile });
  const backups = keepBackups({ config, cluster, log: silent, keeping: undefined } as Ground);
  const [made] = await vi.waitUntil(
    async () => {
      const whole = await wholeBackups(cluster.archive!);
      return whole.length > 0 && whole;
    },
    { timeout: 15_000, interval: 100 },
  );
  expect(made!.manifest.key).toBe(key.id);
  backups.stop();
  await cluster.stop();
});
