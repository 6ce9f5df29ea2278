export {
  archiveOfBackup,
  findBackup,
  folderForBackup,
  pruneArchive,
  wholeBackups,
} from "./archived-backups.ts";
export { assertSafeServer } from "./assert-safe-server.ts";
export { backup, type BackupDone, type BackupOptions } from "./backup.ts";
export { ClusterProblem } from "./cluster-problem.ts";
export type { ConnectionSettings } from "./connection-settings.ts";
export { readBackupKey, type BackupKey } from "./seal.ts";
export { restore, type RestoreDone, type RestoreOptions } from "./restore.ts";
export { startCluster, type Cluster, type StartOptions } from "./start-cluster.ts";
export { withCluster } from "./with-cluster.ts";
