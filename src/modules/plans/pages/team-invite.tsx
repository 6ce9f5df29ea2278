import type { ReactNode } from "react";
import { z } from "zod";
import { isId } from "#platform/id.ts";
import { Forbidden, NotFound } from "#platform/problem.ts";
import { codeReach, InvitationSheet, invitedEmail, mostDays } from "#modules/people/index.ts";
import { PostButton } from "#ui/post-button.tsx";
import { contextOf, type Request } from "#web/env.ts";
import { columnPage } from "#web/column-page.tsx";
import { defineForm } from "#web/form/form.ts";
import type { FormState } from "#web/form/form-view.tsx";
import { submitForm } from "#web/form/submit-form.ts";
import { ownContext } from "#web/own-context.ts";
import { inviteToTeam, withdrawFromTeam } from "../commands/invite-to-team.ts";
import type { Plans } from "../plans-services.ts";
import { mayInviteToTeam } from "../policy.ts";
import { openTeamInvitations, printedTeamInvitation } from "../queries/team-invitations.ts";
import type { TeamInvitation } from "../team-invitation.ts";
import { invitedRoles, roleWords } from "../team-roles.ts";
import { planFormPage, planPath } from "../views/plan-page.tsx";
import { dayInWords } from "#platform/moments.ts";
import type { PlanFrame } from "../workspace-parts.ts";
import { planOf } from "./plan-of.ts";

const role = {
  kind: "choice",
  label: "As what",
  options: invitedRoles.map((value) => ({ value, ...roleWords[value] })),
  schema: z.enum(invitedRoles, "Choose what they are invited as"),
} as const;

const mailForm = defineForm({ email: invitedEmail, role });

const codeForm = defineForm({ role, ...codeReach });

async function teamOf(c: Request): Promise<PlanFrame> {
  const frame = await planOf(c);
  if (!mayInviteToTeam(contextOf(c).actor, frame.plan))
    throw new Forbidden("Only its team can invite somebody.");
  return frame;
}

const invitedAs = (c: Request) => invitedRoles.find((one) => one === c.req.query("as")) ?? "member";

export async function teamInvitePage(c: Request): Promise<Response> {
  const frame = await teamOf(c);
  return drawMail(c, frame, { typed: { role: invitedAs(c) } });
}

async function drawMail(c: Request, frame: PlanFrame, state: FormState, status = 200): Promise<Response> {
  const path = planPath(frame.plan, "/team");
  const open = await openTeamInvitations(contextOf(c), frame.plan);
  const page = {
    under: "team",
    title: "Invite somebody",
    form: mailForm,
    action: `${path}/invite`,
    submit: "Send the invitation",
    children: (
      <p>
        They get a link that works for {mostDays} days, and need no account before. To invite several at once,{" "}
        <a href={`${path}/invite-code`}>print a QR code</a>.
      </p>
    ),
    after: <OpenInvitations open={open} path={path} />,
  } as const;
  return planFormPage(c, frame, page, { state, status });
}

function OpenInvitations({ open, path }: { open: readonly TeamInvitation[]; path: string }): ReactNode {
  if (open.length === 0) return null;
  return (
    <>
      <h2>Invitations that can still be used</h2>
      <ul className="tl-people">
        {open.map((one) => (
          <li key={one.id}>
            <p>
              <a href={`${path}/invitations/${one.id}`}>
                {one.email ?? `QR code, ${one.usesLeft} uses left`}
              </a>
              , as {roleWords[one.role].label.toLowerCase()}, until {dayInWords(one.expiresAt)}
            </p>
            <PostButton
              action={`${path}/invitations/${one.id}/withdraw`}
              text="Withdraw"
              about={`the invitation for ${one.email ?? "a QR code"}`}
              variant="secondary"
              small
            />
          </li>
        ))}
      </ul>
    </>
  );
}

export async function sendTeamInvitation(c: Request, plans: Plans): Promise<Response> {
  const context = ownContext(c);
  const frame = await teamOf(c);
  return submitForm(c, {
    form: mailForm,
    act: async (given) => {
      await inviteToTeam(context, plans, frame.plan.id, { ...given, days: mostDays });
      return c.redirect(planPath(frame.plan, "/team?done=invited"), 303);
    },
    redraw: (state, status) => drawMail(c, frame, state, status),
  });
}

export async function teamCodePage(c: Request): Promise<Response> {
  const frame = await teamOf(c);
  return drawCode(c, frame, { typed: { role: invitedAs(c), uses: "10", days: "7" } });
}

function drawCode(c: Request, frame: PlanFrame, state: FormState, status = 200): Response {
  const page = {
    under: "team",
    title: "Print a QR code that invites",
    form: codeForm,
    action: planPath(frame.plan, "/team/invite-code"),
    submit: "Make the QR code",
    children: (
      <p>
        Whoever scans it, or types its link, can join the team. Put it where only the right people see it.
      </p>
    ),
  } as const;
  return planFormPage(c, frame, page, { state, status });
}

export async function makeTeamCode(c: Request, plans: Plans): Promise<Response> {
  const context = ownContext(c);
  const frame = await teamOf(c);
  return submitForm(c, {
    form: codeForm,
    act: async (given) => {
      const id = await inviteToTeam(context, plans, frame.plan.id, given);
      return c.redirect(planPath(frame.plan, `/team/invitations/${id}`), 303);
    },
    redraw: (state, status) => drawCode(c, frame, state, status),
  });
}

/** A sheet for the wall. */
export async function printedTeamCode(c: Request, plans: Plans): Promise<Response> {
  const { plan } = await teamOf(c);
  const id = c.req.param("invitation");
  if (!isId(id)) throw new NotFound();
  const invitation = await printedTeamInvitation(contextOf(c), plans, { plan, id });
  return columnPage(c, {
    title: `Join ${plan.title}`.slice(0, 65),
    section: "Invitation",
    backLink: { text: "Back to the invitations", href: planPath(plan, "/team/invite") },
    children: (
      <InvitationSheet
        invitation={invitation}
        as={{ key: "As", value: roleWords[invitation.role].label }}
        then="You are then in the team."
      />
    ),
  });
}

export async function withdrawTeamInvitationForm(c: Request): Promise<Response> {
  const id = c.req.param("invitation");
  if (!isId(id)) throw new NotFound();
  const planId = c.req.param("id") ?? "";
  await withdrawFromTeam(ownContext(c), planId, id);
  return c.redirect(`/plans/${planId}/team/invite`, 303);
}
