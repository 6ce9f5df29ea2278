import type { Person } from "#platform/actor.ts";
import type { Context } from "#platform/perform.ts";
import { NotFound } from "#platform/problem.ts";
import { mayChangeEmail, ownsAccount } from "../policy.ts";
import { findEmailChange, type EmailChange } from "../store/email-changes.ts";
import { findUser, hasPassword } from "../store/users.ts";

export type EmailState = {
  /** The address that waits for its proof, if one does. */
  waiting: EmailChange | undefined;
  hasPassword: boolean;
  /** One of the demonstration's people, whose address stays. */
  isFixed: boolean;
};

export async function emailState({ db, actor, at }: Context & { actor: Person }): Promise<EmailState> {
  if (!ownsAccount(actor)) throw new NotFound();
  const user = await findUser(db, actor.id);
  return {
    waiting: await findEmailChange(db, actor.id, at),
    hasPassword: await hasPassword(db, actor.id),
    isFixed: !user || !mayChangeEmail(user),
  };
}
