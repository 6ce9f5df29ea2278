import type { ReactNode } from "react";
import { NotFound } from "#platform/problem.ts";
import { Table } from "#ui/nhs/table.tsx";
import type { Request } from "#web/env.ts";
import { endOtherSessions, endSession } from "../commands/end-session.ts";
import { dayInWords, inWords } from "#platform/moments.ts";
import { myPhones, mySessions, type MyPhone } from "../queries/my-sessions.ts";
import { PostButton } from "#ui/post-button.tsx";
import { columnPage } from "#web/column-page.tsx";
import { isId } from "#platform/id.ts";
import { doneWord } from "#web/done-word.ts";
import { ownContext } from "#web/own-context.ts";

const done = {
  ended: "That session is ended.",
  others: "Every other session is ended.",
  phone: "That phone has to sign in now.",
};

export async function mySessionsPage(c: Request): Promise<Response> {
  const context = ownContext(c);
  const [sessions, phones] = await Promise.all([mySessions(context), myPhones(context)]);
  return columnPage(c, {
    title: "Where you are signed in",
    section: "Your account",
    backLink: { text: "Back to your account", href: "/me" },
    success: doneWord(c, done),
    children: (
      <>
        <p>A session ends by itself after 30 minutes without use, and after 12 hours in any case.</p>
        <Table
          caption="Sessions"
          responsive
          firstCellIsHeader
          head={["Device", "Since", "Last used", "Action"]}
          rows={sessions.map((session) => [
            session.device,
            inWords(session.since),
            inWords(session.lastUsed),
            session.isThisOne
              ? "This one"
              : {
                  html: (
                    <PostButton
                      action={`/me/sessions/${session.id}/end`}
                      text="End"
                      about={`session on ${session.device}`}
                      variant="secondary"
                      small
                    />
                  ),
                },
          ])}
        />
        {sessions.length > 1 ? (
          <PostButton action="/me/sessions/end-others" text="End all other sessions" variant="warning" />
        ) : (
          <p>You are signed in nowhere else.</p>
        )}
        {phones.length > 0 ? <PhonesTable phones={phones} /> : null}
      </>
    ),
  });
}

function PhonesTable({ phones }: { phones: readonly MyPhone[] }): ReactNode {
  return (
    <Table
      caption="Phones that may enter numbers and notes in your name"
      responsive
      firstCellIsHeader
      head={["Phone", "Since", "Last used", "Until", "Action"]}
      rows={phones.map((phone) => [
        phone.device,
        inWords(phone.since),
        inWords(phone.lastUsed),
        dayInWords(phone.until),
        {
          html: (
            <PostButton
              action={`/me/phones/${phone.id}/end`}
              text="End"
              about={`for ${phone.device}`}
              variant="secondary"
              small
            />
          ),
        },
      ])}
    />
  );
}

export async function endSessionForm(c: Request): Promise<Response> {
  const id = c.req.param("id");
  if (!isId(id)) throw new NotFound();
  await endSession(ownContext(c), id);
  return c.redirect("/me/sessions?done=ended", 303);
}

export async function endOtherSessionsForm(c: Request): Promise<Response> {
  await endOtherSessions(ownContext(c));
  return c.redirect("/me/sessions?done=others", 303);
}
