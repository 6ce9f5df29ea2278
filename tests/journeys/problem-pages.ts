import { Hono } from "hono";
import { pino } from "pino";
import { StepUpNeeded, Conflict, Forbidden, Invalid, NotFound, TooMany } from "#platform/problem.ts";
import { SentDifferently } from "#platform/perform.ts";
import { readAssets } from "#web/assets.ts";
import type { Env, Services } from "#web/env.ts";
import { answerProblem } from "#web/errors.tsx";
import { SignInNeeded } from "#web/middleware/default-deny.ts";
import { BadRequest, TooLarge, TooSlow } from "#web/middleware/read-body.ts";

export type ProblemPage = { name: string; status: number; location: string | null; html: string };

const long = "A word that nobody broke ".repeat(8);

/** Everything that can go wrong, as it is thrown. */
const problems: Record<string, () => Error> = {
  "cannot-be-read": () => new BadRequest("The form was cut off on its way."),
  "nobody-yet": () => new SignInNeeded(),
  "not-with-this-role": () => new Forbidden("Only a lead can change what this page says.", "/bodies"),
  "proof-needed": () => new StepUpNeeded("Prove who you are."),
  "not-there": () => new NotFound(),
  "too-slow": () => new TooSlow(),
  "changed-by-another": () => new Conflict([{ name: "aim", label: "Aim", yours: long, theirs: "Theirs" }], 2),
  "sent-differently": () => new SentDifferently(),
  "too-large": () => new TooLarge(),
  "not-as-asked": () => new Invalid([{ field: "name", message: "Enter a name" }]),
  "too-often": () => new TooMany("Wait 5 minutes, then try again.", 300),
  "our-fault": () => new Error("broken"),
  "database-away": () => Object.assign(new Error("connect ECONNREFUSED"), { code: "ECONNREFUSED" }),
};

/** The page for each, drawn by the program's own translation, without a database to fail for it. */
export async function problemPages(): Promise<ProblemPage[]> {
  const assets = await readAssets();
  const log = pino({ level: "silent" });
  const services = { assets, log, navigation: [], demonstration: true } as unknown as Services;
  const app = new Hono<Env>();
  app.use(async (c, next) => {
    c.set("services", services);
    c.set("requestId", "2f1c9a54-0000-4000-8000-000000000000");
    await next();
  });
  app.onError(answerProblem);
  for (const [name, make] of Object.entries(problems))
    app.get(`/${name}`, () => {
      throw make();
    });
  return Promise.all(
    Object.keys(problems).map(async (name) => {
      const answer = await app.request(`/${name}`);
      return {
        name,
        status: answer.status,
        location: answer.headers.get("Location"),
        html: await answer.text(),
      };
    }),
  );
}
