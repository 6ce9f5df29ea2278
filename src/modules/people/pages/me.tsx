import type { ReactNode } from "react";
import type { RoleHeld } from "#platform/actor.ts";
import { SummaryList } from "#ui/nhs/summary-list.tsx";
import type { Request } from "#web/env.ts";
import { secondFactorState } from "../queries/second-factor.ts";
import { roleLabels } from "../role-words.ts";
import { columnPage } from "#web/column-page.tsx";
import { doneWord } from "#web/done-word.ts";
import { ownContext } from "#web/own-context.ts";

const done = {
  left: "You have left. What only its members see is closed to you from now on.",
  joined: "You have joined.",
  email: "Your email address was changed. Sign in with the new one from now on.",
  connected: "Your organisation's sign-on is connected to your account.",
};

export async function mePage(c: Request): Promise<Response> {
  const context = ownContext(c);
  const { actor } = context;
  const { isOn } = await secondFactorState(context);
  return columnPage(c, {
    title: "Your account",
    success: doneWord(c, done),
    breadcrumbs: [{ text: "Home", href: "/" }],
    children: (
      <>
        <SummaryList
          rows={[
            row("Name", actor.name, { href: "/me/profile", what: "name and profile" }),
            row("Email address", actor.email, { href: "/me/email", what: "email address" }),
            row("Second factor", isOn ? "On: a code from your app" : "Off", {
              href: "/me/security",
              what: "second factor",
            }),
          ]}
        />
        <h2>Your roles</h2>
        {actor.roles.length > 0 ? <Roles roles={actor.roles} /> : <NoRoles />}
        <h2>More</h2>
        <ul className="nhsuk-list nhsuk-list--border">
          {links.map((link) => (
            <li key={link.href}>
              <a href={link.href}>{link.text}</a>
            </li>
          ))}
        </ul>
      </>
    ),
  });
}

const links = [
  { href: "/me/profile", text: "Your profile, and who sees what" },
  { href: "/me/security", text: "Password and codes" },
  { href: "/me/numbers", text: "Numbers that you collect" },
  { href: "/me/improvement-record", text: "Your improvement work, for your appraisal" },
  { href: "/me/mail", text: "What we send you" },
  { href: "/me/sessions", text: "Where you are signed in" },
  { href: "/me/data", text: "What we hold on you" },
  { href: "/me/delete", text: "Delete your account" },
];

type Change = { href: string; what: string };

function row(key: string, value: string, change?: Change) {
  const actions = change && {
    items: [{ href: change.href, text: "Change", visuallyHiddenText: change.what }],
  };
  return { key: { text: key }, value: { text: value }, ...(actions && { actions }) };
}

function Roles({ roles }: { roles: readonly RoleHeld[] }): ReactNode {
  return (
    <ul className="nhsuk-list nhsuk-list--bullet">
      {roles.map((held) => (
        <li key={`${held.bodyId} ${held.role}`}>
          {roleLabels[held.role]}, <a href={`/bodies/${held.bodyCode}`}>{held.bodyName}</a>
        </li>
      ))}
    </ul>
  );
}

function NoRoles(): ReactNode {
  return (
    <p>
      You belong to no organisation here yet. Open the invitation that you were sent, or{" "}
      <a href="/bodies">find your organisation</a> and ask the lead who is named on its page.
    </p>
  );
}
