import type { Request } from "#web/env.ts";
import type { FormState } from "#web/form/form-view.tsx";
import { submitForm } from "#web/form/submit-form.ts";
import { proveAgain } from "../commands/prove-again.ts";
import type { People } from "../people.ts";
import { secondFactorState } from "../queries/second-factor.ts";
import { accountForm } from "./account-form.tsx";
import { ownContext } from "#web/own-context.ts";
import { browserOf, nextOf, withNext } from "./request.ts";
import { codeForms, codeKind, orBeginAgain, OtherCode } from "./sign-in-code.tsx";
import { enter } from "./signed-in.ts";

/** Before something that governs others: the second proof, or the way to have one. */
export async function provePage(c: Request): Promise<Response> {
  const { isOn } = await secondFactorState(ownContext(c));
  return isOn ? drawProve(c) : c.redirect(withNext("/me/security", nextOf(c), { needed: "yes" }), 303);
}

function drawProve(c: Request, state: FormState = {}, status = 200): Response {
  const next = nextOf(c);
  const kind = codeKind(c);
  return accountForm(
    c,
    {
      title: "Prove who you are",
      form: codeForms[kind],
      action: withNext("/sign-in/prove", next, kind === "recovery" ? { with: kind } : {}),
      submit: "Continue",
      backLink: { text: "Back", href: "/" },
      children: (
        <p>What you want to do affects other people, so we ask for a code. It counts until you sign out.</p>
      ),
      after: <OtherCode path="/sign-in/prove" next={next} kind={kind} />,
    },
    state,
    status,
  );
}

export function proveForm(c: Request, people: People): Promise<Response> {
  const context = ownContext(c);
  const answered = submitForm(c, {
    form: codeForms[codeKind(c)],
    act: async ({ code }) =>
      enter(c, people, await proveAgain(context, people, { code, browser: browserOf(c) })),
    redraw: (state, status) => drawProve(c, state, status),
  });
  return orBeginAgain(c, answered, withNext("/me/security", nextOf(c), { needed: "yes" }));
}
