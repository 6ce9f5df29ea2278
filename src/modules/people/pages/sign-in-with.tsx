import { deleteCookie, getCookie, setCookie } from "hono/cookie";
import { isPerson } from "#platform/actor.ts";
import { NotFound, TooMany } from "#platform/problem.ts";
import { SearchInput } from "#ui/nhs/search-input.tsx";
import { contextOf, type Request } from "#web/env.ts";
import { finishSignOn, SignOnRefused } from "../commands/finish-sign-on.ts";
import { startSignOn } from "../commands/start-sign-on.ts";
import type { People } from "../people.ts";
import { signOnChoices } from "../queries/providers.ts";
import { cookieOptions } from "../session-cookie.ts";
import { flowMinutes } from "../sign-on-flow.ts";
import { columnPage } from "#web/column-page.tsx";
import { isId } from "#platform/id.ts";
import { browserOf, nextOf, withNext } from "./request.ts";
import { enter } from "./signed-in.ts";

export async function chooseSignOnPage(c: Request): Promise<Response> {
  const typed = (c.req.query("q") ?? "").trim().slice(0, 100);
  const next = nextOf(c);
  const choices = await signOnChoices(contextOf(c), typed);
  return columnPage(c, {
    title: "Sign in with your organisation",
    section: "Your account",
    backLink: { text: "Back", href: withNext("/sign-in", next) },
    children: (
      <>
        <form action="/sign-in/organisation" method="get">
          {next === "/" ? null : <input type="hidden" name="next" value={next} />}
          <SearchInput
            id="q"
            name="q"
            label={{ text: "Name of your organisation, or your email address there" }}
            value={typed}
            width={20}
          />
        </form>
        {choices.length > 0 ? (
          <ul className="nhsuk-list nhsuk-list--border">
            {choices.map((choice) => (
              <li key={choice.id}>
                <a href={withNext(`/sign-in/with/${choice.id}`, next)} data-no-prefetch="">
                  Sign in with {choice.name}
                </a>
              </li>
            ))}
          </ul>
        ) : null}
        {typed !== "" && choices.length === 0 ? (
          <p>
            No organisation with that name or address has a sign-on here. Your email address and a password
            always work.
          </p>
        ) : null}
      </>
    ),
  });
}

/** A link and no form, because a page of ours may send a form nowhere else. It changes nothing but a cookie. */
export async function startSignOnPage(c: Request, people: People): Promise<Response> {
  const { url, sealed } = await startSignOn(contextOf(c), people, {
    providerId: providerId(c),
    next: nextOf(c),
  });
  const options = { ...cookieOptions(people.cookies), maxAge: flowMinutes * 60 };
  setCookie(c, people.cookies.signOn, sealed, options);
  return c.redirect(url, 303);
}

function providerId(c: Request): string {
  const id = c.req.param("id");
  if (!isId(id)) throw new NotFound();
  return id;
}

/** Where an organisation's provider sends people back. Only here does reading an address sign somebody in. */
export async function signOnReturnPage(c: Request, people: People): Promise<Response> {
  const { userAgent } = browserOf(c);
  const sealed = getCookie(c, people.cookies.signOn);
  const query = new URL(c.req.url).search;
  deleteCookie(c, people.cookies.signOn, cookieOptions(people.cookies));
  try {
    const signed = await finishSignOn(contextOf(c), people, {
      providerId: providerId(c),
      sealed,
      query,
      userAgent,
    });
    return await enter(
      c,
      people,
      signed.token,
      signed.connected ? "/me/security?done=connected" : signed.next,
    );
  } catch (error) {
    if (error instanceof SignOnRefused) return refusedPage(c, error.message);
    if (error instanceof TooMany) return refusedPage(c, "This way back was used before.");
    throw error;
  }
}

function refusedPage(c: Request, why: string): Response {
  const signedIn = isPerson(contextOf(c).actor);
  return columnPage(
    c,
    {
      title: "You could not be signed on",
      section: "Your account",
      children: (
        <>
          <p>{why}</p>
          <p>Nothing was changed.</p>
          <p>
            <a href={signedIn ? "/me/security" : "/sign-in"}>
              {signedIn ? "Go to password and codes" : "Go to sign in"}
            </a>
          </p>
        </>
      ),
    },
    403,
  );
}
