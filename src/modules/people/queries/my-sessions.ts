import type { Person } from "#platform/actor.ts";
import type { Context } from "#platform/perform.ts";
import { NotFound } from "#platform/problem.ts";
import { deviceName } from "../device.ts";
import { mayEndSessionsOf } from "../policy.ts";
import { listSessions } from "../store/sessions.ts";

export type MySession = {
  id: string;
  device: string;
  since: Date;
  lastUsed: Date;
  strong: boolean;
  isThisOne: boolean;
};

export async function mySessions({ db, actor, at }: Context & { actor: Person }): Promise<MySession[]> {
  if (!mayEndSessionsOf(actor, actor.id)) throw new NotFound();
  const rows = await listSessions(db, actor.id, at);
  return rows.map((row) => ({
    id: row.id,
    device: deviceName(row.user_agent),
    since: row.created_at,
    lastUsed: row.updated_at,
    strong: row.strong,
    isThisOne: row.id === actor.sessionId,
  }));
}
