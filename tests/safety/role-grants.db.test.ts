import { createHash, randomBytes } from "node:crypto";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { roles, type Role } from "#platform/actor.ts";
import { body, member, person, type TestBody, type TestPerson } from "#tests/world.ts";
import { outcomeOf, type Outcome } from "./outcome.ts";
import { isHarmless, type Change } from "./setup/changes.ts";
import { openHouse, type House } from "./setup/house.ts";

let house: House;
beforeAll(async () => {
  house = await openHouse({ undo: true });
});
afterAll(() => house.close());

const ordinary: readonly Role[] = ["member", "lead", "coach", "analyst", "board-member", "patient-partner"];

const kinds = ["acute-trust", "ahsn", "national-body"] as const;
type Kind = (typeof kinds)[number];

/**
 * Who may give what, from the promise that nobody gives a role above their own: leads give what works in the
 * body, administrators also what governs it. Advisers belong to areas of support, officers to national bodies.
 */
function gives(role: Role, kind: Kind): readonly Role[] {
  const working: Role[] = kind === "ahsn" ? [...ordinary, "adviser"] : [...ordinary];
  if (role === "lead") return working;
  if (role !== "administrator") return [];
  return [...working, "administrator", ...(kind === "national-body" ? (["officer"] as const) : [])];
}

type Place = { where: TestBody; subject: TestPerson; actors: Record<Role, { cookie: string; id: string }> };
const places = {} as Record<Kind, Place>;

beforeAll(async () => {
  for (const kind of kinds) {
    const where = await body(house.db, { kind });
    const subject = await person(house.db);
    await member(house.db, subject, where, "member");
    // There is another administrator, so that nobody here is the last.
    await member(house.db, await person(house.db), where, "administrator");
    const actors = {} as Place["actors"];
    for (const role of roles) {
      const who = await person(house.db);
      await member(house.db, who, where, role);
      actors[role] = { id: who.id, cookie: (await house.session(who.id, { strong: true })).cookie };
    }
    places[kind] = { where, subject, actors };
  }
  await house.changes();
});

type Sent = { path: string; cookie: string; form: Record<string, string> };

async function post({ path, cookie, form }: Sent): Promise<{ outcome: Outcome; changes: Change[] }> {
  const response = await house.app.request(`${house.origin}${path}`, {
    method: "POST",
    headers: { Cookie: cookie, Origin: house.origin },
    body: new URLSearchParams(form),
  });
  const changes = (await house.changes()).filter((change) => !isHarmless(change));
  return { outcome: outcomeOf(response, house.origin), changes };
}

/** The ways in which a role is given: by mail, by a printed link, in place of another, and to oneself. */
const ways: Record<string, (place: Place, giver: Role, given: Role) => Sent> = {
  "invites by mail": ({ where, actors }, giver, given) => ({
    path: `/bodies/${where.code}/people/invite`,
    cookie: actors[giver].cookie,
    form: { email: "somebody@example.test", role: given },
  }),
  "prints a link": ({ where, actors }, giver, given) => ({
    path: `/bodies/${where.code}/people/invite-link`,
    cookie: actors[giver].cookie,
    form: { role: given, uses: "1", days: "1" },
  }),
  "changes a role": ({ where, actors, subject }, giver, given) => ({
    path: `/bodies/${where.code}/people/${subject.id}/role`,
    cookie: actors[giver].cookie,
    form: { from: "member", to: given },
  }),
  "changes the own role": ({ where, actors }, giver, given) => ({
    path: `/bodies/${where.code}/people/${actors[giver].id}/role`,
    cookie: actors[giver].cookie,
    form: { from: giver, to: given },
  }),
};

/** Given in place of the same role nothing changes, which is a problem of the form and no wrong denial. */
const isSame = (way: string, giver: Role, given: Role): boolean =>
  (way === "changes a role" && given === "member") || (way === "changes the own role" && giver === given);

describe("nobody gives a role above their own (S11)", () => {
  describe.each(kinds)("in a body of kind %s", (kind) => {
    test.each(Object.keys(ways))("who %s: 81 cells", async (way) => {
      const faults: string[] = [];
      for (const giver of roles) {
        for (const given of roles) {
          const may = gives(giver, kind).includes(given) && !isSame(way, giver, given);
          const { outcome, changes } = await house.attempt(() =>
            post(ways[way]!(places[kind], giver, given)),
          );
          const did = outcome === "done" && changes.length > 0;
          if (did !== may || (!may && changes.length > 0)) faults.push(`${giver} gives ${given}: ${outcome}`);
        }
      }
      expect(faults).toEqual([]);
    });
  });

  test("negative control: with the standing of an administrator, everybody would", async () => {
    const { where, actors } = places["acute-trust"];
    const given = await house.attempt(async () => {
      await member(house.db, { id: actors.coach.id }, where, "administrator");
      await house.changes();
      return post(ways["changes a role"]!(places["acute-trust"], "coach", "administrator"));
    });
    expect(given.outcome).toBe("done");
  });

  test("what somebody gave is worth nothing once they could not give it any more", async () => {
    const { where, actors } = places["acute-trust"];
    const newcomer = await person(house.db);
    const { cookie } = await house.session(newcomer.id);
    const token = randomBytes(32).toString("base64url");
    await house.db
      .insertInto("invitations")
      .values({
        body_id: where.id,
        role: "administrator",
        token_digest: createHash("sha256").update(token).digest(),
        uses_left: 1,
        created_by: actors.administrator.id,
        created_at: house.clock.now,
        expires_at: new Date(house.clock.now.getTime() + 3_600_000),
      })
      .execute();
    await house.changes();
    const accept = () => post({ path: `/invitations/${token}`, cookie, form: {} });
    const fates: Record<string, () => Promise<unknown>> = {
      "their role ended": () =>
        house.db
          .updateTable("memberships")
          .set({ ended_at: house.clock.now })
          .where("user_id", "=", actors.administrator.id)
          .execute(),
      "their role is a smaller one": () =>
        house.db
          .updateTable("memberships")
          .set({ role: "lead" })
          .where("user_id", "=", actors.administrator.id)
          .execute(),
      "it was withdrawn": () =>
        house.db
          .updateTable("invitations")
          .set({ withdrawn_at: house.clock.now })
          .where("body_id", "=", where.id)
          .execute(),
      "it ran out": () =>
        house.db
          .updateTable("invitations")
          .set({ expires_at: house.clock.now })
          .where("body_id", "=", where.id)
          .execute(),
      "the body has closed": () =>
        house.db.updateTable("bodies").set({ closed_on: "2026-01-01" }).where("id", "=", where.id).execute(),
      "it was used up": () =>
        house.db.updateTable("invitations").set({ uses_left: 0 }).where("body_id", "=", where.id).execute(),
    };
    for (const [fate, comes] of Object.entries(fates)) {
      await house.attempt(async () => {
        await comes();
        await house.changes();
        const { outcome, changes } = await accept();
        expect([outcome, changes.length], fate).toEqual(["refused", 0]);
      });
    }
    // Negative control: left alone, it works.
    await house.attempt(async () => expect((await accept()).outcome).toBe("done"));
  });
});

