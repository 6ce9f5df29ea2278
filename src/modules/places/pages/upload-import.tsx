import type { ReactNode } from "react";
import { z } from "zod";
import { Details } from "#ui/nhs/details.tsx";
import { Table } from "#ui/nhs/table.tsx";
import { contextOf, type Request } from "#web/env.ts";
import { defineForm } from "#web/form/form.ts";
import { FormProblems, FormView, type FormState } from "#web/form/form-view.tsx";
import { submitForm } from "#web/form/submit-form.ts";
import { renderPage } from "#web/render.tsx";
import { uploadImport } from "../commands/upload-import.ts";
import type { BodyKind } from "../body.ts";
import { ownColumns } from "../import/read-own-file.ts";
import { importStart } from "../queries/import-start.ts";

const form = defineForm({
  file: {
    kind: "file",
    label: "Choose a CSV file",
    hint: "With 20,000 lines or fewer",
    accept: ".csv,text/csv",
    schema: z.instanceof(File, { message: "Choose a CSV file" }),
  },
});

export async function uploadImportPage(c: Request): Promise<Response> {
  return draw(c, await importStart(contextOf(c)), {});
}

export async function saveUpload(c: Request): Promise<Response> {
  const context = contextOf(c);
  const kinds = await importStart(context);
  return submitForm(c, {
    form,
    act: async ({ file }) => {
      const id = await uploadImport(context, new Uint8Array(await file.arrayBuffer()));
      return c.redirect(`/bodies/import/${id}`, 303);
    },
    redraw: (state, status) => draw(c, kinds, state, status),
  });
}

const loaded = (
  <>
    The file was loaded. <a href="/bodies">See the organisations</a>
  </>
);

function draw(c: Request, kinds: readonly BodyKind[], state: FormState, status = 200): Response {
  const title = "Import organisations";
  return renderPage(
    c,
    {
      title,
      section: "Organisations",
      hasProblems: Boolean(state.problems?.length),
      breadcrumbs: [{ text: "Organisations", href: "/bodies" }],
      success: c.req.query("done") === "loaded" ? loaded : undefined,
      children: (
        <div className="nhsuk-grid-row">
          <div className="nhsuk-grid-column-two-thirds">
            <FormProblems form={form} state={state} />
            <h1 className="nhsuk-heading-l">{title}</h1>
            <p>
              Upload a file and see first what it would do. Nothing changes before you confirm, and then all
              of it is loaded or none. A file is kept for 30 days.
            </p>
            <FormView form={form} state={state} action="/bodies/import" submit="Check the file" />
            <Layouts kinds={kinds} />
          </div>
        </div>
      ),
    },
    status,
  );
}

function Layouts({ kinds }: { kinds: readonly BodyKind[] }): ReactNode {
  return (
    <>
      <h2 className="nhsuk-heading-m">Which files can be read</h2>
      <p>
        Files of the Organisation Data Service in the layout of epraccur: 27 columns without headings. GP
        practices and care homes are taken; what else the file has is left out. Organisations that the file
        does not name stay as they are.
      </p>
      <p>
        Or a file of your own with headings, which can bring everything from regions to care homes:{" "}
        <a href="/bodies/import/example.csv">download an example</a>.
      </p>
      <Details summary="Columns of a file of your own">
        <p>In any order. A column that is not there leaves what it would hold as it is.</p>
        <Table
          firstCellIsHeader
          caption={{ text: "Columns", visuallyHiddenText: "of a file of your own" }}
          head={[{ text: "Heading" }, { text: "What it holds" }]}
          rows={ownColumns.map(({ name, needed, says }) => [
            { html: <code>{name}</code> },
            { text: `${says}.${needed ? " Needed" : ""}` },
          ])}
        />
      </Details>
      <Details summary="Kinds of body that a file can bring">
        <p>Wards and teams are added on the page of the organisation that they belong to.</p>
        <Table
          firstCellIsHeader
          caption={{ text: "Kinds", visuallyHiddenText: "of body" }}
          head={[{ text: "In the file" }, { text: "What it is" }]}
          rows={kinds.map(({ kind, label }) => [{ html: <code>{kind}</code> }, { text: label }])}
        />
      </Details>
    </>
  );
}
