import { listOf, type Columns } from "#platform/list-file.ts";
import { askedPage } from "#web/take-away.tsx";
import { z } from "zod";
import type { Role } from "#platform/actor.ts";
import { NotFound } from "#platform/problem.ts";
import type { BodySummary } from "#modules/places/index.ts";
import { Table } from "#ui/nhs/table.tsx";
import { contextOf, type Request } from "#web/env.ts";
import { defineForm } from "#web/form/form.ts";
import type { FormState } from "#web/form/form-view.tsx";
import { submitForm } from "#web/form/submit-form.ts";
import { invite } from "../commands/invite.ts";
import { withdrawInvitation } from "../commands/withdraw-invitation.ts";
import { mostDays } from "../invitation.ts";
import { codeReach, invitedEmail } from "../invitation-fields.ts";
import { dayInWords } from "#platform/moments.ts";
import type { People } from "../people.ts";
import {
  openInvitations,
  printedInvitation,
  type OpenInvitations,
  rolesToInvite,
} from "../queries/body-people.ts";
import { roleHints, roleLabels } from "../role-words.ts";
import { PageLinks } from "#ui/page-links.tsx";
import { PostButton } from "#ui/post-button.tsx";
import { InvitationSheet } from "../views/invitation-sheet.tsx";
import { theBody } from "./body-people.tsx";
import { columnPage } from "#web/column-page.tsx";
import { accountForm } from "./account-form.tsx";
import { isId } from "#platform/id.ts";
import { doneWord } from "#web/done-word.ts";
import { ownContext } from "#web/own-context.ts";

function roleField(roles: readonly Role[]) {
  return {
    kind: "choice",
    label: "Role",
    options: roles.map((role) => ({ value: role, label: roleLabels[role], hint: roleHints[role] })),
    schema: z.enum(roles as [Role, ...Role[]], "Choose a role"),
  } as const;
}

const emailForm = (roles: readonly Role[]) => defineForm({ email: invitedEmail, role: roleField(roles) });

const linkForm = (roles: readonly Role[]) => defineForm({ role: roleField(roles), ...codeReach });

type Invite = { body: BodySummary; roles: Role[] };

async function inviteTo(c: Request): Promise<Invite> {
  const body = await theBody(c);
  return { body, roles: rolesToInvite(contextOf(c), body) };
}

export async function invitePage(c: Request): Promise<Response> {
  return drawInvite(c, await inviteTo(c));
}

function drawInvite(c: Request, { body, roles }: Invite, state: FormState = {}, status = 200): Response {
  const here = `/bodies/${body.code}/people`;
  return accountForm(
    c,
    {
      title: "Invite somebody",
      section: body.name,
      form: emailForm(roles),
      action: `${here}/invite`,
      submit: "Send the invitation",
      backLink: { text: `Back to people of ${body.name}`, href: here },
      children: (
        <p>
          We send an email with a link that works for {mostDays} days. To invite a whole team at once,{" "}
          <a href={`${here}/invite-link`}>print a QR code</a> instead.
        </p>
      ),
    },
    state,
    status,
  );
}

export async function inviteForm(c: Request, people: People): Promise<Response> {
  const to = await inviteTo(c);
  return submitForm(c, {
    form: emailForm(to.roles),
    act: async (values) => {
      await invite(ownContext(c), people, to.body, { ...values, days: mostDays });
      return c.redirect(`/bodies/${to.body.code}/people?done=invited`, 303);
    },
    redraw: (state, status) => drawInvite(c, to, state, status),
  });
}

export async function inviteLinkPage(c: Request): Promise<Response> {
  return drawInviteLink(c, await inviteTo(c), { typed: { uses: "10", days: "7" } });
}

