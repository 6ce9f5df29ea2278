import type { Context } from "#platform/perform.ts";
import type { People } from "../people.ts";
import { mayAskForReset } from "../policy.ts";
import { countRequest } from "./as-guess.ts";

/** Writes to the address if it has an account; whoever asks sees no difference. */
export async function requestPasswordReset(
  context: Context,
  people: People,
  input: { email: string; source: string },
): Promise<void> {
  await countRequest(context, { at: "reset", account: input.email, source: input.source });
  if (!mayAskForReset(input.email)) return;
  await people.auth.api.requestPasswordReset({ body: { email: input.email } });
}
