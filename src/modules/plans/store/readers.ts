import type { Tx } from "#platform/database.ts";

/** From now on this person reads plans in plain English, or in the words of the trade. */
export async function writePlainReader(tx: Tx, userId: string, plain: boolean): Promise<void> {
  await tx
    .insertInto("plain_readers")
    .values({ user_id: userId, plain })
    .onConflict((conflict) => conflict.column("user_id").doUpdateSet({ plain }))
    .execute();
}
