import { isPerson, type Person } from "#platform/actor.ts";
import { perform, type Context } from "#platform/perform.ts";
import { Forbidden, Invalid, NotFound } from "#platform/problem.ts";
import { isId } from "#platform/id.ts";
import { tokenDigest } from "#platform/secrets.ts";
import { newToken, type TokenScope } from "../api-token.ts";
import { mayKeepTokens } from "../policy.ts";
import { myTokens } from "../queries/my-tokens.ts";
import { insertToken, revokeToken } from "../store/tokens.ts";

export type TokenWanted = { name: string; scope: TokenScope; seriesIds: readonly string[]; days: number };

const msPerDay = 86_400_000;

function owner({ actor }: Context): Person {
  if (!isPerson(actor) || !mayKeepTokens(actor)) throw new Forbidden();
  return actor;
}

/** The key itself is the answer, and is nowhere else: sent again, the form can only say that it was made. */
export async function makeToken(context: Context, wanted: TokenWanted): Promise<string | null> {
  const { id: userId } = owner(context);
  const { at } = context;
  const { series } = await myTokens(context);
  const own = new Set(series.map(({ id }) => id));
  if (!wanted.seriesIds.every((id) => own.has(id)))
    throw new Invalid([{ field: "series", message: "Choose measures that are yours" }]);
  const token = newToken();
  const made = await perform(context, async (tx) => {
    const { name, scope, seriesIds } = wanted;
    const expiresAt = new Date(at.getTime() + wanted.days * msPerDay);
    const id = await insertToken(tx, {
      userId,
      name,
      scope,
      digest: tokenDigest(token),
      seriesIds,
      at,
      expiresAt,
    });
    const detail = { scope, series: [...seriesIds] };
    return {
      result: tokenDigest(token).toString("hex"),
      did: { action: "make-token", kind: "token", id, detail },
    };
  });
  return made === tokenDigest(token).toString("hex") ? token : null;
}

export async function endToken(context: Context, id: string): Promise<void> {
  const { id: userId } = owner(context);
  await perform(context, async (tx) => {
    if (!isId(id) || !(await revokeToken(tx, { id, userId, at: context.at }))) throw new NotFound();
    return { result: null, did: { action: "revoke-token", kind: "token", id } };
  });
}
