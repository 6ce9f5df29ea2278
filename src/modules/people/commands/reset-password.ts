import type { Context } from "#platform/perform.ts";
import { Invalid } from "#platform/problem.ts";
import { refusalOf } from "../api-problem.ts";
import { passwordProblem } from "../password.ts";
import type { People } from "../people.ts";
import { mayUseMailedLink } from "../policy.ts";
import { asGuess } from "./as-guess.ts";

/** A new password by the link in a mail: works once, and ends every session there is. */
export async function resetPassword(
  context: Context,
  people: People,
  input: { token: string; password: string; source: string },
): Promise<void> {
  const problem = passwordProblem(input.password);
  if (problem) throw new Invalid([{ field: "password", message: problem }]);
  await asGuess(context, { at: "reset-link", source: input.source }, async () => {
    if (!mayUseMailedLink(input.token)) throw spentLink();
    try {
      await people.auth.api.resetPassword({ body: { token: input.token, newPassword: input.password } });
    } catch (error) {
      refusalOf(error);
      throw spentLink();
    }
  });
}

function spentLink(): Invalid {
  return new Invalid([
    { field: "password", message: "This link has run out or was used. Ask for another one" },
  ]);
}
