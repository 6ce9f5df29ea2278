import { Forbidden, Invalid } from "#platform/problem.ts";
import { perform, type Context } from "#platform/perform.ts";
import type { BodySummary } from "../body.ts";
import { mayReceive, mayRestructure, requireStrongSession } from "../policy.ts";
import { close, countOpenBelow, lockBodies } from "../store/write-body.ts";
import { dayOf } from "#platform/day.ts";

export type Closing = { bodies: readonly BodySummary[]; successor: BodySummary | undefined; on: string };

/**
 * One body that closes, or several that become one: each keeps its page, its code and its past, and leads to
 * the successor. Their open teams move there with them.
 */
export async function closeBodies(context: Context, closing: Closing): Promise<number> {
  const { bodies, successor, on } = closing;
  if (!mayClose(context, closing)) throw new Forbidden();
  requireStrongSession(context.actor);
  refuseImpossible(closing, dayOf(context.at));
  const ids = bodies.map((body) => body.id);
  return perform(context, async (tx) => {
    await refuseClosed(tx, closing);
    if (!successor) await refuseOpenBelow(tx, ids);
    await close(tx, { ids, on, successorId: successor?.id ?? null });
    const [first] = bodies;
    return {
      result: ids.length,
      did: {
        action: successor ? "merge-bodies" : "close-bodies",
        kind: "body",
        id: successor?.id ?? first!.id,
        bodyId: successor?.id ?? first!.id,
        detail: { closed: ids, on },
      },
    };
  });
}

function mayClose({ actor }: Context, { bodies, successor }: Closing): boolean {
  return bodies.every((body) => mayRestructure(actor, body)) && (!successor || mayReceive(actor, successor));
}

function refuseImpossible({ bodies, successor, on }: Closing, today: string): void {
  if (on > today)
    throw new Invalid([{ field: "on", message: "The date of closing must be today or in the past" }]);
  for (const body of bodies) {
    if (body.openedOn !== null && on < body.openedOn) {
      throw new Invalid([{ field: "on", message: `${body.name} opened after that date` }]);
    }
    if (successor && (successor.id === body.id || successor.ancestors.includes(body.id))) {
      throw new Invalid([
        { field: "bodies", message: `${body.name} cannot become itself or a part of itself` },
      ]);
    }
  }
}

async function refuseClosed(
  tx: Parameters<typeof lockBodies>[0],
  { bodies, successor }: Closing,
): Promise<void> {
  const all = successor ? [...bodies, successor] : bodies;
  const locked = await lockBodies(
    tx,
    all.map((body) => body.id),
  );
  const closed = all.find((body) => locked.some((one) => one.id === body.id && one.closedOn !== null));
  if (closed) throw new Invalid([{ field: "bodies", message: `${closed.name} is closed already` }]);
}

async function refuseOpenBelow(tx: Parameters<typeof countOpenBelow>[0], ids: string[]): Promise<void> {
  const count = await countOpenBelow(tx, ids);
  if (count === 0) return;
  const said = count === 1 ? "1 open body stands" : `${count} open bodies stand`;
  throw new Invalid([
    { field: "successor", message: `${said} below it: say what it became, or close or move those first` },
  ]);
}
