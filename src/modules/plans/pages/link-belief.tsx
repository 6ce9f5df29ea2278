import type { ReactNode } from "react";
import { z } from "zod";
import { dayInWords } from "#platform/moments.ts";
import { beliefs, beliefWords } from "#ui/diagram/belief.ts";
import { Table } from "#ui/nhs/table.tsx";
import { contextOf, type Request } from "#web/env.ts";
import { defineForm } from "#web/form/form.ts";
import type { FormState } from "#web/form/form-view.tsx";
import { submitForm } from "#web/form/submit-form.ts";
import { holdBelief } from "../commands/hold-belief.ts";
import { beliefHints, testedWords } from "../diagram/belief-held.ts";
import { linkBelief, type LinkBelief } from "../queries/link-belief.ts";
import { nodePath } from "../views/plan-diagram.tsx";
import { beliefPath } from "../views/node-beliefs.tsx";
import { frameOf, planFormPage, planPage } from "../views/plan-page.tsx";
import { short } from "./test-form.ts";

const form = defineForm({
  belief: {
    kind: "choice",
    label: "How sure are you now?",
    options: beliefs.map((belief) => ({
      value: belief,
      label: beliefWords[belief],
      hint: beliefHints[belief],
    })),
    schema: z.enum(beliefs, "Choose how sure you are"),
  },
  reason: {
    kind: "long-text",
    label: "Why",
    hint: "What you saw, counted or read. Whoever looks back wants to know what changed your mind",
    rows: 3,
    most: 1000,
    schema: short("Why", 1000).min(1, "Say in a line why you think so"),
  },
});

async function linkOf(c: Request): Promise<LinkBelief> {
  const link = { childId: c.req.param("node") ?? "", parentId: c.req.param("parent") ?? "" };
  return linkBelief(contextOf(c), c.req.param("id") ?? "", link);
}

/** One link of the theory: how sure the team is of it, and how that changed as it tested. */
export async function linkBeliefPage(c: Request): Promise<Response> {
  const seen = await linkOf(c);
  const { held, version } = seen;
  return draw(c, seen, { typed: { belief: held[0]?.belief ?? "", reason: "" }, version });
}

export async function saveLinkBelief(c: Request): Promise<Response> {
  const seen = await linkOf(c);
  const { plan, node, parent } = seen;
  return submitForm(c, {
    form,
    act: async (given, version) => {
      const said = { ...given, parentId: parent.id, childId: node.id, version };
      await holdBelief(contextOf(c), plan.id, said);
      return c.redirect(`${nodePath(plan.id, node)}?done=believed`, 303);
    },
    redraw: (state, status) => draw(c, seen, state, status),
  });
}

function draw(c: Request, seen: LinkBelief, state: FormState, status = 200): Response {
  const { plan, node, parent, can } = seen;
  const frame = frameOf(c, plan);
  const page = {
    under: "diagram" as const,
    title: "How sure the team is",
    backLink: { text: "Back", href: nodePath(plan.id, node) },
    children: (
      <>
        <p>
          Does “{node.text}” move “{parent.text}”?
        </p>
        <History seen={seen} />
      </>
    ),
  };
  if (!can.edit) return planPage(c, frame, page);
  return planFormPage(
    c,
    frame,
    {
      ...page,
      form,
      action: beliefPath(plan.id, node, parent),
      submit: "Save",
      draft: `belief:${node.id}:${parent.id}`,
    },
    { state, status },
  );
}

function History({ seen: { held } }: { seen: LinkBelief }): ReactNode {
  if (held.length === 0) return <p>Nobody has said yet. Say it before you test, and again after.</p>;
  return (
    <Table
      caption="What was believed, the newest first"
      responsive
      head={["Day", "How sure", "Tests by then", "Why", "Who"].map((text) => ({ text }))}
      firstCellIsHeader
      rows={held.map((one) => [
        { text: dayInWords(one.at) },
        { text: beliefWords[one.belief] },
        { text: testedWords(one.tested) },
        { text: one.reason },
        { text: one.by ?? "Name not kept" },
      ])}
    />
  );
}
