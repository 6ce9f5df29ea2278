import type { Context } from "#platform/perform.ts";
import { states } from "./priority.ts";
import { myPriorities } from "./queries/my-priorities.ts";

/** On somebody's own page: the priorities between bodies on which it is their turn to say something. */
export const prioritiesSection = {
  id: "priorities",
  order: 24,
  async draw(context: Context) {
    const waiting = await myPriorities(context);
    if (waiting.length === 0) return null;
    return (
      <section aria-labelledby="priorities-waiting">
        <h2 id="priorities-waiting">Priorities that wait for a word from you</h2>
        <ul className="nhsuk-list tl-plain">
          {waiting.map(({ id, title, from, to, state, isOurs }) => (
            <li key={id}>
              <a href={`/priorities/${id}`}>{title}</a>
              {isOurs
                ? `, which ${from.name} proposed to ${to.name}. ${to.name} answered: ${states[state].toLowerCase()}`
                : `, which ${from.name} proposes to ${to.name}. ${states[state]}`}
            </li>
          ))}
        </ul>
      </section>
    );
  },
};
