import { sql } from "kysely";
import type { Db, Tx } from "../database.ts";
import type { FileKind } from "./file-kind.ts";
import type { ReadyFile } from "./ready-file.ts";

/** The thing that a file is added to; its module says who may see and change it. */
export type FileOwner = { kind: string; id: string };

export type FileFacts = {
  id: string;
  owner: FileOwner;
  name: string;
  kind: FileKind;
  size: number;
  width: number | null;
  height: number | null;
  uploadedBy: string | null;
  at: Date;
};

export type KeptFile = FileFacts & { sha256: Buffer; bytes: Buffer };

type NewFile = { owner: FileOwner; file: ReadyFile; by: string | null; at: Date };

export async function storeFile(tx: Tx, { owner, file, by, at }: NewFile): Promise<{ id: string }> {
  return tx
    .insertInto("files")
    .values({
      owner_kind: owner.kind,
      owner_id: owner.id,
      name: file.name,
      kind: file.kind,
      size: file.bytes.length,
      sha256: file.sha256,
      width: file.width,
      height: file.height,
      bytes: Buffer.from(file.bytes),
      uploaded_by: by,
      at,
    })
    .returning("id")
    .executeTakeFirstOrThrow();
}

const facts = [
  "id",
  "owner_kind",
  "owner_id",
  "name",
  "kind",
  "size",
  "width",
  "height",
  "uploaded_by",
  "at",
] as const;

type Row = {
  id: string;
  owner_kind: string;
  owner_id: string;
  name: string;
  kind: string;
  size: number;
  width: number | null;
  height: number | null;
  uploaded_by: string | null;
  at: Date;
};

function factsOf({ owner_kind, owner_id, uploaded_by, kind, ...row }: Row): FileFacts {
  return {
    ...row,
    kind: kind as FileKind,
    owner: { kind: owner_kind, id: owner_id },
    uploadedBy: uploaded_by,
  };
}

/** One file of this thing, with its bytes; undefined when it is another's, or deleted. */
export async function readFile(db: Db | Tx, owner: FileOwner, id: string): Promise<KeptFile | undefined> {
  const row = await db
    .selectFrom("files")
    .select([...facts, "sha256", "bytes"])
    .where("id", "=", id)
    .where("owner_kind", "=", owner.kind)
    .where("owner_id", "=", owner.id)
    .where("deleted_at", "is", null)
    .executeTakeFirst();
  if (!row?.bytes) return undefined;
  const { sha256, bytes, ...rest } = row;
  return { ...factsOf(rest), sha256, bytes };
}

/** The newest files of a thing, without their bytes. */
export async function listFiles(db: Db | Tx, owner: FileOwner, most = 200): Promise<FileFacts[]> {
  const rows = await db
    .selectFrom("files")
    .select(facts)
    .where("owner_kind", "=", owner.kind)
    .where("owner_id", "=", owner.id)
    .where("deleted_at", "is", null)
    .orderBy("at", "desc")
    .orderBy("id")
    .limit(most)
    .execute();
  return rows.map(factsOf);
}

/** Whom a file belongs to, for an address that names the file alone; the owner's module then asks who may see it. */
export async function findFile(db: Db | Tx, ownerKind: string, id: string): Promise<FileFacts | undefined> {
  const row = await db
    .selectFrom("files")
    .select(facts)
    .where("id", "=", id)
    .where("owner_kind", "=", ownerKind)
    .where("deleted_at", "is", null)
    .executeTakeFirst();
  return row && factsOf(row);
}

/** Takes the bytes away. False when there was nothing to delete. */
export async function deleteFile(
  tx: Tx,
  owner: FileOwner,
  { id, at }: { id: string; at: Date },
): Promise<boolean> {
  const { numUpdatedRows } = await tx
    .updateTable("files")
    .set({ bytes: sql`NULL`, deleted_at: at })
    .where("id", "=", id)
    .where("owner_kind", "=", owner.kind)
    .where("owner_id", "=", owner.id)
    .where("deleted_at", "is", null)
    .executeTakeFirst();
  return numUpdatedRows === 1n;
}
