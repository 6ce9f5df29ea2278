import { Table } from "#ui/nhs/table.tsx";
import { cookies } from "../cookies.ts";
import type { Request } from "../env.ts";
import { prosePage, Reviewed } from "./prose-page.tsx";

export function privacyPage(c: Request): Response {
  const { CONTACT_EMAIL } = c.get("services").config;
  return prosePage(
    c,
    "Privacy and cookies",
    <>
      <p>This page says what the service knows of you, why, who can see it and how to get it out again.</p>
      <h2>What we hold</h2>
      <ul className="nhsuk-list nhsuk-list--bullet">
        <li>your name, your email address and a scrambled form of your password, so that you can sign in</li>
        <li>your roles in organisations, so that you see what those roles may see</li>
        <li>what you choose to say in your profile, each part shown only to those you choose</li>
        <li>which devices are signed in as you, so that you can end a session that is not yours</li>
        <li>a record of changes: who changed what and when, by number and not by name</li>
      </ul>
      <p>
        The service is not for information about patients. Please never write down anything by which a patient
        could be known. When a text looks as if it holds an NHS number, a date of birth, or initials beside a
        ward or bed, we ask you to take it out.
      </p>
      <h2>Why we may hold it</h2>
      <p>
        Running the service is a task in the public interest. Your profile is yours: everything in it is your
        choice.
      </p>
      <h2>Who can see it</h2>
      <p>
        You decide for each part of your profile: only you, people in your organisations, everyone who is
        signed in, or anyone. People who lead an organisation see who its members are. We do not sell or share
        anything, and no page asks another company for anything.
      </p>
      <h2>How long we keep it</h2>
      <p>
        For as long as you have an account. When you delete it, your name, address, profile and sessions go at
        once. Work that you shared with others stays, under "Former member". Backups are kept by whoever runs
        this server for the time that they set.
      </p>
      <h2>Your rights</h2>
      <p>
        Signed in, you can <a href="/me/data">see and download everything that we hold on you</a>, correct it,
        and <a href="/me/delete">delete your account</a>. For anything else, email{" "}
        <a href={`mailto:${CONTACT_EMAIL}`}>{CONTACT_EMAIL}</a>. You may also complain to the Information
        Commissioner's Office.
      </p>
      <h2>Cookies and what your browser keeps</h2>
      <p>We set only what is needed to make the service work, so there is nothing to agree to.</p>
      <Table
        caption="Cookies"
        head={[{ text: "Name" }, { text: "What it does" }, { text: "When it ends" }]}
        rows={cookies.map((cookie) => [
          { text: cookie.name },
          { text: cookie.purpose },
          { text: cookie.ends },
        ])}
        firstCellIsHeader
      />
      <p>
        So that a lost signal or a time-out loses nothing, your browser keeps a copy of a long text while you
        write it. The copy stays on your device and goes once the text is saved.
      </p>
      <p>
        A number or a note that you enter without a connection is kept in the browser until it can be sent,
        and is sent in your name only. The page on which you enter it is kept too, so that it opens without a
        connection, until you sign out.
      </p>
      <Reviewed on="2026-11-20" />
    </>,
  );
}
