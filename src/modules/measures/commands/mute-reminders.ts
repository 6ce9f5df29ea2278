import type { Person } from "#platform/actor.ts";
import { perform, type Context } from "#platform/perform.ts";
import { Forbidden, NotFound } from "#platform/problem.ts";
import { openWord } from "#platform/signed-word.ts";
import { mayMuteReminders } from "../policy.ts";
import { seriesInSight } from "../queries/series-in-sight.ts";
import { reminderPurpose } from "../reminder-mail.ts";
import { mute, muteAll, unmute } from "../store/reminders.ts";

/** The collector says whether they want to be reminded of one of their measures. */
export async function muteReminders(
  context: Context & { actor: Person },
  seriesId: string,
  isMuted: boolean,
): Promise<void> {
  const series = await seriesInSight(context, seriesId);
  const { actor, at } = context;
  if (!mayMuteReminders(actor, series))
    throw new Forbidden("Only who collects this measure is reminded of it.");
  await perform(context, async (tx) => {
    if (isMuted) await mute(tx, actor.id, series.id, at);
    else await unmute(tx, actor.id, series.id);
    const action = isMuted ? "mute-reminders" : "unmute-reminders";
    return { result: null, did: { action, kind: "series", id: series.id, bodyId: series.body.id } };
  });
}

/** By the link of a mail, which is its own permission and for its reader alone. */
export async function muteAllReminders(context: Context, secret: string, word: string): Promise<void> {
  const userId = reminded(secret, word);
  await perform(context, async (tx) => {
    await muteAll(tx, userId, context.at);
    return { result: null, did: { action: "mute-reminders", kind: "user", id: userId } };
  });
}

export function reminded(secret: string, word: string): string {
  const userId = openWord(secret, reminderPurpose, word);
  if (!userId) throw new NotFound();
  return userId;
}
