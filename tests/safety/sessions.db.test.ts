import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { codeFor } from "#tests/setup/one-time-code.ts";
import { body, member, person } from "#tests/world.ts";
import { expectations } from "./expectations.ts";
import { expectedOf, relationsOf } from "./expect.ts";
import { letIn, outcomeOf } from "./outcome.ts";
import { Browser, locationOf, password, withPassword } from "./setup/browser.ts";
import { openHouse, type House } from "./setup/house.ts";
import { buildNation, type Nation } from "./setup/nation.ts";
import { call } from "./walk.ts";

let house: House;
let nation: Nation;
beforeAll(async () => {
  house = await openHouse({ undo: true, demonstration: true });
  nation = await buildNation(house);
});
afterAll(() => house.close());

const sessionOf = (browser: Browser): string | undefined => browser.cookies.get("__Host-session");

const signIn = (browser: Browser, email: string): Promise<Response> =>
  browser.ask("/sign-in", { form: { email, password } });

/** Sets codes up, and says what makes them, and which were printed. */
async function setUpCodes(browser: Browser): Promise<{ key: string; printed: string[] }> {
  await browser.ask("/me/security/set-up", { form: { password } });
  const page = await (await browser.ask("/me/security/confirm")).text();
  const key = /<code>([A-Z2-7 ]+)<\/code>/.exec(page)![1]!.replaceAll(" ", "");
  const shown = await browser.ask("/me/security/confirm", { form: { code: codeFor(key) } });
  return {
    key,
    printed: [...(await shown.text()).matchAll(/<code>(\w{5}-\w{5})<\/code>/g)].map((found) => found[1]!),
  };
}

describe("a session has a new name whenever it is worth more, and the old name is worth nothing (S42)", () => {
  test("at a sign-in, whatever name the browser brought", async () => {
    await house.attempt(async () => {
      const who = await withPassword(house);
      const browser = new Browser(house, { cookie: "__Host-session=chosen-by-somebody-else.c2lnbmVk" });
      expect(locationOf(await signIn(browser, who.email))).toBe("/");
      expect(sessionOf(browser)).not.toContain("chosen-by-somebody-else");
      expect(await browser.isSignedIn()).toBe(true);
    });
  });

  test("at a second sign-in, as the same person and as another", async () => {
    await house.attempt(async () => {
      const [first, second] = [await withPassword(house), await withPassword(house)];
      for (const who of [first, second]) {
        const browser = new Browser(house);
        await signIn(browser, first.email);
        const thief = browser.copy();
        await signIn(browser, who.email);
        expect(sessionOf(browser)).not.toBe(sessionOf(thief));
        expect([await browser.isSignedIn(), await thief.isSignedIn()]).toEqual([true, false]);
      }
    });
  });

  test("at becoming a persona of the demonstration", async () => {
    await house.attempt(async () => {
      await person(house.db, { persona: "ward-sister" });
      const browser = new Browser(house, { cookie: (await house.session(nation.people.memberA.id)).cookie });
      const thief = browser.copy();
      await browser.ask("/demonstration/become", { form: { persona: "ward-sister" } });
      expect([await browser.isSignedIn(), await thief.isSignedIn()]).toEqual([true, false]);
    });
  });

  test("at the first code, at a code asked for again, and when codes are turned off", async () => {
    await house.attempt(async () => {
      const who = await withPassword(house);
      const browser = new Browser(house);
      await signIn(browser, who.email);
      const [before, { key }] = [browser.copy(), await setUpCodes(browser)];
      expect([await browser.isSignedIn(), await before.isSignedIn()]).toEqual([true, false]);

      const weak = new Browser(house, { cookie: (await house.session(who.id)).cookie });
      const asked = weak.copy();
      expect(locationOf(await weak.ask("/sign-in/prove", { form: { code: codeFor(key) } }))).toBe("/");
      expect(sessionOf(weak)).not.toBe(sessionOf(asked));
      expect([await weak.isSignedIn(), await asked.isSignedIn()]).toEqual([true, false]);

      const on = weak.copy();
      expect(locationOf(await weak.ask("/me/security/turn-off", { form: { password } }))).toContain(
        "done=off",
      );
      expect([await weak.isSignedIn(), await on.isSignedIn()]).toEqual([true, false]);
    });
  });

  test("a new password by mail ends every session there is", async () => {
    await house.attempt(async () => {
      const who = await withPassword(house);
      const open = [
        new Browser(house, { cookie: (await house.session(who.id)).cookie }),
        new Browser(house, { cookie: (await house.session(who.id, { strong: true })).cookie }),
      ];
      const visitor = new Browser(house);
      await visitor.ask("/forgotten-password", { form: { email: who.email } });
      const mail = await house.db
        .selectFrom("mails")
        .select("body")
        .where("recipient", "=", who.email)
        .executeTakeFirstOrThrow();
      const link = new URL(/https?:\/\/\S+/.exec(mail.body)![0]);
      const chosen = { form: { password: "another four otters" } };
      expect(locationOf(await visitor.ask(link.pathname + link.search, chosen))).toBe("/sign-in?done=reset");
      for (const browser of open) expect(await browser.isSignedIn()).toBe(false);
      expect((await visitor.ask(link.pathname + link.search, chosen)).status, "the link works once").toBe(
        422,
      );
    });
  });

  test("it ends after 30 minutes without a request, and after 12 hours with as many as one likes", async () => {
    await house.attempt(async () => {
      const began = house.clock.now;
      const at = (minutes: number): void =>
        void (house.clock.now = new Date(began.getTime() + minutes * 60_000));
      const who = await withPassword(house);
      try {
        const idle = new Browser(house, { cookie: (await house.session(who.id)).cookie });
        at(30);
        expect(await idle.isSignedIn()).toBe(false);
        at(0);
        const busy = new Browser(house, { cookie: (await house.session(who.id)).cookie });
        for (let minutes = 25; minutes < 720; minutes += 25) {
          at(minutes);
          expect(await busy.isSignedIn(), `after ${minutes} minutes`).toBe(true);
        }
        at(720);
        expect(await busy.isSignedIn()).toBe(false);
      } finally {
        house.clock.now = began;
      }
    });
  });

  test("a second proof makes it strong and no younger: it still ends 12 hours after the sign-in", async () => {
    await house.attempt(async () => {
      const began = house.clock.now;
      const who = await withPassword(house);
      const browser = new Browser(house);
      try {
        await signIn(browser, who.email);
        const { key } = await setUpCodes(browser);
        const weak = new Browser(house, { cookie: (await house.session(who.id)).cookie });
        for (let minutes = 25; minutes <= 700; minutes += 25) {
          house.clock.now = new Date(began.getTime() + minutes * 60_000);
          await weak.isSignedIn();
        }
        await weak.ask("/sign-in/prove", { form: { code: codeFor(key) } });
        expect(await weak.isSignedIn()).toBe(true);
        house.clock.now = new Date(began.getTime() + 720 * 60_000);
        expect(await weak.isSignedIn()).toBe(false);
      } finally {
        house.clock.now = began;
      }
    });
  });

  test("negative control: where nothing ends the old session, the thief's copy still works", async () => {
    await house.attempt(async () => {
      const who = await withPassword(house);
      const browser = new Browser(house, { cookie: (await house.session(who.id)).cookie });
      const thief = browser.copy();
      // A new session beside the old one, as a program that forgets the old one would open it.
      await house.session(who.id, { strong: true });
      expect(await thief.isSignedIn()).toBe(true);
    });
  });
});

