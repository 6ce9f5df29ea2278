import type { BodySlot } from "#modules/places/index.ts";
import { bodyTeam } from "./queries/body-team.ts";
import { BodyTeam } from "./views/body-team.tsx";

/** The people's part of the page of a body. */
export const membersSlot: BodySlot = {
  id: "people",
  order: 30,
  async draw(context, body) {
    const team = await bodyTeam(context, body);
    return team ? <BodyTeam team={team} code={body.code} name={body.name} /> : null;
  },
};
