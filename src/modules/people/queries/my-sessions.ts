import type { Person } from "#platform/actor.ts";
import type { Context } from "#platform/perform.ts";
import { NotFound } from "#platform/problem.ts";
import { deviceName } from "../device.ts";
import { mayEndSessionsOf } from "../policy.ts";
import { listPhones } from "../store/phones.ts";
import { listSessions } from "../store/sessions.ts";

export type MySession = {
  id: string;
  device: string;
  since: Date;
  lastUsed: Date;
  strong: boolean;
  isThisOne: boolean;
};

export type MyPhone = { id: string; device: string; since: Date; lastUsed: Date; until: Date };

/** Phones that may enter numbers and notes in this person's name. */
export async function myPhones({ db, actor, at }: Context & { actor: Person }): Promise<MyPhone[]> {
  if (!mayEndSessionsOf(actor, actor.id)) throw new NotFound();
  return (await listPhones(db, actor.id, at)).map((row) => ({
    id: row.id,
    device: deviceName(row.user_agent),
    since: row.created_at,
    lastUsed: row.last_used_at,
    until: row.expires_at,
  }));
}

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
