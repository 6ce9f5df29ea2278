import type { ErrorHandler } from "hono";
import { HTTPException } from "hono/http-exception";
import type { ReactNode } from "react";
import { isPerson, visitor } from "#platform/actor.ts";
import {
  Conflict,
  Forbidden,
  Invalid,
  NotFound,
  StepUpNeeded,
  TooMany,
  type FieldProblem,
} from "#platform/problem.ts";
import { SentDifferently } from "#platform/perform.ts";
import { UnreadableFile } from "#platform/unreadable-file.ts";
import { SummaryList } from "#ui/nhs/summary-list.tsx";
import type { Env, Request } from "./env.ts";
import { SignInNeeded } from "./middleware/default-deny.ts";
import { BadRequest, TooLarge, TooSlow } from "./middleware/read-body.ts";
import { senderName } from "./middleware/same-sender.ts";
import { renderPage } from "./render.tsx";
import { safeReturnTo } from "./return-to.ts";

type Answer = {
  status: number;
  title: string;
  said: ReactNode;
  retryAfter?: number;
  /** What is wrong where, for a program. */
  problems?: readonly FieldProblem[];
};

/** Every problem is translated here and nowhere else: to a page for a person, to problem+json for a program. */
export const answerProblem: ErrorHandler<Env> = (error, c) => {
  const wantsPage = !c.req.path.startsWith("/api/");
  if (error instanceof SignInNeeded && wantsPage && !isFromQueue(c)) return sendToSignIn(c);
  if (error instanceof StepUpNeeded && wantsPage)
    return c.redirect(`/sign-in/prove?next=${encodeURIComponent(here(c))}`, 303);
  const answer = answerFor(error, c);
  if (answer.status >= 500) reportFault(c, error);
  if (answer.retryAfter) c.header("Retry-After", String(answer.retryAfter));
  return wantsPage ? problemPage(c, answer) : problemJson(c, answer);
};

export function notFound(c: Request): Response {
  const answer = answerFor(new NotFound(), c);
  return c.req.path.startsWith("/api/") ? problemJson(c, answer) : problemPage(c, answer);
}

/** Back to the page itself, or to the one on which a form stood that came too late. */
function here(c: Request): string {
  const { host, pathname, search } = new URL(c.req.url);
  if (c.req.method === "GET") return pathname + search;
  const page = URL.parse(c.req.header("Referer") ?? "");
  return page?.host === host ? safeReturnTo(page.pathname + page.search) : "/";
}

/** A browser that sends what it kept follows a redirect without a look, and must not take a page for success. */
function isFromQueue(c: Request): boolean {
  return c.get("form")?.has(senderName) ?? false;
}

function sendToSignIn(c: Request): Response {
  return c.redirect(`/sign-in?next=${encodeURIComponent(here(c))}`, 303);
}

function reportFault(c: Request, error: Error): void {
  c.get("services")?.log.error(
    { request: c.get("requestId"), error: error.name, message: error.message, stack: error.stack },
    "fault",
  );
}

function problemJson(c: Request, answer: Answer): Response {
  const detail = typeof answer.said === "string" ? answer.said : undefined;
  return c.json(
    { type: "about:blank", title: answer.title, status: answer.status, detail, problems: answer.problems },
    answer.status as 400,
    {
      "Content-Type": "application/problem+json",
    },
  );
}

function problemPage(c: Request, answer: Answer): Response {
  return renderPage(
    c,
    {
      title: answer.title,
      children: (
        <div className="nhsuk-grid-row">
          <div className="nhsuk-grid-column-two-thirds">
            <h1>{answer.title}</h1>
            {typeof answer.said === "string" ? <Said words={answer.said} /> : answer.said}
          </div>
        </div>
      ),
    },
    answer.status,
  );
}

/** One sentence that says what is wrong, and two ways on: nobody is left standing on a page of ours. */
function Said({ words }: { words: string }): ReactNode {
  return (
    <>
      <p>{words}</p>
      <WaysOn />
    </>
  );
}

function WaysOn(): ReactNode {
  return (
    <p>
      Use the back button of your browser to try again, or <a href="/">go to the home page</a>.
    </p>
  );
}

