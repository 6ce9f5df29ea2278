import { z } from "zod";
import type { Role } from "#platform/actor.ts";
import { NotFound } from "#platform/problem.ts";
import type { BodySummary } from "#modules/places/index.ts";
import { SummaryList } from "#ui/nhs/summary-list.tsx";
import { contextOf, type Request } from "#web/env.ts";
import { defineForm } from "#web/form/form.ts";
import { FormProblems, FormView, type FormState } from "#web/form/form-view.tsx";
import { submitForm } from "#web/form/submit-form.ts";
import { changeRole } from "../commands/change-role.ts";
import { endMembership, leaveBody } from "../commands/end-membership.ts";
import { LastAdministrator } from "../last-administrator.ts";
import { dayInWords } from "#platform/moments.ts";
import { heldHere, type HeldHere } from "../queries/body-people.ts";
import { isRole, roleHints, roleLabels } from "../role-words.ts";
import { PostButton } from "#ui/post-button.tsx";
import { theBody } from "./body-people.tsx";
import { columnPage } from "#web/column-page.tsx";
import { isId } from "#platform/id.ts";
import { ownContext } from "#web/own-context.ts";

type Place = { body: BodySummary; userId: string; here: HeldHere };

async function placeOf(c: Request): Promise<Place> {
  const userId = c.req.param("userId");
  if (!isId(userId)) throw new NotFound();
  const body = await theBody(c);
  return { body, userId, here: await heldHere(contextOf(c), body, userId) };
}

function roleForm({ held, grantable }: HeldHere) {
  const ends = held.filter((one) => one.canEnd).map((one) => one.role);
  const option = (role: Role) => ({ value: role, label: roleLabels[role], hint: roleHints[role] });
  const isOneOf = (roles: readonly Role[]) => (text: string) => roles.some((role) => role === text);
  return defineForm({
    from: {
      kind: "choice",
      label: "Which role do you want to change?",
      options: ends.map(option),
      schema: z.string().refine(isOneOf(ends), "Choose the role that you want to change"),
    },
    to: {
      kind: "choice",
      label: "Which role instead?",
      options: grantable.map(option),
      schema: z.string().refine(isOneOf(grantable), "Choose the new role"),
    },
  });
}

export async function memberPage(c: Request): Promise<Response> {
  return drawMember(c, await placeOf(c));
}

function drawMember(
  c: Request,
  { body, userId, here }: Place,
  state: FormState = {},
  status = 200,
): Response {
  const path = `/bodies/${body.code}/people/${userId}`;
  const form = roleForm(here);
  const changeable = here.held.filter((one) => one.canEnd);
  return columnPage(
    c,
    {
      title: here.name.slice(0, 65),
      section: body.name,
      hasProblems: Boolean(state.problems?.length),
      above: <FormProblems form={form} state={state} />,
      backLink: { text: `Back to people of ${body.name}`, href: `/bodies/${body.code}/people` },
      children: (
        <>
          <SummaryList
            rows={here.held.map((one) => ({
              key: { text: roleLabels[one.role] },
              value: {
                html: (
                  <>
                    <p>Since {dayInWords(one.startedAt)}</p>
                    {one.canEnd ? (
                      <PostButton
                        action={`${path}/end`}
                        text="End this role"
                        about={`of ${here.name}`}
                        fields={{ role: one.role }}
                        variant="warning"
                        small
                      />
                    ) : null}
                  </>
                ),
              },
            }))}
          />
          {changeable.length > 0 && here.grantable.length > 0 ? (
            <>
              <h2>Change a role</h2>
              <FormView
                form={form}
                state={firstChosen(state, changeable)}
                action={`${path}/role`}
                submit="Change role"
              />
            </>
          ) : (
            <p>You cannot change the roles that {here.name} holds here.</p>
          )}
        </>
      ),
    },
    status,
  );
}

/** Where there is only one role to change it is chosen already. */
function firstChosen(state: FormState, held: readonly { role: Role }[]): FormState {
  return held.length === 1 && !state.typed ? { ...state, typed: { from: held[0]!.role } } : state;
}

export async function changeRoleForm(c: Request): Promise<Response> {
  const place = await placeOf(c);
  const { body, userId } = place;
  return orKeepAdministrator(c, body, () =>
    submitForm(c, {
      form: roleForm(place.here),
      act: async ({ from, to }) => {
        if (!isRole(from) || !isRole(to)) throw new NotFound();
        await changeRole(ownContext(c), body, { userId, from, to });
        return c.redirect(`/bodies/${body.code}/people?done=changed`, 303);
      },
      redraw: (state, status) => drawMember(c, place, state, status),
    }),
  );
}

export async function endMembershipForm(c: Request): Promise<Response> {
  const userId = c.req.param("userId");
  const role = c.get("form")?.get("role");
  if (!isId(userId) || typeof role !== "string" || !isRole(role)) throw new NotFound();
  const body = await theBody(c);
  return orKeepAdministrator(c, body, async () => {
    await endMembership(ownContext(c), body, { userId, role });
    return c.redirect(`/bodies/${body.code}/people?done=ended`, 303);
  });
}

export async function leavePage(c: Request): Promise<Response> {
  const body = await theBody(c);
  const { actor } = ownContext(c);
  if (!actor.roles.some((held) => held.bodyId === body.id)) throw new NotFound();
  return columnPage(c, {
    title: "Leave this organisation",
    section: body.name,
    backLink: { text: "Back", href: `/bodies/${body.code}/people` },
    children: (
      <>
        <p>
          You are about to leave {body.name}. What only its members see is closed to you at once. The work
          that you shared stays.
        </p>
        <p>To come back you need a new invitation.</p>
        <PostButton
          action={`/bodies/${body.code}/people/leave`}
          text={`Leave ${body.name}`}
          variant="warning"
        />
      </>
    ),
  });
}

export async function leaveForm(c: Request): Promise<Response> {
  const body = await theBody(c);
  return orKeepAdministrator(c, body, async () => {
    await leaveBody(ownContext(c), body);
    return c.redirect("/me?done=left", 303);
  });
}

/** What is refused so that a body is never left without an administrator, said with a way on. */
async function orKeepAdministrator(
  c: Request,
  body: BodySummary,
  act: () => Promise<Response>,
): Promise<Response> {
  try {
    return await act();
  } catch (error) {
    if (!(error instanceof LastAdministrator)) throw error;
    return lastAdministratorPage(c, body);
  }
}

export function lastAdministratorPage(c: Request, body: { name: string; code: string }): Response {
  return columnPage(
    c,
    {
      title: "An administrator is needed",
      section: body.name,
      children: (
        <>
          <p>
            This is the only administrator of {body.name}. Without one nobody could give roles there, so
            nothing was changed.
          </p>
          <p>
            <a href={`/bodies/${body.code}/people/invite`}>Make somebody else an administrator</a> first, then
            do this again.
          </p>
        </>
      ),
    },
    409,
  );
}
