import { setTimeout as pause } from "node:timers/promises";
import type { Hono, MiddlewareHandler } from "hono";
import { afterAll, beforeAll, expect, test } from "vitest";
import type { Actor, Role } from "#platform/actor.ts";
import type { Env } from "#web/env.ts";
import { body, member, person, type TestBody, type TestPerson } from "#tests/world.ts";
import { openHouse, type House, type Session } from "./setup/house.ts";
import { guards, replacing } from "./setup/without.ts";

let house: House;
let administrator: Session;
let where: TestBody;
beforeAll(async () => {
  house = await openHouse();
  where = await body(house.db);
  const who = await person(house.db);
  await member(house.db, who, where, "administrator");
  administrator = await house.session(who.id, { strong: true });
});
afterAll(() => house.close());

type Leaver = { who: TestPerson; reading: Session; other: Session };
type Revocation = {
  role: Role;
  reads: string;
  end(leaver: Leaver): { path: string; form: Record<string, string>; as: Session };
};

const here = (): string => `/bodies/${where.code}/people`;

/** Ways in which access ends, each with a page that it closes. */
const revocations: Record<string, Revocation> = {
  "the membership ended": {
    role: "member",
    reads: "people",
    end: ({ who }) => ({ path: `${here()}/${who.id}/end`, form: { role: "member" }, as: administrator }),
  },
  "the role became a smaller one": {
    role: "lead",
    reads: "people/invite",
    end: ({ who }) => ({
      path: `${here()}/${who.id}/role`,
      form: { from: "lead", to: "member" },
      as: administrator,
    }),
  },
  "the person left": {
    role: "coach",
    reads: "people",
    end: ({ other }) => ({ path: `${here()}/leave`, form: {}, as: other }),
  },
  "the session was ended from another": {
    role: "member",
    reads: "/me/sessions",
    end: ({ reading, other }) => ({ path: `/me/sessions/${reading.id}/end`, form: {}, as: other }),
  },
  "the account was erased": {
    role: "member",
    reads: "/me/sessions",
    end: ({ who, other }) => ({ path: "/me/delete", form: { email: who.email }, as: other }),
  },
};

const headers = (session: Session) => ({ Cookie: session.cookie, Origin: house.origin });

/** One race: somebody reads on and on, while what lets them read is taken away. Counts reads begun after that. */
async function race(
  app: Hono<Env>,
  { role, reads, end }: Revocation,
): Promise<{ stale: number; read: number }> {
  const who = await person(house.db);
  await member(house.db, who, where, role);
  const leaver = { who, reading: await house.session(who.id), other: await house.session(who.id) };
  const page = reads.startsWith("/") ? reads : `/bodies/${where.code}/${reads}`;
  let over = false;
  let read = 0;
  let stale = 0;
  const readOn = async (): Promise<void> => {
    for (let after = 0; after < 2;) {
      const began = over;
      const { status } = await app.request(`${house.origin}${page}`, { headers: headers(leaver.reading) });
      if (status === 200) read += 1;
      if (began) after += 1;
      if (began && status === 200) stale += 1;
    }
  };
  const reading = readOn();
  await pause(Math.random() * 12);
  const { path, form, as } = end(leaver);
  const sent = { method: "POST", headers: headers(as), body: new URLSearchParams(form) };
  const { status } = await app.request(`${house.origin}${path}`, sent);
  over = true;
  if (status !== 303) throw new Error(`${path} answered ${status}`);
  await reading;
  return { stale, read };
}

async function races(app: Hono<Env>, count: number): Promise<{ stale: number; read: number }> {
  const kinds = Object.values(revocations);
  const sum = { stale: 0, read: 0 };
  for (let done = 0; done < count; done += 4) {
    const some = await Promise.all([0, 1, 2, 3].map((at) => race(app, kinds[(done + at) % kinds.length]!)));
    for (const { stale, read } of some) {
      sum.stale += stale;
      sum.read += read;
    }
  }
  return sum;
}

test("of 500 races between a reader and the end of their access, none is read after it (S7)", async () => {
  const { stale, read } = await races(house.app, 500);
  process.stdout.write(`500 races, ${read} reads before the end, ${stale} after it\n`);
  expect(stale).toBe(0);
  expect(read, "the reader could read before").toBeGreaterThan(500);
}, 90_000);

test("negative control: a program that remembers for a moment who somebody is, is caught", async () => {
  const remembered = new Map<string, Actor>();
  const forgetful = (original: MiddlewareHandler<Env>): MiddlewareHandler<Env> => {
    return async (c, next) => {
      const cookie = c.req.header("Cookie") ?? "";
      const known = remembered.get(cookie);
      if (known) {
        c.set("actor", known);
        return next();
      }
      return original(c, async () => {
        remembered.set(cookie, c.get("actor"));
        setTimeout(() => remembered.delete(cookie), 200);
        await next();
      });
    };
  };
  const { stale } = await races(replacing(house.app, guards.person, forgetful), 20);
  expect(stale).toBeGreaterThan(0);
});

test("what is ended is ended for every role at the next request, in one process as in two (S7)", async () => {
  const second = await import("../../src/app.ts").then(({ createApp }) => createApp(house.services));
  const who = await person(house.db);
  const held = await member(house.db, who, where, "lead");
  const { cookie } = await house.session(who.id);
  const ask = async (app: Hono<Env>): Promise<number> =>
    (await app.request(`${house.origin}${here()}/invite`, { headers: { Cookie: cookie } })).status;
  expect([await ask(house.app), await ask(second)]).toEqual([200, 200]);
  await house.db
    .updateTable("memberships")
    .set({ ended_at: house.clock.now })
    .where("id", "=", held.id)
    .execute();
  expect([await ask(house.app), await ask(second)]).toEqual([403, 403]);
});
