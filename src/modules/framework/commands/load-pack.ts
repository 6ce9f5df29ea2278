import { readdir } from "node:fs/promises";
import { join } from "node:path";
import { visitor } from "#platform/actor.ts";
import type { Tx } from "#platform/database.ts";
import { perform, type Context } from "#platform/perform.ts";
import { Forbidden } from "#platform/problem.ts";
import { projectRoot } from "#platform/project-root.ts";
import { keyOf, rowsOf } from "../item.ts";
import { readPack, type ReadPack } from "../pack/read-pack.ts";
import { mayLoadPack } from "../policy.ts";
import { beginCommitments } from "../store/commitments.ts";
import {
  hasEdition,
  insertFramework,
  insertVersion,
  lockFramework,
  readFramework,
} from "../store/frameworks.ts";

/** Where packs lie: each folder is one, and adding one is all that another framework takes. */
export const packFolder = join(projectRoot, "content", "frameworks");

/** Every pack that is there, each whole or not at all. What was loaded before stays as it is. */
export async function loadPacks(
  program: Omit<Context, "actor" | "requestId">,
  folder: string = packFolder,
): Promise<void> {
  const entries = await readdir(folder, { withFileTypes: true });
  for (const { name } of entries
    .filter((entry) => entry.isDirectory())
    .sort((a, b) => (a.name < b.name ? -1 : 1)))
    await loadPack({ ...program, actor: visitor, requestId: "start" }, await readPack(join(folder, name)));
}

/** Loads an edition that is not there yet as the next version, and the promises in it as commitments. */
export async function loadPack(context: Context, read: ReadPack): Promise<boolean> {
  if (!mayLoadPack(context.actor)) throw new Forbidden();
  const { key, edition } = read.pack.framework;
  const known = await readFramework(context.db, key);
  if (known && (await hasEdition(context.db, known.id, edition))) return false;
  try {
    return await perform(context, async (tx) => {
      const id = await writeEdition(tx, read, context.at);
      const detail = { edition, digest: read.digest };
      return { result: true, did: { action: "load-framework", kind: "framework", id, detail } };
    });
  } catch (error) {
    if (error instanceof AlreadyLoaded) return false;
    throw error;
  }
}

/** Another process was quicker. */
class AlreadyLoaded extends Error {}

async function writeEdition(tx: Tx, { pack, digest }: ReadPack, at: Date): Promise<string> {
  const { key, edition } = pack.framework;
  await insertFramework(tx, key);
  const { id, last } = (await lockFramework(tx, key))!;
  if (await hasEdition(tx, id, edition)) throw new AlreadyLoaded();
  const reason = last === 0 ? "As first published" : `Edition ${edition} of its publishers`;
  const version = {
    frameworkId: id,
    number: last + 1,
    edition,
    digest,
    head: pack.framework,
    reason,
    by: null,
    at,
  };
  await insertVersion(tx, version, rowsOf(pack));
  await beginCommitments(tx, id, promisesOf(pack), at);
  return id;
}

/** What each track of the pack follows, at its first stage. */
export function promisesOf(pack: ReadPack["pack"]): { key: string; stage: string }[] {
  return pack.tracks.flatMap(({ tracks, stages }) => {
    const followed =
      tracks === "details"
        ? pack.actions.flatMap((action) => action.details.map(({ id }) => keyOf("detail", id)))
        : pack.recommendations.map(({ id }) => keyOf("recommendation", id));
    return followed.map((key) => ({ key, stage: stages[0]!.id }));
  });
}
