import type { ReactNode } from "react";
import { NotFound } from "#platform/problem.ts";
import { Button } from "#ui/nhs/button.tsx";
import { SummaryList } from "#ui/nhs/summary-list.tsx";
import { contextOf, type Request } from "#web/env.ts";
import { acceptInvitation } from "../commands/accept-invitation.ts";
import { isInvitationToken } from "../invitation.ts";
import { inWords } from "#platform/moments.ts";
import { invitationShown, type InvitationShown } from "../queries/invitation-shown.ts";
import { roleLabels } from "../role-words.ts";
import { PostButton } from "#ui/post-button.tsx";
import { columnPage } from "#web/column-page.tsx";
import { ownContext } from "#web/own-context.ts";
import { withNext } from "./request.ts";

function tokenOf(c: Request): string {
  const token = c.req.param("token");
  if (!isInvitationToken(token)) throw new NotFound();
  return token;
}

/** Says what the invitation is; only the button takes it. */
export async function invitationPage(c: Request): Promise<Response> {
  const token = tokenOf(c);
  const shown = await invitationShown(contextOf(c), token);
  return columnPage(c, {
    title: "You are invited",
    section: "Invitation",
    children: (
      <>
        <SummaryList
          rows={[
            { key: "To join", value: `${shown.bodyName} (${shown.bodyKind})` },
            { key: "As", value: roleLabels[shown.role] },
            { key: "Invited by", value: shown.inviterName },
            { key: "Works until", value: inWords(shown.expiresAt) },
          ]}
        />
        <NextStep shown={shown} token={token} />
      </>
    ),
  });
}

function NextStep({ shown, token }: { shown: InvitationShown; token: string }): ReactNode {
  const path = `/invitations/${token}`;
  if (shown.reader === "member") {
    return (
      <p>
        You have this role already. <a href={`/bodies/${shown.bodyCode}`}>Go to {shown.bodyName}</a>
      </p>
    );
  }
  if (shown.closed) {
    return (
      <p>
        This invitation cannot be used any more. {shown.closed} Ask {shown.inviterName} for another one.
      </p>
    );
  }
  if (shown.reader === "other") {
    return (
      <p>
        This invitation was sent to another email address. Sign in with the account that has that address, or
        ask {shown.inviterName} for another one.
      </p>
    );
  }
  if (shown.reader === "invited") return <PostButton action={path} text={`Join ${shown.bodyName}`} />;
  return (
    <div className="nhsuk-button-group">
      <Button href={withNext("/sign-up", path)} text="Open an account" />
      <Button href={withNext("/sign-in", path)} text="Sign in" variant="secondary" />
    </div>
  );
}

export async function acceptForm(c: Request): Promise<Response> {
  const code = await acceptInvitation(ownContext(c), tokenOf(c));
  return c.redirect(`/bodies/${code}/people?done=joined`, 303);
}
