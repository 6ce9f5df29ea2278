import { randomUUID } from "node:crypto";
import type { ReactNode } from "react";
import { z } from "zod";
import { kindWords } from "#ui/diagram/kind-words.ts";
import { Button } from "#ui/nhs/button.tsx";
import { Select } from "#ui/nhs/select.tsx";
import { PostButton } from "#ui/post-button.tsx";
import { contextOf, type Request } from "#web/env.ts";
import { doneWord } from "#web/done-word.ts";
import { defineForm } from "#web/form/form.ts";
import { FormProblems, FormView, type FormState } from "#web/form/form-view.tsx";
import { submitForm } from "#web/form/submit-form.ts";
import { changeDiagram } from "../commands/change-diagram.ts";
import { draft as drafts, type DiagramChange, type NodeKind } from "../diagram/diagram.ts";
import { addChanges, draftOfSeen, parentsToChoose, possibleSteps, type Step } from "../diagram/edit-list.ts";
import { nodeWords } from "../diagram/node-words.ts";
import { nodeInSight, nodeToEdit, type NodeToEdit } from "../queries/diagram-to-edit.ts";
import type { PlanWords } from "../plan-words.ts";
import { beliefLink, NodeBeliefs } from "../views/node-beliefs.tsx";
import { NodeFacts } from "../views/node-facts.tsx";
import { nodePath } from "../views/plan-diagram.tsx";
import { frameOf, planPage } from "../views/plan-page.tsx";

const text = z
  .string()
  .min(1, "Enter a few words")
  .max(500, "Use 500 characters or fewer")
  .transform((words) => words.replaceAll(/\s+/g, " "));

const wordsForm = defineForm({
  text: { kind: "long-text", label: "Words", rows: 3, most: 500, autosave: false, schema: text },
  kind: {
    kind: "select",
    label: "What it is",
    schema: z.enum(["aim", "primary", "secondary", "idea"]),
    options: (["primary", "secondary", "idea"] as const).map((kind) => ({
      value: kind,
      label: kindWords[kind].one,
    })),
  },
});
const aimForm = defineForm({ text: wordsForm.fields.text });

const addForm = defineForm({ new: { kind: "text", label: "Add under it", schema: text } });

const done = {
  saved: "The change is saved.",
  added: "It is added.",
  moved: "It is moved.",
  linked: "It now stands there as well.",
  unlinked: "It no longer stands there.",
  believed: "How sure you are is saved.",
};

export async function diagramNodePage(c: Request): Promise<Response> {
  const context = contextOf(c);
  const seen = await nodeInSight(context, c.req.param("id")!, c.req.param("node")!);
  const { node } = seen;
  return draw(c, seen, { words: { typed: { text: node.text, kind: node.kind }, version: node.version } });
}

export async function saveNodeWords(c: Request): Promise<Response> {
  const context = contextOf(c);
  const seen = await nodeToEdit(context, c.req.param("id")!, c.req.param("node")!);
  return submitForm(c, {
    form: seen.node.kind === "aim" ? aimForm : wordsForm,
    act: async (given, version) => {
      const kind = "kind" in given ? (given.kind as NodeKind) : "aim";
      await changeDiagram(context, seen.plan.id, wordsChanges(seen, { text: given.text, kind, version }));
      return c.redirect(`${nodePath(seen.plan.id, seen.node)}?done=saved`, 303);
    },
    redraw: (words, status) => draw(c, seen, { words }, status),
  });
}

function wordsChanges(
  { node }: NodeToEdit,
  given: { text: string; kind: NodeKind; version: number },
): DiagramChange[] {
  const changes: DiagramChange[] = [{ do: "rename", id: node.id, text: given.text, version: given.version }];
  return given.kind === node.kind ? changes : [...changes, { do: "kind", id: node.id, kind: given.kind }];
}

export async function saveNodeBelow(c: Request): Promise<Response> {
  const context = contextOf(c);
  const seen = await nodeToEdit(context, c.req.param("id")!, c.req.param("node")!);
  return submitForm(c, {
    form: addForm,
    act: async (given) => {
      const added = { id: randomUUID(), text: given.new };
      await changeDiagram(context, seen.plan.id, addChanges(seen, seen.node.id, added));
      return c.redirect(`${nodePath(seen.plan.id, seen.node)}?done=added`, 303);
    },
    redraw: (add, status) => {
      const { node } = seen;
      return draw(
        c,
        seen,
        { add, words: { typed: { text: node.text, kind: node.kind }, version: node.version } },
        status,
      );
    },
  });
}

type States = { words: FormState; add?: FormState };

