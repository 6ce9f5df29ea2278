import { Fragment, type ReactNode } from "react";
import { z } from "zod";
import { randomUUID } from "node:crypto";
import { outlineOf, type OutlineItem } from "#ui/diagram/outline-tree.ts";
import { Outline } from "#ui/diagram/outline.tsx";
import { countWords } from "#ui/diagram/node-words.ts";
import { VisuallyHidden } from "#ui/nhs/visually-hidden.tsx";
import { contextOf, type Request } from "#web/env.ts";
import { doneWord } from "#web/done-word.ts";
import { defineForm } from "#web/form/form.ts";
import { FormProblems, FormView, type FormState } from "#web/form/form-view.tsx";
import { submitForm } from "#web/form/submit-form.ts";
import { changeDiagram } from "../commands/change-diagram.ts";
import { pasteChanges } from "../diagram/edit-list.ts";
import { planDiagram, type PlanDiagram } from "../queries/plan-diagram.ts";
import { diagramToEdit } from "../queries/diagram-to-edit.ts";
import { nodeWords, type NodeWords } from "../diagram/node-words.ts";
import { DiagramViews } from "../views/diagram-views.tsx";
import { nodePath } from "../views/plan-diagram.tsx";
import { frameOf, planPage } from "../views/plan-page.tsx";

const done = {
  saved: "The change is saved.",
  added: "It is added.",
  pasted: "All of it is added.",
  begun: "The drivers of the topic are added. Cross out and write over what does not fit.",
  removed: "It is removed. Earlier versions still have it.",
  copied: "The branch is copied, with credit to where it comes from.",
};

const pasteForm = defineForm({
  text: {
    kind: "long-text",
    label: "Add many at once",
    hint: "Indented text, or columns copied from Excel. It goes under the aim",
    rows: 6,
    schema: z
      .string()
      .min(1, "Enter what is to be added")
      .max(100_000, "This is too long to be added at once"),
  },
});

/** The diagram as a list: the same nodes, changed by plain forms. */
export async function diagramListPage(c: Request): Promise<Response> {
  return draw(c, await planDiagram(contextOf(c), c.req.param("id")!));
}

export async function savePasted(c: Request): Promise<Response> {
  const context = contextOf(c);
  const seen = await diagramToEdit(context, c.req.param("id")!);
  return submitForm(c, {
    form: pasteForm,
    act: async ({ text }) => {
      await changeDiagram(context, seen.plan.id, pasteChanges(seen, { text, newId: randomUUID }));
      return c.redirect(`/plans/${seen.plan.id}/diagram/list?done=pasted`, 303);
    },
    redraw: (state, status) => draw(c, seen, state, status),
  });
}

function draw(c: Request, seen: PlanDiagram, state: FormState = {}, status = 200): Response {
  const { plan, nodes, can } = seen;
  const frame = frameOf(c, plan);
  const words = nodeWords(frame, nodes);
  return planPage(
    c,
    frame,
    {
      under: "diagram",
      title: "The diagram as a list",
      hasProblems: Boolean(state.problems?.length),
      success: doneWord(c, done),
      above: <FormProblems form={pasteForm} state={state} />,
      wide: true,
      children: (
        <>
          <DiagramViews frame={frame} current="list" />
          <div className="tl-diagram-column">
            {can.edit ? (
              <>
                <p>Choose an entry to change its words, add under it, move it or remove it.</p>
                <Entries planId={plan.id} items={outlineOf(nodes)} words={words} />
                <FormView
                  form={pasteForm}
                  state={state}
                  action={`/plans/${plan.id}/diagram/list`}
                  submit="Add these"
                  draft={`diagram-${plan.id}`}
                />
                <p>
                  <a href={`/plans/${plan.id}/diagram/begin`}>Begin from a topic, or from others’ diagrams</a>
                </p>
                <p>
                  <a href={`/plans/${plan.id}/import/diagram`}>Or bring a diagram in from a file</a>
                </p>
              </>
            ) : (
              <Outline nodes={nodes} href={(node) => nodePath(plan.id, node)} words={words} />
            )}
          </div>
        </>
      ),
    },
    status,
  );
}

type EntriesProps = { planId: string; items: readonly OutlineItem[]; words: NodeWords };

function Entries(props: EntriesProps): ReactNode {
  return (
    <div className="tl-outline">
      <Level {...props} />
    </div>
  );
}

function Level({ planId, items, words }: EntriesProps): ReactNode {
  if (items.length === 0) return null;
  return (
    <ul className="tl-outline__level">
      {items.map(({ node, children, isRepeated }) => (
        <li key={node.id} className={`tl-outline__item tl-outline__item--${node.kind}`}>
          <div className="tl-outline__entry">
            <span className="tl-outline__kind">{words[node.kind].one}</span>
            <a href={nodePath(planId, node)}>
              <VisuallyHidden>Change </VisuallyHidden>
              {node.text}
            </a>
            <span className="tl-outline__foot">
              {[countWords(node), isRepeated ? "Shown in full above" : ""].filter(Boolean).map((words) => (
                <Fragment key={words}>{words} </Fragment>
              ))}
            </span>
          </div>
          <Level planId={planId} items={children} words={words} />
        </li>
      ))}
    </ul>
  );
}
