import { symmetricDecrypt } from "better-auth/crypto";
import type { Person } from "#platform/actor.ts";
import type { Context } from "#platform/perform.ts";
import { NotFound } from "#platform/problem.ts";
import type { People } from "../people.ts";
import { ownsAccount } from "../policy.ts";
import { findFactor } from "../store/factors.ts";
import { findUser, hasPassword } from "../store/users.ts";

type OwnContext = Context & { actor: Person };

export type FactorState = { isOn: boolean; hasPassword: boolean };

export async function secondFactorState({ db, actor }: OwnContext): Promise<FactorState> {
  if (!ownsAccount(actor)) throw new NotFound();
  const user = await findUser(db, actor.id);
  return { isOn: user?.two_factor_enabled ?? false, hasPassword: await hasPassword(db, actor.id) };
}

export type UnconfirmedFactor = { key: string; uri: string };

/** The secret to put into an authenticator, for as long as it is not confirmed, and never afterwards. */
export async function unconfirmedFactor(
  context: OwnContext,
  people: People,
): Promise<UnconfirmedFactor | undefined> {
  const { db, actor } = context;
  if (!ownsAccount(actor)) throw new NotFound();
  const factor = await findFactor(db, actor.id);
  if (!factor || factor.verified) return undefined;
  const secret = await symmetricDecrypt({ key: people.cookieSecret, data: factor.secret });
  const key = base32(Buffer.from(secret, "utf8"));
  const label = encodeURIComponent(`Throughline:${actor.email}`);
  return { key, uri: `otpauth://totp/${label}?secret=${key}&issuer=Throughline&digits=6&period=30` };
}

const alphabet = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";

/** RFC 4648, without padding: what authenticators take. */
function base32(bytes: Buffer): string {
  const bits = [...bytes].map((byte) => byte.toString(2).padStart(8, "0")).join("");
  const groups = bits.match(/.{1,5}/g) ?? [];
  return groups.map((group) => alphabet[Number.parseInt(group.padEnd(5, "0"), 2)]).join("");
}
