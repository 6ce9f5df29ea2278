import { isPerson } from "#platform/actor.ts";
import type { Context } from "#platform/perform.ts";
import { Forbidden } from "#platform/problem.ts";
import type { TokenSeen } from "../api-token.ts";
import { mayKeepTokens } from "../policy.ts";
import { seriesName } from "../series.ts";
import { listLinesOfPerson } from "../store/lines.ts";
import { listTokens } from "../store/tokens.ts";

export type MyTokens = {
  tokens: readonly TokenSeen[];
  /** What a key can be made for. */
  series: readonly { id: string; name: string }[];
};

const most = 100;

export async function myTokens({ db, actor, at }: Context): Promise<MyTokens> {
  if (!isPerson(actor) || !mayKeepTokens(actor)) throw new Forbidden();
  const [tokens, lines] = await Promise.all([
    listTokens(db, actor.id, at),
    listLinesOfPerson(db, { personId: actor.id, withParts: true, limit: most, offset: 0 }),
  ]);
  const series = lines.map((line) => ({ id: line.id, name: `${seriesName(line)}, ${line.body.name}` }));
  return { tokens, series };
}
