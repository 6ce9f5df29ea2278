import type { ReactNode } from "react";
import { Button } from "#ui/nhs/button.tsx";
import { PersonLine } from "#ui/person-line.tsx";

type Team = {
  leads: { userId: string; name: string }[];
  count: number;
  isMember: boolean;
  can: { see: boolean; invite: boolean };
};

/** Who works here, for the page of a body. */
export function BodyTeam({ team, code, name }: { team: Team; code: string; name: string }): ReactNode {
  const people = `/bodies/${code}/people`;
  return (
    <section>
      <h2>People</h2>
      {team.leads.map((lead) => (
        <PersonLine
          key={lead.userId}
          name={lead.name}
          job="Lead"
          href={team.can.see ? `/people/${lead.userId}` : undefined}
        />
      ))}
      {team.leads.length === 0 ? <p>Nobody leads here yet.</p> : null}
      {team.can.see && team.count > 0 ? (
        <p>
          <a href={people}>
            {team.count === 1 ? "See the 1 person" : `See all ${team.count.toLocaleString("en-GB")} people`}{" "}
            here
          </a>
        </p>
      ) : null}
      {team.can.invite ? (
        <Button href={`${people}/invite`} text="Invite somebody" variant="secondary" />
      ) : null}
      {team.isMember ? null : (
        <p>
          You are not a member of {name}. If you work here, ask {askWhom(team)} for an invitation.
        </p>
      )}
    </section>
  );
}

function askWhom({ leads }: Team): string {
  return leads[0]?.name ?? "its contact";
}
