import type { Config } from "#platform/config.ts";
import { readBackupKey, type BackupKey } from "#platform/postgres/index.ts";

/** The key of backups and archive, if they are encrypted. */
export function backupKeyOf({ BACKUP_KEY_FILE: file }: Config): BackupKey | undefined {
  return file === undefined ? undefined : readBackupKey(file);
}
