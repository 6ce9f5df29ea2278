import { createHash } from "node:crypto";

/** A throw-away cluster for tests forgets everything at a power cut; assertSafeServer refuses it. */
export type ServerKind = "lasting" | "throwaway";

const always = {
  listen_addresses: "",
  unix_socket_permissions: "0700",
  password_encryption: "scram-sha-256",
  timezone: "UTC",
  log_timezone: "UTC",
  ssl: "off",
  max_connections: "60",
  random_page_cost: "1.1",
  effective_cache_size: "1GB",
  work_mem: "8MB",
  maintenance_work_mem: "128MB",
  jit: "off",
  // Two cores serve many readers: one query on both would make the others wait.
  max_parallel_workers_per_gather: "0",
  idle_in_transaction_session_timeout: "60s",
  // A program that was killed leaves no query running for nobody.
  client_connection_check_interval: "2s",
  // The server's log holds no statement and no value of a row, so nothing personal.
  log_min_error_statement: "panic",
  log_error_verbosity: "terse",
  log_checkpoints: "off",
  log_parameter_max_length_on_error: "0",
};

const lasting = {
  fsync: "on",
  full_page_writes: "on",
  synchronous_commit: "on",
  wal_level: "replica",
  wal_compression: "on",
  shared_buffers: "256MB",
  // What may have to be replayed after a kill: 1 GB keeps the return within a few seconds.
  max_wal_size: "1GB",
  min_wal_size: "128MB",
};

const throwaway = {
  fsync: "off",
  full_page_writes: "off",
  synchronous_commit: "off",
  wal_level: "minimal",
  max_wal_senders: "0",
  shared_buffers: "128MB",
  max_wal_size: "1GB",
  // An autovacuum in the template database would hold up every clone of it.
  autovacuum: "off",
};

/** A module of the server's own lays each piece down whole and never over another; no shell is needed. */
const archiving = (spool: string) => ({
  archive_mode: "on",
  archive_library: "basic_archive",
  "basic_archive.archive_directory": spool,
  // With the minute that it may take to get into the archive, at most 5 minutes are lost with the disk.
  archive_timeout: "240s",
});

export function serverSettings(kind: ServerKind, spool?: string): Record<string, string> {
  if (kind === "throwaway") return { ...always, ...throwaway, max_connections: "120" };
  return { ...always, ...lasting, ...(spool && archiving(spool)) };
}

/** Carried by a running server as its cluster_name: one that was started otherwise is not adopted. */
export function serverFingerprint(kind: ServerKind, version: string, spool?: string): string {
  const text = JSON.stringify([version, serverSettings(kind, spool)]);
  return `throughline ${createHash("sha256").update(text).digest("hex").slice(0, 16)}`;
}

/** Only over the socket, and only with a password that never travels. */
export const hostRules = "# Written at each start.\nlocal all all scram-sha-256\n";

/** PG… variables of the person who starts the program must not reach the server. */
export function childEnvironment(): Record<string, string> {
  return { PATH: process.env["PATH"] ?? "/usr/bin:/bin", LANG: "C.UTF-8", LC_ALL: "C.UTF-8", TZ: "UTC" };
}
