import { Forbidden, NotFound } from "#platform/problem.ts";
import type { Context } from "#platform/perform.ts";
import type { Db, Tx } from "#platform/database.ts";
import { contentOf, type Content } from "../content.ts";
import { maySeeFramework } from "../policy.ts";
import { readFramework, readVersion, type FrameworkRow } from "../store/frameworks.ts";

export type InForce = FrameworkRow & { content: Content };

const keyShape = /^[a-z0-9][a-z0-9-]{0,60}$/;

/** A framework in the version that holds now. */
export async function frameworkInForce(context: Context, key: string): Promise<InForce> {
  if (!maySeeFramework(context.actor)) throw new Forbidden();
  const framework = keyShape.test(key) ? await readFramework(context.db, key) : undefined;
  if (!framework) throw new NotFound();
  return { ...framework, content: await versionContent(context.db, framework.id, framework.number) };
}

const kept = new Map<string, Promise<Content>>();
const mostKept = 24;

/** A version is never changed, so each process reads it once and keeps the newest few. */
export function versionContent(db: Db | Tx, frameworkId: string, number: number): Promise<Content> {
  const name = `${frameworkId}/${number}`;
  const known = kept.get(name);
  if (known) return known;
  const reading = read(db, frameworkId, number);
  kept.set(name, reading);
  reading.catch(() => kept.delete(name));
  if (kept.size > mostKept) kept.delete(kept.keys().next().value!);
  return reading;
}

async function read(db: Db | Tx, frameworkId: string, number: number): Promise<Content> {
  const version = await readVersion(db, frameworkId, number);
  if (!version) throw new NotFound();
  return contentOf(version);
}
