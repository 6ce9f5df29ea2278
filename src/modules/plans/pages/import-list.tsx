import type { ReactNode } from "react";
import { z } from "zod";
import { Invalid } from "#platform/problem.ts";
import { DataClassWarning } from "#ui/data-class-warning.tsx";
import { Outline } from "#ui/diagram/outline.tsx";
import { Details } from "#ui/nhs/details.tsx";
import { Table } from "#ui/nhs/table.tsx";
import { PostButton } from "#ui/post-button.tsx";
import { contextOf, type Request } from "#web/env.ts";
import { defineForm } from "#web/form/form.ts";
import type { FormState } from "#web/form/form-view.tsx";
import { submitForm } from "#web/form/submit-form.ts";
import { importDiagram } from "../commands/import-diagram.ts";
import { importTests } from "../commands/import-tests.ts";
import { keepImport } from "../commands/keep-import.ts";
import { testDates } from "../exports/plan-facts.ts";
import { lyingType } from "../imports/lying-type.ts";
import { readDiagram } from "../imports/read-diagram.ts";
import type { ReadDiagram } from "../imports/read-node.ts";
import { readTests, type ReadTests } from "../imports/read-tests.ts";
import { scaleLabels } from "../plan-test.ts";
import { checkedDiagram, checkedTests, pastedName, pastedText } from "../queries/checked-import.ts";
import { planToEdit } from "../queries/plan-to-edit.ts";
import { LineProblems } from "../views/line-problems.tsx";
import { frameOf, planFormPage, planPage, planPath } from "../views/plan-page.tsx";
import type { PlanFrame } from "../workspace-part.ts";
import { counted } from "#ui/counted.ts";

type ListKind = "diagram" | "tests";

const form = defineForm({
  file: {
    kind: "file",
    label: "Choose a file",
    hint: "Excel, CSV or a text file, up to 10MB",
    accept: ".xlsx,.csv,.txt,text/csv,text/plain",
    schema: z.instanceof(File).optional(),
  },
  text: {
    kind: "long-text",
    label: "Or paste it here",
    hint: "Indented text, or columns copied from Excel",
    rows: 8,
    schema: z.string().max(200_000, "This is too long to be pasted: save it as a file and upload that"),
  },
});

const titles: Record<ListKind, string> = {
  diagram: "Import a driver diagram",
  tests: "Import a list of tests",
};

async function frameToEdit(c: Request): Promise<PlanFrame> {
  return frameOf(c, await planToEdit(contextOf(c), c.req.param("id") ?? ""));
}

const uploadPage = (kind: ListKind) => async (c: Request) => {
  const frame = await frameToEdit(c);
  const id = c.req.query("again");
  const text = id ? await pastedText(contextOf(c), frame.plan, { id, kind }) : "";
  return drawUpload(c, frame, { kind, state: { typed: { text } } });
};

export const importDiagramPage = uploadPage("diagram");
export const importTestsPage = uploadPage("tests");

const saveUpload =
  (kind: ListKind) =>
  async (c: Request): Promise<Response> => {
    const context = contextOf(c);
    const frame = await frameToEdit(c);
    return submitForm(c, {
      form,
      act: async ({ file, text }) => {
        const upload = await contentOf(file, text);
        // What cannot be read at all is said here, where the file was chosen.
        await (kind === "diagram" ? readDiagram(upload.content) : readTests(upload.content, "2000-01-01"));
        const id = await keepImport(context, frame.plan, { kind, ...upload });
        return c.redirect(planPath(frame.plan, `/import/${kind}/${id}`), 303);
      },
      redraw: (state, status) => drawUpload(c, frame, { kind, state, status }),
    });
  };

export const saveDiagramUpload = saveUpload("diagram");
export const saveTestsUpload = saveUpload("tests");

async function contentOf(
  file: File | undefined,
  text: string,
): Promise<{ name: string; content: Uint8Array }> {
  if (file) {
    const content = new Uint8Array(await file.arrayBuffer());
    const lie = lyingType(file.name, content);
    if (lie) throw new Invalid([{ field: "file", message: lie }]);
    return { name: file.name.slice(0, 200), content };
  }
  if (text.trim() === "")
    throw new Invalid([{ field: "file", message: "Choose a file, or paste what is to be imported" }]);
  return { name: pastedName, content: new TextEncoder().encode(text) };
}

type Drawn = { kind: ListKind; state?: FormState; status?: number };

function drawUpload(c: Request, frame: PlanFrame, { kind, state = {}, status = 200 }: Drawn): Response {
  return planFormPage(
    c,
    frame,
    {
      under: kind,
      title: titles[kind],
      form,
      action: planPath(frame.plan, `/import/${kind}`),
      submit: "Check it",
      children: (
        <>
          <p>
            You see first what it would do. Nothing changes before you confirm, and then all of it comes in or
            none.
          </p>
          <DataClassWarning dataClass="plan" />
          {kind === "diagram" ? <DiagramHelp /> : <TestsHelp />}
        </>
      ),
    },
    { state, status },
  );
}