describe("a body keeps an administrator, and others' administrators are safe (S11)", () => {
  let only: { where: TestBody; id: string; email: string; cookie: string };
  let platform: string;
  beforeAll(async () => {
    const where = await body(house.db);
    const who = await person(house.db);
    await member(house.db, who, where, "administrator");
    only = { where, ...who, cookie: (await house.session(who.id, { strong: true })).cookie };
    const top = await person(house.db);
    const nation = await body(house.db, { kind: "nation" });
    await member(house.db, top, nation, "administrator");
    await member(house.db, await person(house.db), nation, "administrator");
    platform = (await house.session(top.id, { strong: true })).cookie;
    await house.changes();
  });

  const waysOut: Record<string, (cookie: string) => Sent> = {
    "is taken away": (cookie) => ({
      path: `/bodies/${only.where.code}/people/${only.id}/end`,
      cookie,
      form: { role: "administrator" },
    }),
    "becomes something else": (cookie) => ({
      path: `/bodies/${only.where.code}/people/${only.id}/role`,
      cookie,
      form: { from: "administrator", to: "member" },
    }),
  };
  const ownWaysOut: Record<string, () => Sent> = {
    leaves: () => ({ path: `/bodies/${only.where.code}/people/leave`, cookie: only.cookie, form: {} }),
    "deletes the account": () => ({ path: "/me/delete", cookie: only.cookie, form: { email: only.email } }),
  };

  test.each(Object.keys(waysOut))(
    "the last one %s: not by the platform, and not by themselves",
    async (way) => {
      for (const cookie of [platform, only.cookie]) {
        const { outcome, changes } = await house.attempt(() => post(waysOut[way]!(cookie)));
        expect([outcome, changes.length]).toEqual(["problem", 0]);
      }
    },
  );

  test.each(Object.keys(ownWaysOut))("the last one %s: not while there is no other", async (way) => {
    const { outcome, changes } = await house.attempt(() => post(ownWaysOut[way]!()));
    expect([outcome, changes.length]).toEqual(["problem", 0]);
  });

  test("negative control: with another one there, each of these works", async () => {
    const all = [...Object.values(waysOut).map((way) => () => way(platform)), ...Object.values(ownWaysOut)];
    for (const way of all) {
      const { outcome } = await house.attempt(async () => {
        await member(house.db, await person(house.db), only.where, "administrator");
        await house.changes();
        return post(way());
      });
      expect(outcome).toBe("done");
    }
  });

  test("an administrator of another body, a lead of this one and a member take none away", async () => {
    const { actors, where } = places["acute-trust"];
    const others = [places.ahsn.actors.administrator.cookie, actors.lead.cookie, actors.member.cookie];
    for (const cookie of others) {
      const path = `/bodies/${where.code}/people/${actors.administrator.id}`;
      const tries: Sent[] = [
        { path: `${path}/end`, cookie, form: { role: "administrator" } },
        { path: `${path}/role`, cookie, form: { from: "administrator", to: "member" } },
      ];
      for (const sent of tries) {
        const { outcome, changes } = await house.attempt(() => post(sent));
        expect(["refused", "problem", "hidden"]).toContain(outcome);
        expect(changes).toEqual([]);
      }
    }
  });
});

test("two administrators who end each other at the same moment leave one (S11)", async () => {
  const busy = await openHouse();
  try {
    for (let round = 0; round < 12; round += 1) {
      const where = await body(busy.db);
      const both = [await person(busy.db), await person(busy.db)];
      for (const one of both) await member(busy.db, one, where, "administrator");
      await Promise.all(
        both.map(async (one, at) => {
          const { cookie } = await busy.session(one.id, { strong: true });
          return busy.app.request(`${busy.origin}/bodies/${where.code}/people/${both[1 - at]!.id}/end`, {
            method: "POST",
            headers: { Cookie: cookie, Origin: busy.origin },
            body: new URLSearchParams({ role: "administrator" }),
          });
        }),
      );
      const left = await busy.db
        .selectFrom("memberships")
        .select("user_id")
        .where("body_id", "=", where.id)
        .where("ended_at", "is", null)
        .execute();
      expect(left.length, `round ${round}`).toBe(1);
    }
  } finally {
    await busy.close();
  }
});
