import { z } from "zod";
import { NotFound } from "#platform/problem.ts";
import { PostButton } from "#ui/post-button.tsx";
import { columnPage, formPage } from "#web/column-page.tsx";
import { contextOf, type Request } from "#web/env.ts";
import { doneWord } from "#web/done-word.ts";
import { defineForm } from "#web/form/form.ts";
import type { FormState } from "#web/form/form-view.tsx";
import { submitForm } from "#web/form/submit-form.ts";
import { followings, followPlan, readStopLink, stopMail, wishForMail } from "../commands/follow-plan.ts";
import { mailDesk } from "../mail-desk.ts";
import { followingOf, mailWishes } from "../queries/mail-wishes.ts";
import { Follow } from "../views/follow.tsx";
import { planPage, planPath } from "../views/plan-page.tsx";
import { planOf } from "./plan-of.ts";

const wishes = ["digest", "mentions"] as const;

const form = defineForm({
  wishes: {
    kind: "choices",
    label: "What may we send you?",
    hint: "Nothing that anybody wrote is in these mails: they say that something is there, and where",
    options: [
      {
        value: "digest",
        label: "One mail a week",
        hint: "What moved in all that you follow, on Monday morning",
      },
      { value: "mentions", label: "When somebody asks for you", hint: "At once, because they wait for you" },
    ],
    schema: z.array(z.enum(wishes, "Choose from the list")),
  },
});

/** What somebody wants by mail, and about which plans. */
export async function mailPage(c: Request): Promise<Response> {
  const { wishes: held } = await mailWishes(contextOf(c));
  return draw(c, { typed: { wishes: wishes.filter((one) => held[one]) }, version: held.version });
}

export async function saveMail(c: Request): Promise<Response> {
  return submitForm(c, {
    form,
    act: async ({ wishes: chosen }, version) => {
      const wished = { digest: chosen.includes("digest"), mentions: chosen.includes("mentions"), version };
      await wishForMail(contextOf(c), wished);
      return c.redirect("/me/mail?done=saved", 303);
    },
    redraw: (state, status) => draw(c, state, status),
  });
}

async function draw(c: Request, state: FormState, status = 200): Promise<Response> {
  const { plans } = await mailWishes(contextOf(c));
  return formPage(
    c,
    {
      title: "What we send you",
      section: "Your account",
      backLink: { text: "Back to your account", href: "/me" },
      success: doneWord(c, { saved: "Your choice is saved." }),
      form,
      action: "/me/mail",
      submit: "Save",
      after: (
        <>
          <h2 className="nhsuk-heading-m">What you follow</h2>
          {plans.length === 0 ? <p>Nothing yet. You follow every plan in whose team you are.</p> : null}
          <ul className="tl-notes">
            {plans.map((plan) => (
              <li key={plan.id}>
                <p>
                  <a href={`/plans/${plan.id}`}>{plan.title}</a>
                  {plan.muted ? ". We are silent about it" : ""}
                </p>
                <PostButton
                  action={`/plans/${plan.id}/follow`}
                  text={plan.muted ? "Hear of it again" : "Be silent about it"}
                  about={plan.title}
                  fields={{ wish: plan.muted ? "follow" : "mute", next: "mail" }}
                  variant="secondary"
                  small
                />
              </li>
            ))}
          </ul>
        </>
      ),
    },
    state,
    status,
  );
}

/** Where the link in a mail leads: one button. */
export async function followPage(c: Request): Promise<Response> {
  const frame = await planOf(c);
  const following = await followingOf(contextOf(c), frame.plan);
  return planPage(c, frame, {
    under: "talk",
    title: "Hear of this plan",
    success: doneWord(c, { saved: "Your choice is saved." }),
    children: <Follow plan={frame.plan} following={following} />,
  });
}

export async function saveFollowing(c: Request): Promise<Response> {
  const { plan } = await planOf(c);
  const said = c.get("form")?.get("wish");
  const wish = followings.find((one) => one === said);
  if (!wish) throw new NotFound();
  await followPlan(contextOf(c), plan, wish);
  const next = c.get("form")?.get("next") === "mail" ? "/me/mail" : planPath(plan, "/follow");
  return c.redirect(`${next}?done=saved`, 303);
}

/** From a mail, without signing in: a press and not the link itself, because mail programs open links by themselves. */
export async function stopMailPage(c: Request): Promise<Response> {
  const token = c.req.param("token")!;
  readStopLink(mailDesk(c.get("services")), token);
  return columnPage(c, {
    title: "Stop our mail",
    children: (
      <>
        <p>
          We then send you neither the mail of the week nor one when somebody asks for you. Mail about your
          account, such as a new password, still comes.
        </p>
        <PostButton action={`/stop-mail/${encodeURIComponent(token)}`} text="Stop this mail" />
        <p>
          <a href="/me/mail">Choose what we send you</a> (you sign in for that)
        </p>
      </>
    ),
  });
}

export async function stopMailForm(c: Request): Promise<Response> {
  await stopMail(contextOf(c), mailDesk(c.get("services")), c.req.param("token")!);
  return c.redirect("/stopped-mail", 303);
}

export function stoppedMailPage(c: Request): Response {
  return columnPage(c, {
    title: "We send you no more of this mail",
    children: (
      <p>
        If you change your mind, <a href="/me/mail">choose what we send you</a>.
      </p>
    ),
  });
}
