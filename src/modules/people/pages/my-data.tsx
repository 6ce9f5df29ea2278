import { Button } from "#ui/nhs/button.tsx";
import { SummaryList } from "#ui/nhs/summary-list.tsx";
import type { Request } from "#web/env.ts";
import { heldData } from "../queries/held-data.ts";
import { columnPage } from "#web/column-page.tsx";
import { ownContext } from "#web/own-context.ts";

const parts: Record<string, string> = {
  waysToSignIn: "Ways to sign in",
  roles: "Roles, now and before",
  sessions: "Sessions",
  invitationsMade: "Invitations that you made",
  invitationsReceived: "Invitations to you",
  teams: "Teams that you are or were in",
  tests: "Tests that you planned or studied",
  tasks: "Tasks of yours",
  comments: "What you said in discussions",
  reflections: "Your reflections",
  portfolioViews: "Lists that you saved",
  filesUploaded: "Files that you added",
  filesToTakeIn: "Files that wait to be taken in",
  plansBrought: "Projects that you brought here",
  mails: "Emails to you",
  audit: "Records of what you did",
};

export async function myDataPage(c: Request): Promise<Response> {
  const data = await heldData(ownContext(c));
  return columnPage(c, {
    title: "What we hold on you",
    section: "Your account",
    backLink: { text: "Back to your account", href: "/me" },
    children: (
      <>
        <p>Your name, email address and profile, and this:</p>
        <SummaryList
          rows={Object.entries(parts).map(([name, label]) => ({ key: label, value: countOf(data[name]) }))}
        />
        <p>
          The download holds all of it, word for word, in a form that other programs read. Passwords and codes
          are not in it: we cannot read them ourselves.
        </p>
        <Button href="/me/data.json" text="Download it" />
        <p>
          <a href="/me/delete">Delete your account</a>
        </p>
      </>
    ),
  });
}

function countOf(part: unknown): string {
  const count = Array.isArray(part) ? part.length : 0;
  return count === 0 ? "None" : count.toLocaleString("en-GB");
}

export async function myDataFile(c: Request): Promise<Response> {
  const data = await heldData(ownContext(c));
  return c.body(JSON.stringify(data, undefined, 2), 200, {
    "Content-Type": "application/json; charset=utf-8",
    "Content-Disposition": 'attachment; filename="what-throughline-holds-on-you.json"',
  });
}
