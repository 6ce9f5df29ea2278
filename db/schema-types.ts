import type { ClientConfig } from "pg";

/** How kysely-codegen is asked, the same for writing db/schema.ts and for the test that compares it. */
export function schemaTypesArguments(connection: ClientConfig): string[] {
  return [
    ["--dialect", "postgres"],
    ["--out-file", "db/schema.ts"],
    ["--default-schema", "public"],
    ["--include-pattern", "public.*"],
    ["--date-parser", "string"],
    ["--numeric-parser", "number"],
    ["--type-mapping", '{"int8":"number"}'],
    ["--url", address(connection)],
  ].flat();
}

function address(connection: ClientConfig): string {
  if (connection.connectionString) return connection.connectionString;
  const { user, password, database, host, port } = connection;
  const socket = encodeURIComponent(host ?? "localhost");
  return `postgres://${user}:${encodeURIComponent(String(password ?? ""))}@localhost:${port ?? 5432}/${database}?host=${socket}`;
}
