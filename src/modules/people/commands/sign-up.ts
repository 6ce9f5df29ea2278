import { writeMail } from "#platform/mail.ts";
import type { Context } from "#platform/perform.ts";
import { Invalid } from "#platform/problem.ts";
import { alreadyHaveAccountMail } from "../mails.ts";
import { passwordProblem } from "../password.ts";
import type { People } from "../people.ts";
import { mayBeReminded } from "../policy.ts";
import { findUserByEmail } from "../store/users.ts";
import { verificationMail } from "../verification-mail.ts";
import { countRequest } from "./as-guess.ts";

export type SignUp = { name: string; email: string; password: string; next: string; source: string };

/**
 * Opens an account that stays closed until its address is proved. Whether the address has one already is
 * told to the address, never to whoever asks: page, status and work are the same.
 */
export async function signUp(context: Context, people: People, input: SignUp): Promise<void> {
  const { name, password, next } = input;
  const email = input.email.toLowerCase();
  const problem = passwordProblem(password, [email.split("@")[0]!, ...name.split(" ")]);
  if (problem) throw new Invalid([{ field: "password", message: problem }]);
  await countRequest(context, { at: "sign-up", account: email, source: input.source });
  const earlier = await findUserByEmail(context.db, email);
  await people.auth.api.signUpEmail({ body: { name, email, password } });
  const mail =
    earlier && !mayBeReminded(earlier)
      ? alreadyHaveAccountMail(people.baseUrl, earlier, `${earlier.id}:${context.requestId}`)
      : await verificationMail(people, earlier ?? { name, email }, next);
  await writeMail(context.db, mail, context.at);
}
