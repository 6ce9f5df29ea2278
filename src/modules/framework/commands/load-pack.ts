import { readdir } from "node:fs/promises";
import { join } from "node:path";
import { visitor } from "#platform/actor.ts";
import type { Tx } from "#platform/database.ts";
import { perform, type Context } from "#platform/perform.ts";
import { Forbidden } from "#platform/problem.ts";
import { projectRoot } from "#platform/project-root.ts";
import { contentOf } from "../content.ts";
import { keyOf, packOfRows, rowsOf } from "../item.ts";
import { CannotJoin, editionWords, joinEdition, type Joined } from "../join-edition.ts";
import { checkPack } from "../pack/check-pack.ts";
import type { Pack } from "../pack/pack.ts";
import { FaultyPack, readPack, type PackFault, type ReadPack } from "../pack/read-pack.ts";
import { planNodesOf } from "../plan-nodes.ts";
import { mayLoadPack } from "../policy.ts";
import { versionContent } from "../queries/framework-in-force.ts";
import { beginCommitments } from "../store/commitments.ts";
import { writeNodes } from "../store/framework-plan.ts";
import {
  insertFramework,
  insertVersion,
  lockFramework,
  readFramework,
  readLastEdition,
} from "../store/frameworks.ts";

/** Where packs lie: each folder is one, and adding one is all that another framework takes. */
export const packFolder = join(projectRoot, "content", "frameworks");

type Program = Omit<Context, "actor" | "requestId">;

/** Every pack that is there, each whole or not at all. What could not be taken is said, and keeps no other back. */
export async function loadPacks(program: Program, folder: string = packFolder): Promise<PackProblem[]> {
  const entries = await readdir(folder, { withFileTypes: true });
  const names = entries.filter((entry) => entry.isDirectory()).map(({ name }) => name);
  const problems: PackProblem[] = [];
  for (const name of names.sort()) problems.push(...(await loadFolder(program, join(folder, name))));
  return problems;
}

export type PackProblem = { message: string; faults: readonly PackFault[] };

async function loadFolder(program: Program, folder: string): Promise<PackProblem[]> {
  try {
    const loaded = await loadPack({ ...program, actor: visitor, requestId: "start" }, await readPack(folder));
    return loaded === "not-counted-up" ? [{ message: notCountedUp(folder), faults: [] }] : [];
  } catch (error) {
    if (error instanceof FaultyPack) return [{ message: error.message, faults: error.faults }];
    if (error instanceof CannotJoin)
      return [{ message: `The framework pack in ${folder} was not loaded.\n${error.message}`, faults: [] }];
    throw error;
  }
}

const notCountedUp = (folder: string): string =>
  `The framework pack in ${folder} says something else than its edition that is here. Count up "edition" in framework.json, and it is taken as the next version.`;

export type Loaded = "loaded" | "known" | "not-counted-up";

/** An edition that is not there yet becomes the next version, and the promises in it commitments. */
export async function loadPack(context: Context, read: ReadPack): Promise<Loaded> {
  if (!mayLoadPack(context.actor)) throw new Forbidden();
  const { key, edition } = read.pack.framework;
  const framework = await readFramework(context.db, key);
  const last = framework && (await readLastEdition(context.db, framework.id));
  if (last && last.edition >= edition)
    return last.edition === edition && last.digest !== read.digest ? "not-counted-up" : "known";
  try {
    return await perform(context, async (tx) => {
      const id = await writeEdition(tx, read, context.at);
      const detail = { edition, digest: read.digest };
      return { result: "loaded", did: { action: "load-framework", kind: "framework", id, detail } };
    });
  } catch (error) {
    if (error instanceof AlreadyLoaded) return "known";
    throw error;
  }
}

/** Another process was quicker. */
class AlreadyLoaded extends Error {}

async function writeEdition(tx: Tx, read: ReadPack, at: Date): Promise<string> {
  const { pack, digest } = read;
  const { key, edition } = pack.framework;
  await insertFramework(tx, key);
  const { id, last } = (await lockFramework(tx, key))!;
  const from = await readLastEdition(tx, id);
  if (from && from.edition >= edition) throw new AlreadyLoaded();
  const head = pack.framework;
  const version = { frameworkId: id, head, by: null, at };
  const published = { edition, digest, reason: from ? editionWords(edition) : "As first published" };
  await insertVersion(tx, { ...version, ...published, number: last + 1 }, rowsOf(pack));
  const joined = from && (await joinedWith(tx, pack, { id, from: from.number, last }));
  if (joined) {
    const own = { edition: null, digest: "", reason: editionWords(edition, joined), number: last + 2 };
    await insertVersion(tx, { ...version, ...own }, joined.items);
  }
  const content = contentOf({ head, items: joined?.items ?? rowsOf(pack) });
  await beginCommitments(tx, id, promisesOf(content.pack), at);
  const planId = (await readFramework(tx, key))?.planId;
  // What is aligned to it keeps its link: the nodes stay the same, and say what the items say now.
  if (planId) await writeNodes(tx, planId, planNodesOf(content), at);
  return id;
}

type Standing = { id: string; from: number; last: number };

/** With what was adopted here, where anything was: a version of its own, so that the edition stays as published. */
async function joinedWith(tx: Tx, pack: Pack, { id, from, last }: Standing): Promise<Joined | undefined> {
  if (from === last) return undefined;
  const before = (await versionContent(tx, id, from)).rows;
  const now = (await versionContent(tx, id, last)).rows;
  const joined = joinEdition({ before, now, next: rowsOf(pack) });
  const [misfit] = checkPack(packOfRows(pack.framework, joined.items));
  if (misfit) throw new CannotJoin(`With what was adopted here: ${misfit.file}.json: ${misfit.message}`);
  return joined;
}

/** What each track of the pack follows, at its first stage. */
export function promisesOf(pack: Pack): { key: string; stage: string }[] {
  return pack.tracks.flatMap(({ tracks, stages }) => {
    const followed =
      tracks === "details"
        ? pack.actions.flatMap((action) => action.details.map(({ id }) => keyOf("detail", id)))
        : pack.recommendations.map(({ id }) => keyOf("recommendation", id));
    return followed.map((key) => ({ key, stage: stages[0]!.id }));
  });
}