describe("whoever governs others proves twice who they are (S46)", () => {
  /** What a platform administrator may do and no lead or member ever may. */
  const governing = () =>
    expectations.flatMap((row) =>
      relationsOf(row.about)
        .filter(
          (relation) =>
            letIn.has(expectedOf(row, "platform", relation)) &&
            !["unplaced", "leadRegion", "leadA", "memberA", "adviser"].some((persona) =>
              letIn.has(expectedOf(row, persona as "leadA", relation)),
            ) &&
            row.route.includes("/bodies"),
        )
        .map((relation) => ({ row, relation })),
    );

  test.each(["administrator", "officer"] as const)(
    "%s by a password alone is asked for a proof, or refused",
    async (role) => {
      await house.attempt(async () => {
        const who = await person(house.db);
        await member(house.db, who, nation.places.nation, role === "administrator" ? role : "member");
        await member(house.db, who, nation.places.nationalBody, role);
        const { cookie } = await house.session(who.id);
        const weakly = { ...nation, cookies: { ...nation.cookies, platform: cookie } };
        await house.changes();
        const got: string[] = [];
        for (const { row, relation } of governing()) {
          const response = await call(house, row, { nation: weakly, persona: "platform", relation });
          const outcome = outcomeOf(response, house.origin);
          const wanted = role === "administrator" ? ["prove"] : ["prove", "refused", "hidden"];
          // Correcting what a page says is work that any lead does.
          if (!wanted.includes(outcome) && !/\/(edit|teams|people)$|\/teams\/new$/.test(row.route)) {
            got.push(`${row.route} to ${relation}: ${outcome}`);
          }
        }
        expect(governing().length).toBeGreaterThan(40);
        expect(got).toEqual([]);
      });
    },
  );

  test("a password alone does not replace the second factor of whoever has one", async () => {
    await house.attempt(async () => {
      const who = await withPassword(house);
      const browser = new Browser(house);
      await signIn(browser, who.email);
      const { key } = await setUpCodes(browser);
      const thief = new Browser(house, { cookie: (await house.session(who.id)).cookie });
      const before = await house.db
        .selectFrom("two_factors")
        .selectAll()
        .where("user_id", "=", who.id)
        .execute();
      for (const step of ["set-up", "recovery-codes", "turn-off"]) {
        await thief.ask(`/me/security/${step}`, { form: { password } });
      }
      expect(
        await house.db.selectFrom("two_factors").selectAll().where("user_id", "=", who.id).execute(),
      ).toEqual(before);
      expect(locationOf(await thief.ask("/sign-in/prove", { form: { code: codeFor(key) } }))).toBe("/");
    });
  });

  test("a password alone signs nobody in who has a second factor", async () => {
    await house.attempt(async () => {
      const who = await withPassword(house);
      const browser = new Browser(house);
      await signIn(browser, who.email);
      await setUpCodes(browser);
      const second = new Browser(house);
      expect(locationOf(await signIn(second, who.email))).toMatch(/^\/sign-in\/code/);
      expect(await second.isSignedIn()).toBe(false);
      expect((await second.ask("/sign-in/code", { form: { code: "000000" } })).status).toBe(422);
      expect(await second.isSignedIn()).toBe(false);
    });
  });

  test("a code from the app works once, and so does a printed one", async () => {
    await house.attempt(async () => {
      const who = await withPassword(house);
      const browser = new Browser(house);
      await signIn(browser, who.email);
      const { key, printed } = await setUpCodes(browser);
      const tries = async (path: string, code: string): Promise<boolean> => {
        const one = new Browser(house);
        await signIn(one, who.email);
        await one.ask(path, { form: { code } });
        return one.isSignedIn();
      };
      const shown = codeFor(key);
      const fromApp = [await tries("/sign-in/code", shown), await tries("/sign-in/code", shown)];
      expect(fromApp).toEqual([true, false]);
      const fromPaper = [
        await tries("/sign-in/code?with=recovery", printed[0]!),
        await tries("/sign-in/code?with=recovery", printed[0]!),
        await tries("/sign-in/code?with=recovery", printed[1]!),
      ];
      expect(fromPaper).toEqual([true, false, true]);
    });
  });

  test("negative control: with the proof, each of these is let in", async () => {
    const refused: string[] = [];
    for (const { row, relation } of governing()) {
      const outcome = await house.attempt(async () =>
        outcomeOf(await call(house, row, { nation, persona: "platform", relation }), house.origin),
      );
      if (!letIn.has(outcome)) refused.push(`${row.route} to ${relation}: ${outcome}`);
    }
    expect(refused).toEqual([]);
  });
});

