import { isPerson } from "#platform/actor.ts";
import type { BodySlot } from "#modules/places/index.ts";
import { bodyLine } from "./queries/body-line.ts";
import { WayUp } from "./views/way-up.tsx";

/** On the page of a ward, trust or place: the way from its work up to the national aim. */
export const lineSlot: BodySlot = {
  id: "way-up",
  order: 40,
  async draw(context, body) {
    const { way, frameworks } = await bodyLine(context, body.id);
    const isInside = isPerson(context.actor) && context.actor.roles.some((held) => held.bodyId === body.id);
    if (way.length === 0 && !isInside) return null;
    return (
      <section aria-labelledby="way-up-title">
        <h2 id="way-up-title">From here to the national aim</h2>
        {way.length === 0 ? <p>No work here says that it serves anything above.</p> : null}
        <WayUp way={way} frameworks={frameworks} />
        {isInside ? (
          <p>
            <a href={`/bodies/${body.code}/priorities`}>Priorities proposed to you, and by you</a>
          </p>
        ) : null}
      </section>
    );
  },
};
