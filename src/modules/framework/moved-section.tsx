import type { Context } from "#platform/perform.ts";
import { movedAbovePerson } from "./queries/moved-above.ts";
import { MovedList } from "./views/moved-list.tsx";

/** On somebody's own page: what moved of late in the frameworks that their work serves. */
export const movedSection = {
  id: "moved-above",
  order: 25,
  async draw(context: Context) {
    const moved = await movedAbovePerson(context);
    if (moved.length === 0) return null;
    return (
      <section aria-labelledby="moved-above">
        <h2 id="moved-above">What moved above your work</h2>
        <MovedList moved={moved} withPlan />
      </section>
    );
  },
};
