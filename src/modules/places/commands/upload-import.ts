import { createHash } from "node:crypto";
import { isPerson } from "#platform/actor.ts";
import { decodeText } from "#platform/decode-text.ts";
import { Forbidden } from "#platform/problem.ts";
import { perform, type Context } from "#platform/perform.ts";
import { mayImport, requireStrongSession } from "../policy.ts";
import { keepUpload } from "../store/imports.ts";

/** Keeps the file for its dry run; nothing of it is loaded yet. */
export async function uploadImport(context: Context, bytes: Uint8Array): Promise<string> {
  const { actor, at } = context;
  if (!isPerson(actor) || !mayImport(actor)) throw new Forbidden();
  requireStrongSession(actor);
  const { text } = decodeText(bytes);
  const digest = createHash("sha256").update(text).digest("hex");
  return perform(context, async (tx) => {
    const id = await keepUpload(tx, { by: actor.id, text, at });
    return { result: id, did: { action: "upload-import", kind: "body-import", id, detail: { digest } } };
  });
}
