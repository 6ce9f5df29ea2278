import type { Request } from "../env.ts";
import { prosePage, Reviewed } from "./prose-page.tsx";

export function contactPage(c: Request): Response {
  const { CONTACT_EMAIL } = c.get("services").config;
  return prosePage(
    c,
    "Contact us",
    <>
      <p>
        Email <a href={`mailto:${CONTACT_EMAIL}`}>{CONTACT_EMAIL}</a>. A person reads it, and answers within 2
        working days.
      </p>
      <h2>If something went wrong</h2>
      <p>
        Say which page it was, what you did, and the reference if the page showed one. Please send no picture
        that shows a patient's details.
      </p>
      <h2>If you cannot sign in</h2>
      <p>
        You can <a href="/forgotten-password">choose a new password</a>. If your organisation signs you on,
        ask its own help desk first.
      </p>
      <h2>If it is about an organisation</h2>
      <p>
        <a href="/bodies">Find the organisation</a>: its page says whom to ask.
      </p>
      <Reviewed on="2026-11-20" />
    </>,
  );
}
