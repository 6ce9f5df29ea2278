import { randomUUID } from "node:crypto";
import { z } from "zod";
import { Invalid } from "#platform/problem.ts";
import { contextOf, type Request } from "#web/env.ts";
import { ownContext } from "#web/own-context.ts";
import { defineForm } from "#web/form/form.ts";
import type { FormState } from "#web/form/form-view.tsx";
import { submitForm } from "#web/form/submit-form.ts";
import { changeDiagram } from "../commands/change-diagram.ts";
import { copyBranchInto } from "../commands/copy-branch.ts";
import type { DiagramChange } from "../diagram/diagram.ts";
import { placeChanges, removeChanges, stepChanges, steps } from "../diagram/edit-list.ts";
import { branchToCopy, type BranchToCopy } from "../queries/branch-to-copy.ts";
import { nodeToEdit, type NodeToEdit } from "../queries/diagram-to-edit.ts";
import { nodePath } from "../views/plan-diagram.tsx";
import { frameOf, planFormPage } from "../views/plan-page.tsx";

/** One press: a step among its neighbours. A step that leads nowhere any more changes nothing. */
export async function stepNode(c: Request): Promise<Response> {
  const step = steps.find((one) => one === c.get("form")?.get("step"));
  return deed(c, "moved", (seen) => (step ? stepChanges(seen, seen.node.id, step) : []));
}

export async function placeNode(c: Request): Promise<Response> {
  const under = sent(c, "under");
  const how = sent(c, "how") === "link" ? "link" : "move";
  return deed(c, how === "link" ? "linked" : "moved", (seen) => {
    if (!seen.nodes.some((node) => node.id === under))
      throw new Invalid([{ field: "under", message: "Choose where it should stand" }]);
    return placeChanges(seen, seen.node.id, { under, how });
  });
}

export async function unlinkNode(c: Request): Promise<Response> {
  return deed(c, "unlinked", ({ node }) => {
    const from = sent(c, "from");
    return node.parents.length > 1 && node.parents.includes(from)
      ? [{ do: "unlink", id: node.id, from }]
      : [];
  });
}

function sent(c: Request, name: string): string {
  const value = c.get("form")?.get(name);
  return typeof value === "string" ? value : "";
}

async function deed(
  c: Request,
  word: string,
  changesFor: (seen: NodeToEdit) => DiagramChange[],
): Promise<Response> {
  const context = ownContext(c);
  const seen = await nodeToEdit(context, c.req.param("id")!, c.req.param("node")!);
  const changes = changesFor(seen);
  if (changes.length > 0) await changeDiagram(context, seen.plan.id, changes);
  return c.redirect(`${nodePath(seen.plan.id, seen.node)}?done=${word}`, 303);
}

const removeForm = defineForm({});

export async function removeNodePage(c: Request): Promise<Response> {
  return drawRemoval(c, await nodeToEdit(contextOf(c), c.req.param("id")!, c.req.param("node")!));
}

export async function removeNode(c: Request): Promise<Response> {
  const context = contextOf(c);
  const seen = await nodeToEdit(context, c.req.param("id")!, c.req.param("node")!);
  return submitForm(c, {
    form: removeForm,
    act: async () => {
      await changeDiagram(context, seen.plan.id, removeChanges(seen, seen.node.id).changes);
      return c.redirect(`/plans/${seen.plan.id}/diagram/list?done=removed`, 303);
    },
    redraw: (state, status) => drawRemoval(c, seen, state, status),
  });
}

function drawRemoval(c: Request, seen: NodeToEdit, state: FormState = {}, status = 200): Response {
  const { plan, node } = seen;
  const { also } = removeChanges(seen, node.id);
  return planFormPage(
    c,
    frameOf(c, plan),
    {
      under: "diagram",
      title: "Remove from the diagram",
      backLink: { text: "Back", href: nodePath(plan.id, node) },
      form: removeForm,
      action: `${nodePath(plan.id, node)}/remove`,
      submit: also.length === 0 ? "Remove it" : `Remove all ${also.length + 1}`,
      isDestructive: true,
      children: (
        <>
          <p>“{node.text}” goes from the diagram.</p>
          {also.length === 0 ? null : (
            <>
              <p>What stands only under it goes with it:</p>
              <ul className="nhsuk-list nhsuk-list--bullet">
                {also.map((one) => (
                  <li key={one.id}>{one.text}</li>
                ))}
              </ul>
            </>
          )}
          <p>Its tests and measures stay with the plan, and earlier versions of the diagram still show it.</p>
        </>
      ),
    },
    { state, status },
  );
}

const copyForm = (choices: BranchToCopy["plans"]) =>
  defineForm({
    to: {
      kind: "select",
      label: "Into which of your plans",
      options: choices.map(({ id, title, body }) => ({ value: id, label: `${title}, ${body}` })),
      schema: z.string().refine((id) => choices.some((one) => one.id === id), "Choose one of your plans"),
    },
  });

export async function copyBranchPage(c: Request): Promise<Response> {
  return drawCopy(c, await branchToCopy(ownContext(c), c.req.param("id")!, c.req.param("node")!));
}

export async function copyBranch(c: Request): Promise<Response> {
  const context = ownContext(c);
  const branch = await branchToCopy(context, c.req.param("id")!, c.req.param("node")!);
  return submitForm(c, {
    form: copyForm(branch.plans),
    act: async ({ to }) => {
      await copyBranchInto(context, { branch, to, newId: randomUUID });
      return c.redirect(`/plans/${to}/diagram/list?done=copied`, 303);
    },
    redraw: (state, status) => drawCopy(c, branch, state, status),
  });
}

function drawCopy(c: Request, branch: BranchToCopy, state: FormState = {}, status = 200): Response {
  const { plan, node, nodes, plans } = branch;
  const page = {
    under: "diagram" as const,
    title: "Copy a branch into a plan of yours",
    backLink: { text: "Back", href: nodePath(plan.id, node) },
    form: copyForm(plans),
    action: `${nodePath(plan.id, node)}/copy`,
    submit: "Copy it",
    children: (
      <>
        <p>
          “{node.text}” {nodes.length === 1 ? "is" : `and ${nodes.length - 1} under it are`} copied under the
          aim of your plan. Each entry says that it comes from “{plan.title}” of {plan.body.name}.
        </p>
        {plans.length === 0 ? (
          <p>You take part in no other plan yet. Start one first, then come back.</p>
        ) : null}
      </>
    ),
  };
  return planFormPage(c, frameOf(c, plan), page, { state, status });
}
