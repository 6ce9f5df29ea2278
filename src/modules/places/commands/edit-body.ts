import { Conflict, Forbidden, NotFound, type ConflictField } from "#platform/problem.ts";
import { perform, type Context } from "#platform/perform.ts";
import { bodyTextFields, bodyTextLabels, type Body, type BodyText } from "../body.ts";
import { mayEditBody } from "../policy.ts";
import { findBodyByCode } from "../queries/find-body-by-code.ts";
import { readBody } from "../store/bodies.ts";
import { writeText } from "../store/write-body.ts";

export async function editBody(
  context: Context,
  code: string,
  edit: { text: BodyText; version: number },
): Promise<string> {
  const body = await findBodyByCode(context, code);
  if (!mayEditBody(context.actor, body)) throw new Forbidden();
  return perform(context, async (tx) => {
    const written = await writeText(tx, { id: body.id, version: edit.version }, edit.text);
    if (!written) throw conflict(edit.text, await readBody(tx, code));
    return { result: code, did: { action: "edit-body", kind: "body", id: body.id, bodyId: body.id } };
  });
}

function conflict(yours: BodyText, theirs: Body | undefined): Conflict {
  if (!theirs) throw new NotFound();
  const fields: ConflictField[] = bodyTextFields
    .filter((name) => yours[name] !== theirs[name])
    .map((name) => ({ name, label: bodyTextLabels[name], yours: yours[name], theirs: theirs[name] }));
  return new Conflict(fields, theirs.version);
}