function drawInviteLink(c: Request, { body, roles }: Invite, state: FormState, status = 200): Response {
  const here = `/bodies/${body.code}/people`;
  return accountForm(
    c,
    {
      title: "Print a QR code that invites",
      section: body.name,
      form: linkForm(roles),
      action: `${here}/invite-link`,
      submit: "Make the QR code",
      backLink: { text: "Back", href: `${here}/invite` },
      children: (
        <p>
          Whoever scans the code, or types its link, can join with the role that you choose. Put it where only
          the right people see it.
        </p>
      ),
    },
    state,
    status,
  );
}

export async function inviteLinkForm(c: Request, people: People): Promise<Response> {
  const to = await inviteTo(c);
  return submitForm(c, {
    form: linkForm(to.roles),
    act: async (values) => {
      const id = await invite(ownContext(c), people, to.body, values);
      return c.redirect(`/bodies/${to.body.code}/people/invitations/${id}`, 303);
    },
    redraw: (state, status) => drawInviteLink(c, to, state, status),
  });
}

const invitationColumns: Columns<OpenInvitations["invitations"][number]> = {
  to: ["For", (one) => one.email ?? "QR code"],
  usesLeft: ["Uses left", (one) => one.usesLeft],
  role: ["Role", (one) => roleLabels[one.role]],
  until: ["Until", (one) => one.expiresAt],
};

export async function invitationsPage(c: Request): Promise<Response> {
  const body = await theBody(c);
  const { invitations, paging } = await openInvitations(contextOf(c), body, askedPage(c));
  const here = `/bodies/${body.code}/people/invitations`;
  return columnPage(c, {
    title: "Open invitations",
    section: body.name,
    part: { page: paging.page, of: paging.pages },
    backLink: { text: `Back to people of ${body.name}`, href: `/bodies/${body.code}/people` },
    success: doneWord(c, { withdrawn: "The invitation is withdrawn." }),
    list: listOf({
      name: `open-invitations-${body.code.toLowerCase()}`,
      columns: invitationColumns,
      rows: invitations,
      total: paging.total,
    }),
    children:
      invitations.length === 0 ? (
        <>
          <p>There are none. An invitation is open until it is used up, runs out or is withdrawn.</p>
          <p>
            <a href={`/bodies/${body.code}/people/invite`}>Invite somebody</a>
          </p>
        </>
      ) : (
        <>
          <Table
            caption="Invitations that can still be used"
            responsive
            firstCellIsHeader
            head={["For", "Role", "Until", "Action"]}
            rows={invitations.map((one) => {
              const who = one.email ?? `QR code, ${one.usesLeft} uses left`;
              return [
                { html: <a href={`${here}/${one.id}`}>{who}</a> },
                roleLabels[one.role],
                dayInWords(one.expiresAt),
                {
                  html: (
                    <PostButton
                      action={`${here}/${one.id}/withdraw`}
                      text="Withdraw"
                      about={`invitation for ${who}`}
                      variant="secondary"
                      small
                    />
                  ),
                },
              ];
            })}
          />
          <PageLinks paging={paging} href={(page) => `${here}?page=${page}`} />
        </>
      ),
  });
}

export async function printedInvitationPage(c: Request, people: People): Promise<Response> {
  const id = c.req.param("id");
  if (!isId(id)) throw new NotFound();
  const body = await theBody(c);
  const invitation = await printedInvitation(contextOf(c), people, body, id);
  return columnPage(c, {
    title: `Join ${body.name}`.slice(0, 65),
    section: "Invitation",
    backLink: { text: "Back to open invitations", href: `/bodies/${body.code}/people/invitations` },
    children: (
      <InvitationSheet
        invitation={invitation}
        as={{ key: "Role", value: roleLabels[invitation.role] }}
        then="You then see what the others here see."
      />
    ),
  });
}

export async function withdrawForm(c: Request): Promise<Response> {
  const id = c.req.param("id");
  if (!isId(id)) throw new NotFound();
  const body = await theBody(c);
  await withdrawInvitation(ownContext(c), body, id);
  return c.redirect(`/bodies/${body.code}/people/invitations?done=withdrawn`, 303);
}
