import { listOf, type Columns } from "#platform/list-file.ts";
import type { ReactNode } from "react";
import { isPerson } from "#platform/actor.ts";
import { isId } from "#platform/id.ts";
import { NotFound } from "#platform/problem.ts";
import { groupRoles, type GroupRole } from "#modules/people/index.ts";
import { Button } from "#ui/nhs/button.tsx";
import { Details } from "#ui/nhs/details.tsx";
import { Select } from "#ui/nhs/select.tsx";
import { PersonLine } from "#ui/person-line.tsx";
import { PostButton } from "#ui/post-button.tsx";
import { contextOf, type Request } from "#web/env.ts";
import { doneWord } from "#web/done-word.ts";
import { ownContext } from "#web/own-context.ts";
import { changeTeamRole, handOverLead } from "../commands/hand-over-lead.ts";
import { leaveTeam } from "../commands/leave-team.ts";
import { planTeam, type PlanTeam } from "../queries/plan-team.ts";
import { partnerNotes, willingPeople } from "../queries/plan-partners.ts";
import { Partners } from "../views/partners.tsx";
import type { PlanSeen } from "../plan.ts";
import type { TeamMember } from "../team.ts";
import { roleWords } from "../team-roles.ts";
import { dayInWords } from "#platform/moments.ts";
import { LeadGone } from "../views/lead-gone.tsx";
import { planPage, planPath } from "../views/plan-page.tsx";
import type { PlanFrame } from "../workspace-parts.ts";
import { planOf } from "./plan-of.ts";

const done = {
  role: "The role is changed.",
  lead: "The lead is handed over.",
  removed: "They are no longer in the team. What they wrote stays.",
  joined: "You are in the team.",
  invited: "The invitation is on its way.",
  notes: "Your notes are saved.",
};

const columns: Columns<TeamMember> = {
  name: ["Name", (one) => one.name],
  role: ["Takes part as", (one) => roleWords[one.role].label],
  jobTitle: ["Job title", (one) => one.jobTitle],
  organisation: ["Where", (one) => one.bodyName],
  address: ["Address", (one) => `/people/${one.userId}`],
};

export async function teamPage(c: Request): Promise<Response> {
  const context = contextOf(c);
  const frame = await planOf(c);
  const team = await planTeam(context, frame.plan);
  const notes = await partnerNotes(context, frame.plan);
  const willing = frame.plan.hasPartner
    ? []
    : await willingPeople(context, frame.plan, { role: "patient-partner", most: 6 });
  const me = isPerson(context.actor) ? context.actor.id : "";
  return planPage(c, frame, {
    under: "team",
    title: frame.words.team,
    success: doneWord(c, done),
    list: listOf({ name: "team", columns, rows: team.members }),
    children: (
      <>
        <LeadGone plan={frame.plan} />
        <Members frame={frame} team={team} me={me} />
        {team.can.invite ? <Invite path={planPath(frame.plan, "/team")} /> : null}
        <Partners frame={frame} notes={notes} willing={willing} canInvite={team.can.invite} />
        <Former team={team} />
      </>
    ),
  });
}

function Invite({ path }: { path: string }): ReactNode {
  return (
    <div className="nhsuk-button-group">
      <Button href={`${path}/invite`} text="Invite somebody" />
      <Button href={`${path}/invite-code`} text="Print a QR code" variant="secondary" />
      <a href={path.replace(/team$/, "hand-over")}>Hand-over pack</a>
    </div>
  );
}

type TeamProps = { frame: PlanFrame; team: PlanTeam; me: string };

function Members({ frame: { plan }, team, me }: TeamProps): ReactNode {
  if (team.members.length === 0) return <p>Sign in to see who takes part.</p>;
  return (
    <ul className="tl-people">
      {team.members.map((one) => (
        <li key={one.userId}>
          <PersonLine
            name={one.name}
            href={`/people/${one.userId}`}
            job={roleWords[one.role].label}
            place={[one.jobTitle, one.bodyName].filter(Boolean).join(", ")}
          >
            <MemberActions
              member={one}
              can={team.can}
              isMe={one.userId === me}
              leaving={leavingWords(plan, team)}
              path={planPath(plan, "/team")}
            />
          </PersonLine>
        </li>
      ))}
    </ul>
  );
}

