import type { ReactNode } from "react";
import { PostButton } from "#ui/post-button.tsx";
import type { PlanSeen } from "../plan.ts";
import { planPath } from "./plan-page.tsx";

type Following = { plan: PlanSeen; following: "follows" | "muted" | "no" };

/** One press to hear of it, or to be left in peace. */
export function Follow({ plan, following }: Following): ReactNode {
  const action = planPath(plan, "/follow");
  const ways = {
    follows: { words: "You hear of this plan once a week.", text: "Be silent about it", wish: "mute" },
    muted: { words: "We are silent about this plan.", text: "Hear of it again", wish: "follow" },
    no: { words: "You do not follow this plan.", text: "Hear of it once a week", wish: "follow" },
  } as const;
  const way = ways[following];
  return (
    <div className="tl-talk__ways">
      <p>
        {way.words} <a href="/me/mail">Choose what we send you</a>
      </p>
      <PostButton action={action} text={way.text} fields={{ wish: way.wish }} variant="secondary" small />
    </div>
  );
}
