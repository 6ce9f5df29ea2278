import type { ReactNode } from "react";
import { NotFound } from "#platform/problem.ts";
import { isInvitationToken } from "#modules/people/index.ts";
import { Button } from "#ui/nhs/button.tsx";
import { SummaryList } from "#ui/nhs/summary-list.tsx";
import { PostButton } from "#ui/post-button.tsx";
import { columnPage } from "#web/column-page.tsx";
import { contextOf, type Request } from "#web/env.ts";
import { ownContext } from "#web/own-context.ts";
import { joinTeam } from "../commands/join-team.ts";
import { teamInvitationShown, type TeamInvitationShown } from "../queries/team-invitations.ts";
import { roleWords } from "../team-roles.ts";
import { dayInWords } from "#platform/moments.ts";

function tokenOf(c: Request): string {
  const token = c.req.param("token");
  if (!isInvitationToken(token)) throw new NotFound();
  return token;
}

/** Says what the invitation is; only the button takes it. */
export async function joinTeamPage(c: Request): Promise<Response> {
  const token = tokenOf(c);
  const shown = await teamInvitationShown(contextOf(c), token);
  const { invitation } = shown;
  return columnPage(c, {
    title: "You are invited",
    section: "Invitation",
    children: (
      <>
        <SummaryList
          rows={[
            // Its name may be for its team alone, and a link is passed on easily.
            {
              key: "To take part in",
              value: `An improvement ${invitation.planKind} at ${invitation.bodyName}`,
            },
            {
              key: "As",
              value: `${roleWords[invitation.role].label}: ${roleWords[invitation.role].hint.toLowerCase()}`,
            },
            { key: "Invited by", value: invitation.inviterName },
            { key: "Works until", value: dayInWords(invitation.expiresAt) },
          ]}
        />
        <NextStep shown={shown} token={token} />
      </>
    ),
  });
}

function NextStep({ shown, token }: { shown: TeamInvitationShown; token: string }): ReactNode {
  const { invitation, closed, reader } = shown;
  const path = `/plans/join/${token}`;
  const next = encodeURIComponent(path);
  if (reader === "member")
    return (
      <p>
        You are in this team already. <a href={`/plans/${invitation.planId}`}>Go to it</a>
      </p>
    );
  if (closed)
    return (
      <p>
        This invitation cannot be used any more. {closed} Ask {invitation.inviterName} for another one.
      </p>
    );
  if (reader === "other")
    return (
      <p>
        This invitation was sent to another email address. Sign in with the account that has that address, or
        ask {invitation.inviterName} for another one.
      </p>
    );
  if (reader === "invited") return <PostButton action={path} text="Join the team" />;
  return (
    <div className="nhsuk-button-group">
      <Button href={`/sign-up?next=${next}`} text="Open an account" />
      <Button href={`/sign-in?next=${next}`} text="Sign in" variant="secondary" />
    </div>
  );
}

export async function joinTeamForm(c: Request): Promise<Response> {
  const planId = await joinTeam(ownContext(c), tokenOf(c));
  return c.redirect(`/plans/${planId}/team?done=joined`, 303);
}
