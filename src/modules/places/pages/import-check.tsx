import type { ReactNode } from "react";
import { z } from "zod";
import { contextOf, type Request } from "#web/env.ts";
import { defineForm } from "#web/form/form.ts";
import { FormProblems, FormView, type FormState } from "#web/form/form-view.tsx";
import { submitForm } from "#web/form/submit-form.ts";
import { renderPage } from "#web/render.tsx";
import { applyImport } from "../commands/apply-import.ts";
import type { ImportPlan } from "../import/plan.ts";
import { paging } from "#platform/paging.ts";
import { importCheck, type ImportCheck } from "../queries/import-check.ts";
import { importExample } from "../queries/import-start.ts";
import { counted } from "#ui/counted.ts";
import { ImportCounts, ImportExamples, ProblemTable } from "../views/import-report.tsx";
import { PageLinks } from "#ui/page-links.tsx";

const problemsOnPage = 50;

const plain = defineForm({});

function formFor(plan: ImportPlan) {
  if (!plan.closesMany) return plain;
  const label = `Yes, it is right to close ${counted(plan.closed.length, "organisation")}`;
  return defineForm({
    closures: {
      kind: "choices",
      label: "This closes more than 2 in 100 of those that are open",
      options: [{ value: "yes", label }],
      schema: z
        .array(z.string())
        .refine(
          (ticked) => ticked.includes("yes"),
          "Tick the box to say that it is right to close so many organisations",
        ),
    },
  });
}

export async function importCheckPage(c: Request): Promise<Response> {
  return draw(c, await importCheck(contextOf(c), c.req.param("id")!), {});
}

export async function confirmImport(c: Request): Promise<Response> {
  const context = contextOf(c);
  const check = await importCheck(context, c.req.param("id")!);
  return submitForm(c, {
    form: formFor(check.plan),
    act: async () => {
      await applyImport(context, check.id, check.plan.closesMany);
      return c.redirect("/bodies/import?done=loaded", 303);
    },
    redraw: (state, status) => draw(c, check, state, status),
  });
}

export function importExampleFile(c: Request): Response {
  return c.body(importExample(contextOf(c)), 200, {
    "Content-Type": "text/csv; charset=utf-8",
    "Content-Disposition": 'attachment; filename="organisations.csv"',
  });
}

function draw(c: Request, check: ImportCheck, state: FormState, status = 200): Response {
  const { plan, loaded } = check;
  const shown = paging(plan.problems.length, Number(c.req.query("page") ?? 1), problemsOnPage);
  const title = loaded
    ? "This file was loaded"
    : plan.problems.length > 0
      ? "This file cannot be loaded yet"
      : "What this file would change";
  return renderPage(
    c,
    {
      title,
      section: "Organisations",
      hasProblems: Boolean(state.problems?.length),
      part: { page: shown.page, of: shown.pages },
      backLink: { text: "Back", href: "/bodies/import" },
      children: (
        <div className="nhsuk-grid-row">
          <div className="nhsuk-grid-column-two-thirds">
            <FormProblems form={formFor(plan)} state={state} />
            <h1 className="nhsuk-heading-l">{title}</h1>
            {loaded ? <LoadedBefore /> : <Report check={check} state={state} />}
            {!loaded && shown.total > 0 ? (
              <>
                <ProblemTable
                  problems={plan.problems.slice(shown.offset, shown.offset + shown.size)}
                  total={shown.total}
                />
                <PageLinks paging={shown} href={(page) => `/bodies/import/${check.id}?page=${page}`} />
              </>
            ) : null}
          </div>
        </div>
      ),
    },
    status,
  );
}

function LoadedBefore(): ReactNode {
  return (
    <p>
      A file is loaded once. <a href="/bodies/import">Import another file</a>
    </p>
  );
}

function nothingToLoad({ unchanged, leftOut }: ImportCheck["plan"]): string {
  if (unchanged === 0) return "There is nothing in this file to take in.";
  return leftOut === 0
    ? "Everything in this file is here already."
    : "Everything that can be taken in from this file is here already.";
}

function Report({ check: { id, plan }, state }: { check: ImportCheck; state: FormState }): ReactNode {
  if (plan.problems.length > 0) {
    return (
      <p>
        Nothing was changed. Mend these in the file, then <a href="/bodies/import">upload it again</a>.
      </p>
    );
  }
  const changes = plan.added.length + plan.changed.length + plan.closed.length;
  return (
    <>
      <p>Nothing has changed yet.</p>
      <ImportCounts plan={plan} />
      <ImportExamples plan={plan} />
      {changes === 0 ? (
        <p>{nothingToLoad(plan)}</p>
      ) : (
        <FormView
          form={formFor(plan)}
          state={state}
          action={`/bodies/import/${id}`}
          submit="Confirm and load"
        />
      )}
    </>
  );
}