describe("where to go after signing in is always here (S27)", () => {
  const hosts = ["evil.example", "evil.example/me", "me@evil.example", "localhost:3000.evil.example"];
  const starts = [
    "//",
    "///",
    "/\\",
    "\\\\",
    "\\/",
    "http://",
    "https:",
    "https:/",
    "/\t/",
    "/\n/",
    "\t//",
    " //",
    "/%2f",
    "/%5c",
    "javascript://",
    "data:text/html,",
    "//\u3002",
    "/.//",
    "/..//",
    "/;//",
    "?//",
  ];
  const payloads = starts.flatMap((start) => hosts.map((host) => start + host));

  const leads = (to: string): URL => new URL(to, "http://localhost:3000");

  /** It leads away, or would take somebody away one step later. */
  function leadsAway(to: string): boolean {
    if (leads(to).origin !== house.origin || /^\/[/\\]/.test(to)) return true;
    const next = leads(to).searchParams.get("next");
    return next !== null && leadsAway(next);
  }

  test("80 tricks and more, through the door of the demonstration", async () => {
    expect(payloads.length).toBeGreaterThanOrEqual(80);
    await house.attempt(async () => {
      await person(house.db, { persona: "ward-sister" });
      const escaped: string[] = [];
      for (const next of payloads) {
        const browser = new Browser(house);
        const path = `/demonstration/become?next=${encodeURIComponent(next)}`;
        const to = locationOf(await browser.ask(path, { form: { persona: "ward-sister" } }));
        if (leadsAway(to)) escaped.push(`${next} leads to ${to}`);
      }
      expect(escaped).toEqual([]);
    });
  });

  test("and in every link and form of the pages that carry it on", async () => {
    const escaped: string[] = [];
    for (const page of [
      "/sign-in",
      "/sign-up",
      "/sign-in/code",
      "/sign-in/organisation",
      "/demonstration",
      "/verify",
    ]) {
      for (const next of payloads) {
        const text = await (await new Browser(house).ask(`${page}?next=${encodeURIComponent(next)}`)).text();
        const targets = [...text.matchAll(/(?:href|action)="([^"]*)"/g)].map((found) =>
          found[1]!.replaceAll("&amp;", "&"),
        );
        escaped.push(...targets.filter(leadsAway).map((to) => `${page}: ${to}`));
      }
    }
    expect([...new Set(escaped)]).toEqual([]);
  });

  test("negative control: a door that believes what it is told leads away", () => {
    const away = payloads.filter((next) => {
      try {
        return leads(next).origin !== house.origin;
      } catch {
        return false;
      }
    });
    expect(away.length).toBeGreaterThan(30);
  });
});

test("the demonstration's people alone can be stepped into, and only in a demonstration", async () => {
  await house.attempt(async () => {
    const where = await body(house.db);
    const ordinary = await person(house.db);
    await member(house.db, ordinary, where, "administrator");
    const browser = new Browser(house);
    for (const key of [ordinary.id, ordinary.email, "", "null", "__proto__", "%", "' or 1=1 --"]) {
      expect((await browser.ask("/demonstration/become", { form: { persona: key } })).status).toBe(404);
    }
    expect(await browser.isSignedIn()).toBe(false);
  });
});