function DiagramHelp(): ReactNode {
  return (
    <Details summary="What the file can look like">
      <p>Indented text, a line for each entry, with what stands under it further to the right:</p>
      <pre>
        {"Fewer falls at night\n  Staff see who may fall\n    A leaf on the bed\n  A safe way to the toilet"}
      </pre>
      <p>
        A sheet with a column for each level. Or a sheet with the headings “No.”, “Kind”, “Entry” and “Under”,
        a row for each entry, as our own workbook has it.
      </p>
    </Details>
  );
}

function TestsHelp(): ReactNode {
  return (
    <Details summary="What the file can look like">
      <p>
        A sheet or a CSV file with headings. Only “What is tried” is needed. Others are: Change idea,
        Question, Prediction, First day, Last day, Where, Scale, How many, Who, What happened, Decision, What
        was learned.
      </p>
      <p>Or text, with each test at the margin and what is said of it below:</p>
      <pre>{"A leaf on one bed\n  First day: 1 March 2026\n  Prediction: The night nurse sees it"}</pre>
    </Details>
  );
}

export async function checkDiagramPage(c: Request): Promise<Response> {
  const frame = await frameToEdit(c);
  const { id, name, read } = await checkedDiagram(contextOf(c), frame.plan, c.req.param("import") ?? "");
  return drawCheck(c, frame, {
    kind: "diagram",
    id,
    name,
    problems: read.problems,
    shown: <DiagramShown read={read} />,
  });
}

export async function checkTestsPage(c: Request): Promise<Response> {
  const frame = await frameToEdit(c);
  const { id, name, read } = await checkedTests(contextOf(c), frame.plan, c.req.param("import") ?? "");
  return drawCheck(c, frame, {
    kind: "tests",
    id,
    name,
    problems: read.problems,
    shown: <TestsShown read={read} />,
  });
}

type Check = {
  kind: ListKind;
  id: string;
  name: string;
  problems: ReadDiagram["problems"];
  shown: ReactNode;
};

function drawCheck(c: Request, frame: PlanFrame, { kind, id, name, problems, shown }: Check): Response {
  const path = planPath(frame.plan, `/import/${kind}`);
  const isPasted = name === pastedName;
  const sort = isPasted ? "text" : "file";
  return planPage(c, frame, {
    under: kind,
    title: problems.length > 0 ? `The ${sort} cannot come in yet` : "Check what comes in",
    hasProblems: problems.length > 0,
    children: (
      <>
        <p className="tl-quiet">{name}</p>
        {problems.length > 0 ? (
          <LineProblems
            problems={problems}
            again={isPasted ? `${path}?again=${id}` : path}
            isPasted={isPasted}
          />
        ) : (
          <>
            {shown}
            <PostButton action={`${path}/${id}`} text="Bring it in" />
            <p>
              <a href={isPasted ? `${path}?again=${id}` : path}>
                {isPasted ? "Change the text" : "Choose another file"}
              </a>
            </p>
          </>
        )}
      </>
    ),
  });
}

function DiagramShown({ read: { nodes } }: { read: ReadDiagram }): ReactNode {
  return (
    <>
      <p>
        {counted(nodes.length, "entry", "entries")} would come under your aim. The aim keeps its own words,
        and an entry that is there already is not doubled.
      </p>
      <Outline
        nodes={nodes.map(({ no, kind, text, under }) => ({
          id: String(no),
          kind,
          text,
          parents: under.map(String),
        }))}
      />
    </>
  );
}

const mostShown = 50;

function TestsShown({ read: { tests, withoutDay } }: { read: ReadTests }): ReactNode {
  return (
    <>
      <p>
        {counted(tests.length, "test")} would come into the log.
        {withoutDay > 0 ? ` ${counted(withoutDay, "test")} without a first day would begin today.` : ""}
      </p>
      <Table
        caption={{
          text: tests.length > mostShown ? `The first ${mostShown} of them` : "They are",
          size: "s",
        }}
        firstCellIsHeader
        responsive
        head={["What is tried", "When", "Scale", "Prediction"]}
        rows={tests
          .slice(0, mostShown)
          .map(({ test }) => [
            test.change,
            testDates(test),
            scaleLabels[test.scale],
            test.prediction || "None",
          ])}
      />
    </>
  );
}

export async function bringDiagram(c: Request): Promise<Response> {
  const context = contextOf(c);
  const { plan } = await frameToEdit(c);
  const { id, read } = await checkedDiagram(context, plan, c.req.param("import") ?? "");
  if (read.problems.length > 0) return c.redirect(planPath(plan, `/import/diagram/${id}`), 303);
  await importDiagram(context, plan.id, { nodes: read.nodes, importId: id });
  return c.redirect(planPath(plan, "/diagram/list?done=pasted"), 303);
}

export async function bringTests(c: Request): Promise<Response> {
  const context = contextOf(c);
  const { plan } = await frameToEdit(c);
  const { id, read } = await checkedTests(context, plan, c.req.param("import") ?? "");
  if (read.problems.length > 0) return c.redirect(planPath(plan, `/import/tests/${id}`), 303);
  await importTests(context, plan, { tests: read.tests, importId: id });
  return c.redirect(planPath(plan, "/tests?done=imported"), 303);
}