function draw(c: Request, seen: NodeToEdit, { words, add = {} }: States, status = 200): Response {
  const { plan, node, can } = seen;
  const form = node.kind === "aim" ? aimForm : wordsForm;
  const frame = frameOf(c, plan);
  return planPage(
    c,
    frame,
    {
      under: "diagram",
      title: nodeWords(frame, seen.nodes)[node.kind].one,
      hasProblems: [words, add].some(
        (state) => Boolean(state.problems?.length) || state.conflict !== undefined,
      ),
      success: doneWord(c, done),
      breadcrumbs: [
        { text: "Improvement work", href: "/plans" },
        { text: plan.title, href: `/plans/${plan.id}` },
        { text: frame.words.diagram, href: `/plans/${plan.id}/diagram/list` },
      ],
      above: (
        <>
          <FormProblems form={form} state={words} />
          <FormProblems form={addForm} state={add} />
        </>
      ),
      children: can.edit ? (
        <>
          <FormView form={form} state={words} action={nodePath(plan.id, node)} submit="Save the words" />
          <Facts seen={seen} words={frame.words} />
          <Below seen={seen} state={add} />
          {node.kind === "aim" ? null : <Places seen={seen} />}
          <Credit seen={seen} />
        </>
      ) : (
        <Reading seen={seen} words={frame.words} />
      ),
    },
    status,
  );
}

/** Whoever does not work on it may take it along into work of their own. */
type Seen = { seen: NodeToEdit; words: PlanWords };

function Reading({ seen, words }: Seen): ReactNode {
  const { plan, node } = seen;
  return (
    <>
      <p className="nhsuk-lede-text">{node.text}</p>
      <NodeBeliefs seen={seen} />
      <Children seen={seen} />
      <Facts seen={seen} words={words} />
      <Credit seen={seen} />
      <p>
        <a href={`${nodePath(plan.id, node)}/copy`}>Copy this branch into a plan of yours</a>
      </p>
    </>
  );
}

function Facts({ seen: { plan, node, measured, tried, can }, words }: Seen): ReactNode {
  const facts = { node, measured, tried, words };
  return <NodeFacts planId={plan.id} {...facts} canEdit={can.edit} />;
}

function Children({ seen: { plan, node, nodes } }: { seen: NodeToEdit }): ReactNode {
  const children = nodes.filter((one) => one.parents.includes(node.id));
  if (children.length === 0) return <p>Nothing stands under it yet.</p>;
  return (
    <ul className="nhsuk-list nhsuk-list--bullet">
      {children.map((child) => (
        <li key={child.id}>
          <a href={nodePath(plan.id, child)}>{child.text}</a>
        </li>
      ))}
    </ul>
  );
}

function Below({ seen, state }: { seen: NodeToEdit; state: FormState }): ReactNode {
  const { plan, node } = seen;
  return (
    <section aria-labelledby="below">
      <h2 id="below">Under it</h2>
      <Children seen={seen} />
      <FormView form={addForm} state={state} action={`${nodePath(plan.id, node)}/add`} submit="Add" />
    </section>
  );
}

const stepWords: Record<Step, string> = {
  up: "Move up",
  down: "Move down",
  out: "Move out a level",
  in: "Move in a level",
};

function Places({ seen }: { seen: NodeToEdit }): ReactNode {
  const { plan, node, nodes } = seen;
  const path = nodePath(plan.id, node);
  const parents = drafts
    .parentsOf(draftOfSeen(seen), node.id)
    .flatMap((id) => nodes.filter((one) => one.id === id));
  return (
    <section aria-labelledby="places">
      <h2 id="places">Where it stands</h2>
      {parents.map((parent) => (
        <div key={parent.id} className="tl-diagram-place">
          <p>
            Under <a href={nodePath(plan.id, parent)}>{parent.text}</a>. {beliefLink(seen, parent)}
          </p>
          {parents.length > 1 ? (
            <PostButton
              action={`${path}/unlink`}
              text="Take it from there"
              about={`from under ${parent.text}`}
              variant="secondary"
              small
              fields={{ from: parent.id }}
            />
          ) : null}
        </div>
      ))}
      <div className="tl-diagram-steps">
        {possibleSteps(seen, node.id).map((step) => (
          <PostButton
            key={step}
            action={`${path}/step`}
            text={stepWords[step]}
            variant="secondary"
            small
            fields={{ step }}
          />
        ))}
      </div>
      <PlaceForm seen={seen} />
      <p>
        <a href={`${path}/copy`}>Copy this branch into another plan</a>
      </p>
      <p>
        <a href={`${path}/remove`}>Remove it from the diagram</a>
      </p>
    </section>
  );
}

function PlaceForm({ seen }: { seen: NodeToEdit }): ReactNode {
  const { plan, node } = seen;
  const choices = parentsToChoose(seen, node.id);
  if (choices.length === 0) return null;
  return (
    <form action={`${nodePath(plan.id, node)}/place`} method="post">
      <input type="hidden" name="_key" value={randomUUID()} />
      <Select
        id="under"
        name="under"
        label={{ text: "Another place" }}
        items={choices.map((one) => ({ value: one.id, text: `${kindWords[one.kind].one}: ${one.text}` }))}
      />
      <div className="nhsuk-button-group">
        <Button text="Move it there" name="how" value="move" variant="secondary" preventDoubleClick />
        <Button text="Put it there as well" name="how" value="link" variant="secondary" preventDoubleClick />
      </div>
    </form>
  );
}

function Credit({ seen: { credit } }: { seen: NodeToEdit }): ReactNode {
  if (!credit) return null;
  return (
    <p>
      Copied from <a href={`/plans/${credit.planId}/diagram`}>{credit.title}</a>, {credit.body}.
    </p>
  );
}
