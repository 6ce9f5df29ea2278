import { randomBytes } from "node:crypto";
import { chmod, mkdtemp, readdir, rm } from "node:fs/promises";
import path from "node:path";
import { escapeLiteral } from "pg";
import { pino } from "pino";
import type { TestProject } from "vitest/node";
import { appName, ownerName, type ConnectionSettings } from "#platform/postgres/connection-settings.ts";
import { isLocked } from "#platform/postgres/data-folder-lock.ts";
import { startCluster } from "#platform/postgres/index.ts";
import { temporaryRoot, temporaryRoots } from "./temporary-root.ts";
import { destroyCluster } from "./destroy-cluster.ts";
import { cloneDatabase, dropDatabase, runStatements } from "./clone-database.ts";

/** What every test file is given: a server, and the migrated database to clone. */
export type TestServer = Record<"admin" | "owner" | "app", ConnectionSettings> & { template: string };

declare module "vitest" {
  interface ProvidedContext {
    postgres: TestServer;
  }
}

type Started = { server: Omit<TestServer, "template">; stop: () => Promise<void> };

const folderPrefix = "throughline-test-";

export async function setup(project: TestProject): Promise<() => Promise<void>> {
  const given = process.env["TEST_DATABASE_URL"];
  const { server, stop } = given ? await useGiven(given) : await startThrowaway();
  const template = `throughline_template_${process.pid}`;
  const whole: TestServer = { ...server, template };
  try {
    await cloneDatabase(whole, "template0", template);
    const { migrate } = await import("#platform/migrate.ts");
    await migrate({ ...server.owner, database: template });
  } catch (error) {
    await stop();
    throw error;
  }
  project.provide("postgres", whole);
  return () => dropDatabase(whole, template).then(stop);
}

async function startThrowaway(): Promise<Started> {
  await sweep();
  const dataDir = await mkdtemp(path.join(temporaryRoot(), folderPrefix));
  // Root's server runs as another account, which must be able to get here.
  await chmod(dataDir, 0o755);
  const log = pino({ level: "error" });
  const { owner, app, superuser, stop } = await startCluster({ dataDir, log, fast: true });
  return {
    server: { admin: { ...superuser, database: "postgres" }, owner, app },
    stop: () => stop().then(() => rm(dataDir, { recursive: true, force: true })),
  };
}

/** What earlier runs that were killed left behind. */
async function sweep(): Promise<void> {
  for (const root of temporaryRoots) {
    const names = (await readdir(root).catch(() => [])).filter((name) => name.startsWith(folderPrefix));
    for (const folder of names.map((name) => path.join(root, name))) {
      if (await isLocked(folder)) continue;
      await destroyCluster(path.join(folder, "pg", "data"));
      await rm(folder, { recursive: true, force: true });
    }
  }
}

/** A server that is for tests only: the two roles get new passwords. Whoever the address names may create roles. */
async function useGiven(address: string): Promise<Started> {
  const url = new URL(address);
  const admin = {
    host: url.searchParams.get("host") ?? url.hostname,
    port: Number(url.port || 5432),
    user: decodeURIComponent(url.username),
    password: decodeURIComponent(url.password),
    database: url.pathname.slice(1) || "postgres",
  };
  const password = randomBytes(18).toString("base64url");
  await runStatements(admin, [
    ensureRole(ownerName, password),
    ensureRole(appName, password),
    `grant ${appName} to ${ownerName}`,
  ]);
  const role = (user: string): ConnectionSettings => ({ ...admin, user, password });
  return { server: { admin, owner: role(ownerName), app: role(appName) }, stop: async () => undefined };
}

const ensureRole = (role: string, password: string): string => `
  do $$ begin
    if not exists (select from pg_roles where rolname = '${role}') then create role ${role}; end if;
    alter role ${role} login password ${escapeLiteral(password)};
  end $$`;
