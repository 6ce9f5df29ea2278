import { createHash } from "node:crypto";
import { isPerson } from "#platform/actor.ts";
import { Forbidden, Invalid } from "#platform/problem.ts";
import { perform, type Context } from "#platform/perform.ts";
import { decodeFile } from "../import/read-file.ts";
import { mayImport, requireStrongSession } from "../policy.ts";
import { keepUpload } from "../store/imports.ts";

/** Keeps the file for its dry run; nothing of it is loaded yet. */
export async function uploadImport(context: Context, bytes: Uint8Array): Promise<string> {
  const { actor, at } = context;
  if (!isPerson(actor) || !mayImport(actor)) throw new Forbidden();
  requireStrongSession(actor);
  const decoded = decodeFile(bytes);
  if ("problem" in decoded) throw new Invalid([{ field: "file", message: decoded.problem }]);
  const digest = createHash("sha256").update(decoded.text).digest("hex");
  return perform(context, async (tx) => {
    const id = await keepUpload(tx, { by: actor.id, text: decoded.text, at });
    return { result: id, did: { action: "upload-import", kind: "body-import", id, detail: { digest } } };
  });
}