function answerFor(error: Error, c: Request): Answer {
  if (error instanceof SignInNeeded)
    return isFromQueue(c)
      ? signInAsThem
      : { status: 401, title: "Sign in first", said: "You need to sign in to do this." };
  if (error instanceof StepUpNeeded)
    return { status: 403, title: "Prove who you are", said: "This needs a second proof of who you are." };
  if (error instanceof NotFound) return notFoundAnswer;
  if (error instanceof Forbidden) return forbidden(error, c);
  if (error instanceof Conflict) return conflict(error);
  if (error instanceof Invalid) return invalid(error);
  if (error instanceof UnreadableFile)
    return { status: 422, title: "The file could not be read", said: `${error.message}.` };
  if (error instanceof SentDifferently)
    return { status: 409, title: "This form was already sent", said: error.message };
  if (error instanceof TooMany) {
    return {
      status: 429,
      title: "Too many attempts",
      said: error.message,
      retryAfter: error.retryAfterSeconds,
    };
  }
  if (error instanceof TooLarge) return { status: 413, title: "That is too large", said: error.message };
  if (error instanceof TooSlow)
    return {
      status: 408,
      title: "That took too long to arrive",
      said: "The connection was too slow or was broken off. Nothing was saved; go back and send it again.",
    };
  if (error instanceof BadRequest)
    return { status: 400, title: "That could not be read", said: error.message };
  if (error instanceof HTTPException && error.status in unread) return unread[error.status]!;
  return isOutOfReach(error) ? offline : fault(c);
}

/** What the API's own frame refuses before a schema looks at it. */
const unread: Readonly<Record<number, Answer>> = {
  400: {
    status: 400,
    title: "That could not be read",
    said: "What was sent is not JSON that can be read. Nothing was saved.",
  },
  415: {
    status: 415,
    title: "That could not be read",
    said: "Send JSON, and say so: Content-Type: application/json. Nothing was saved.",
  },
};

const signInAsThem: Answer = {
  status: 401,
  title: "Sign in first",
  said: (
    <p>
      <a href="/sign-in">Sign in</a> as the person who filled this in.
    </p>
  ),
};

const notFoundAnswer: Answer = {
  status: 404,
  title: "Page not found",
  said: (
    <>
      <p>If you typed the address, check that it is correct.</p>
      <p>If you followed a link, the page may have moved, or it may be one that you cannot see.</p>
      <p>
        <a href="/">Go to the home page</a> or <a href="/bodies">find an organisation</a>.
      </p>
    </>
  ),
};

const offline: Answer = {
  status: 503,
  title: "Sorry, the service is unavailable",
  said: (
    <>
      <p>We cannot reach the database at the moment. We are trying again by ourselves.</p>
      <p>
        Nothing that you saved is lost. If you were writing, keep this page and send it again in a minute.
      </p>
    </>
  ),
  retryAfter: 10,
};

function fault(c: Request): Answer {
  return {
    status: 500,
    title: "Sorry, there is a problem with the service",
    said: (
      <>
        <p>Nothing that you saved is lost.</p>
        <WaysOn />
        <p>
          If you <a href="/contact">contact us</a>, give this reference: <code>{c.get("requestId")}</code>
        </p>
      </>
    ),
  };
}

function forbidden(error: Forbidden, c: Request): Answer {
  const actor = c.get("actor") ?? visitor;
  return {
    status: 403,
    title: "You cannot do this",
    said: (
      <>
        {error.why ? <p>{error.why}</p> : null}
        {isPerson(actor) ? (
          <p>
            You are signed in as {actor.name}. If you think that you should be able to do this, ask a lead of
            the organisation to change your role.
          </p>
        ) : null}
        <p>
          <a href={error.wayOn ?? "/"}>
            {error.wayOn && error.wayOn !== "/" ? "See what you can do instead" : "Go to the home page"}
          </a>
        </p>
      </>
    ),
  };
}

function conflict(error: Conflict): Answer {
  return {
    status: 409,
    title: "Somebody else changed this first",
    said: (
      <>
        <p>Neither text is lost. Copy what you need, then go back and load the page again.</p>
        {error.fields.map((field) => (
          <SummaryList
            key={field.name}
            rows={[
              { key: { text: `${field.label}: yours` }, value: { text: field.yours } },
              { key: { text: `${field.label}: theirs` }, value: { text: field.theirs } },
            ]}
          />
        ))}
        <WaysOn />
      </>
    ),
  };
}

function invalid(error: Invalid): Answer {
  return {
    status: 422,
    title: "There is a problem with what was sent",
    problems: error.problems,
    said: (
      <>
        <p>Nothing was saved. What has to be put right:</p>
        <ul className="nhsuk-list nhsuk-list--bullet">
          {error.problems.map((problem) => (
            <li key={problem.field + problem.message}>{problem.message}</li>
          ))}
        </ul>
        <WaysOn />
      </>
    ),
  };
}

/**
 * What PostgreSQL and its connection say when it is away, restarting, lets us in no more, has no room for us, or
 * did not come to an answer in time: nothing of it is the doing of whoever asked.
 */
const awayCodes = new Set([
  "ECONNREFUSED",
  "ECONNRESET",
  "ENOENT",
  "EPIPE",
  "57P01",
  "57P02",
  "57P03",
  "28000",
  "28P01",
  "53200",
  "53300",
  "55P03",
  "57014",
  "08006",
  "08001",
]);

function isOutOfReach(error: Error): boolean {
  const code = (error as { code?: string }).code ?? "";
  return (
    awayCodes.has(code) ||
    /connection (terminated|timeout)|timeout exceeded when trying to connect/i.test(error.message)
  );
}
