import type { ReactNode } from "react";
import { contextOf, type Request } from "#web/env.ts";
import { inWords } from "#platform/moments.ts";
import type { People } from "../people.ts";
import { outbox } from "../queries/outbox.ts";
import { PageLinks } from "#ui/page-links.tsx";
import { columnPage } from "#web/column-page.tsx";

export async function outboxPage(c: Request, people: People): Promise<Response> {
  const { mails, paging } = await outbox(contextOf(c).db, people, Number(c.req.query("page") ?? 1));
  return columnPage(c, {
    title: "Outbox",
    section: "Demonstration",
    part: { page: paging.page, of: paging.pages },
    breadcrumbs: [{ text: "Home", href: "/" }],
    children: (
      <>
        <p>
          In this demonstration no email leaves. What would have been sent is here, for everybody to read.
        </p>
        {mails.length === 0 ? (
          <p>
            Nothing has been sent yet. <a href="/sign-up">Open an account</a> and its email appears here.
          </p>
        ) : null}
        {mails.map((mail) => (
          <article key={mail.id} className="tl-mail">
            <h2 className="nhsuk-heading-s nhsuk-u-margin-bottom-2">{mail.subject}</h2>
            <p className="nhsuk-body-s tl-quiet nhsuk-u-text-break-word">
              To {mail.recipient}, {inWords(mail.written_at)}
            </p>
            <LinkedText text={mail.body} own={people.baseUrl} />
          </article>
        ))}
        <PageLinks paging={paging} href={(page) => `/outbox?page=${page}`} />
      </>
    ),
  });
}

/** A mail's paragraphs, with the links that lead back to us made to press. */
function LinkedText({ text, own }: { text: string; own: string }): ReactNode {
  return text.split("\n\n").map((paragraph) => (
    <p key={paragraph} className="nhsuk-u-text-break-word">
      {paragraph.split(/(https?:\/\/\S+)/).map((part) =>
        part.startsWith(`${own}/`) ? (
          <a key={part} href={part.slice(own.length)}>
            {part}
          </a>
        ) : (
          part
        ),
      )}
    </p>
  ));
}
