import type { ReactNode } from "react";
import { randomUUID } from "node:crypto";
import { isId } from "#platform/id.ts";
import { Invalid, NotFound } from "#platform/problem.ts";
import { Button } from "#ui/nhs/button.tsx";
import { Input } from "#ui/nhs/input.tsx";
import { Radios } from "#ui/nhs/radios.tsx";
import { Select } from "#ui/nhs/select.tsx";
import { contextOf, type Request } from "#web/env.ts";
import { ownContext } from "#web/own-context.ts";
import { align, endAlignment } from "../commands/align.ts";
import { nodesToAlign } from "../queries/plan-alignments.ts";
import { planPage, planPath } from "../views/plan-page.tsx";
import type { PlanFrame } from "../workspace-parts.ts";
import { planOf } from "./plan-of.ts";

/** Words first, then the entry of another plan that is meant. */
export async function alignPage(c: Request): Promise<Response> {
  const frame = await planOf(c);
  const said = (c.req.query("q") ?? "").slice(0, 200);
  const found = await nodesToAlign(contextOf(c), frame.plan, said);
  const action = planPath(frame.plan, "/align");
  return planPage(c, frame, {
    under: "overview",
    title: "What it serves",
    hasProblems: c.req.query("problem") === "choose",
    children: (
      <>
        <p>
          Say which aim or driver of another plan this one serves, such as your organisation’s strategy or a
          national framework. It is your claim: nobody has to agree, and you can take it back.
        </p>
        <form action={action} method="get" className="tl-search">
          <Input
            id="q"
            name="q"
            type="search"
            label={{ text: "Find an aim or a driver" }}
            hint={{ text: "Such as falls, or leadership" }}
            value={said}
          />
          <Button text="Find" />
        </form>
        {said === "" ? null : <Choose frame={frame} found={found} action={action} said={said} />}
      </>
    ),
  });
}

type ChooseProps = {
  frame: PlanFrame;
  found: Awaited<ReturnType<typeof nodesToAlign>>;
  action: string;
  said: string;
};

function Choose({ frame, found, action, said }: ChooseProps): ReactNode {
  if (found.found.length === 0)
    return <p>Nothing that you can see holds these words. Try fewer or others.</p>;
  return (
    <form action={action} method="post">
      <input type="hidden" name="_key" value={randomUUID()} />
      <input type="hidden" name="q" value={said} />
      <Radios
        idPrefix="to"
        name="to"
        fieldset={{ legend: { text: "Which one it serves", size: "m" } }}
        items={found.found.map((one) => ({
          value: one.nodeId,
          text: one.text,
          hint: { text: `${one.planTitle}, ${one.bodyName}` },
        }))}
      />
      <Select
        id="node"
        name="node"
        label={{ text: "What of yours serves it" }}
        items={[
          { value: "", text: `The ${frame.words.kind} as a whole` },
          ...found.nodes.map(({ id, text }) => ({ value: id, text: text.slice(0, 120) })),
        ]}
      />
      <Input
        id="reason"
        name="reason"
        label={{ text: "How it serves it" }}
        hint={{ text: "A few words, if you like" }}
      />
      <Button text="Save" />
    </form>
  );
}

export async function saveAlignment(c: Request): Promise<Response> {
  const context = ownContext(c);
  const planId = c.req.param("id") ?? "";
  const given = (name: string): string => {
    const value = c.get("form")?.get(name);
    return typeof value === "string" ? value.trim() : "";
  };
  const node = given("node");
  try {
    await align(context, planId, {
      toNodeId: isId(given("to")) ? given("to") : "00000000-0000-0000-0000-000000000000",
      nodeId: isId(node) ? node : null,
      reason: given("reason").slice(0, 300),
    });
  } catch (error) {
    if (!(error instanceof Invalid)) throw error;
    return c.redirect(
      `/plans/${planId}/align?${new URLSearchParams({ q: given("q"), problem: "choose" })}`,
      303,
    );
  }
  return c.redirect(`/plans/${planId}?done=aligned`, 303);
}

export async function endAlignmentForm(c: Request): Promise<Response> {
  const id = c.req.param("alignment");
  if (!isId(id)) throw new NotFound();
  const planId = c.req.param("id") ?? "";
  await endAlignment(ownContext(c), planId, id);
  return c.redirect(`/plans/${planId}?done=unaligned`, 303);
}