type ActionsProps = {
  member: TeamMember;
  can: PlanTeam["can"];
  isMe: boolean;
  leaving: string;
  path: string;
};

/** What it means that a lead goes. */
function leavingWords(plan: PlanSeen, { members }: PlanTeam): string {
  if (members.length > 1)
    return "If you leave without handing over, the others are told that nobody leads it.";
  return plan.visibility === "team"
    ? "You are the only one in it, and only its team sees it: if you leave, nobody can open it any more. Invite somebody first, or let more people see it."
    : "You are the only one in it: if you leave, it says to everybody who sees it that nobody leads it.";
}

function MemberActions({ member, can, isMe, leaving, path }: ActionsProps): ReactNode {
  if (!can.lead && !isMe) return null;
  const one = `${path}/${member.userId}`;
  return (
    <Details summary={isMe ? "Change your part in it" : "Change"}>
      {can.lead && member.role !== "lead" ? (
        <>
          <PostButton action={`${one}/lead`} text={`Hand the lead over to ${member.name}`} small />
          <RoleForm member={member} action={`${one}/role`} />
        </>
      ) : null}
      <PostButton
        action={`${one}/leave`}
        text={isMe ? "Leave the team" : "Take out of the team"}
        about={isMe ? "" : member.name}
        variant="secondary"
        small
      />
      {isMe && member.role === "lead" ? <p>{leaving}</p> : null}
    </Details>
  );
}

function RoleForm({ member, action }: { member: TeamMember; action: string }): ReactNode {
  const id = `role-${member.userId}`;
  return (
    <form action={action} method="post">
      <Select
        id={id}
        name="role"
        label={{ text: `What ${member.name} is` }}
        value={member.role}
        items={groupRoles
          .filter((role) => role !== "lead")
          .map((role) => ({ value: role, text: roleWords[role].label }))}
      />
      <Button text="Save" variant="secondary" small />
    </form>
  );
}

function Former({ team }: { team: PlanTeam }): ReactNode {
  if (team.former.length === 0) return null;
  return (
    <Details summary="Who was in it before">
      <ul className="nhsuk-list nhsuk-list--bullet">
        {team.former.map((one) => (
          <li key={one.userId}>
            {one.name}, {roleWords[one.role].label.toLowerCase()}, until {dayInWords(one.until)}
          </li>
        ))}
      </ul>
    </Details>
  );
}

function memberOf(c: Request): { planId: string; userId: string } {
  const userId = c.req.param("userId");
  if (!isId(userId)) throw new NotFound();
  return { planId: c.req.param("id") ?? "", userId };
}

export async function handOverForm(c: Request): Promise<Response> {
  const { planId, userId } = memberOf(c);
  await handOverLead(ownContext(c), planId, userId);
  return c.redirect(`/plans/${planId}/team?done=lead`, 303);
}

export async function changeRoleForm(c: Request): Promise<Response> {
  const { planId, userId } = memberOf(c);
  const asked = c.get("form")?.get("role");
  const role: GroupRole | undefined = groupRoles.find((one) => one === asked && one !== "lead");
  if (!role) throw new NotFound();
  await changeTeamRole(ownContext(c), planId, { userId, role });
  return c.redirect(`/plans/${planId}/team?done=role`, 303);
}

/** Whoever leaves what only its team sees is led home. */
export async function leaveTeamForm(c: Request): Promise<Response> {
  const { planId, userId } = memberOf(c);
  const context = ownContext(c);
  const { role } = await leaveTeam(context, planId, userId);
  const left = role === "lead" ? "left-lead" : "left";
  const next = userId === context.actor.id ? `/plans?done=${left}` : `/plans/${planId}/team?done=removed`;
  return c.redirect(next, 303);
}
