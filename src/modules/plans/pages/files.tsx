import { listOf, type Columns } from "#platform/list-file.ts";
import { askedPage } from "#web/take-away.tsx";
import type { ReactNode } from "react";
import { z } from "zod";
import { fileKinds, acceptedFiles, whatIsAccepted, type FileKind } from "#platform/files/file-kind.ts";
import { dayInWords } from "#platform/moments.ts";
import { EmptyState } from "#ui/empty-state.tsx";
import { PageLinks } from "#ui/page-links.tsx";
import { PostButton } from "#ui/post-button.tsx";
import { DataClassWarning } from "#ui/data-class-warning.tsx";
import { answerFile } from "#web/answer-file.ts";
import { contextOf, type Request } from "#web/env.ts";
import { doneWord } from "#web/done-word.ts";
import { defineForm } from "#web/form/form.ts";
import { FormProblems, FormView, type FormState } from "#web/form/form-view.tsx";
import { submitForm } from "#web/form/submit-form.ts";
import { addFile, removeFile } from "../commands/keep-files.ts";
import type { PlanSeen } from "../plan.ts";
import { planFile, planFiles, type PlanFiles } from "../queries/plan-files.ts";
import { planPage, planPath } from "../views/plan-page.tsx";
import type { PlanFrame } from "../workspace-parts.ts";
import { planOf } from "./plan-of.ts";

const form = defineForm({
  file: {
    kind: "file",
    label: "Add a file",
    hint: `Up to 10MB: ${whatIsAccepted}`,
    accept: acceptedFiles,
    schema: z.instanceof(File, { message: "Choose a file" }),
  },
});

type Opened = { frame: PlanFrame; list: PlanFiles };

async function open(c: Request): Promise<Opened> {
  const frame = await planOf(c);
  return { frame, list: await planFiles(contextOf(c), frame.plan, askedPage(c)) };
}

export async function filesPage(c: Request): Promise<Response> {
  return draw(c, await open(c));
}

export async function saveFile(c: Request): Promise<Response> {
  const opened = await open(c);
  const { plan } = opened.frame;
  return submitForm(c, {
    form,
    act: async ({ file }) => {
      const bytes = new Uint8Array(await file.arrayBuffer());
      await addFile(contextOf(c), plan, { bytes, name: file.name });
      return c.redirect(planPath(plan, "/files?done=added"), 303);
    },
    redraw: (state, status) => draw(c, opened, state, status),
  });
}

function draw(c: Request, { frame, list }: Opened, state: FormState = {}, status = 200): Response {
  const { plan, words } = frame;
  return planPage(
    c,
    frame,
    {
      under: "files",
      title: words.files,
      part: { page: list.paging.page, of: list.paging.pages },
      list: listOf({
        name: "files",
        columns: fileColumns(plan),
        rows: list.files,
        total: list.paging.total,
      }),
      success: doneWord(c, { added: "The file is added.", removed: "The file is removed." }),
      hasProblems: Boolean(state.problems?.length),
      above: <FormProblems form={form} state={state} />,
      children: (
        <>
          {list.files.length === 0 ? (
            <EmptyState heading="There are no files yet">
              <p>
                Posters, forms that you tested, minutes, a picture of the whiteboard: what belongs to this{" "}
                {words.kind}.
              </p>
            </EmptyState>
          ) : (
            <Files plan={plan} list={list} />
          )}
          <PageLinks paging={list.paging} href={(page) => planPath(plan, `/files?page=${page}`)} />
          {list.can.change ? (
            <>
              <DataClassWarning dataClass="plan" />
              <FormView form={form} state={state} action={planPath(plan, "/files")} submit="Add the file" />
            </>
          ) : null}
        </>
      ),
    },
    status,
  );
}

function fileColumns(plan: PlanSeen): Columns<PlanFiles["files"][number]> {
  return {
    name: ["Name", (file) => file.name],
    kind: ["Kind", (file) => kindWords(file.kind)],
    bytes: ["Bytes", (file) => file.size],
    addedBy: ["Added by", (file) => file.uploader],
    addedAt: ["Added", (file) => file.at],
    address: ["Address", (file) => planPath(plan, `/files/${file.id}`)],
  };
}

function kindWords(kind: string): string {
  return fileKinds[kind as FileKind].words.replace(/^an? /, "");
}

function Files({ plan, list: { files, can } }: { plan: PlanSeen; list: PlanFiles }): ReactNode {
  return (
    <ul className="tl-notes">
      {files.map((file) => (
        <li key={file.id}>
          <p>
            <a href={planPath(plan, `/files/${file.id}`)}>{file.name}</a>
          </p>
          <p className="tl-quiet">
            {`${kindWords(file.kind)}, ${sizeInWords(file.size)}. `}
            {file.uploader ?? "Somebody who has left"}, {dayInWords(file.at)}
          </p>
          {can.change ? (
            <PostButton
              action={planPath(plan, `/files/${file.id}/remove`)}
              text="Remove"
              about={file.name}
              variant="secondary"
              small
            />
          ) : null}
        </li>
      ))}
    </ul>
  );
}

function sizeInWords(bytes: number): string {
  return bytes < 1_000_000
    ? `${Math.max(1, Math.round(bytes / 1000))}KB`
    : `${(bytes / 1_000_000).toFixed(1)}MB`;
}

export async function fileDownload(c: Request): Promise<Response> {
  const { plan } = await planOf(c);
  return answerFile(c, await planFile(contextOf(c), plan, c.req.param("file")!));
}

export async function removeFileForm(c: Request): Promise<Response> {
  const { plan } = await planOf(c);
  await removeFile(contextOf(c), plan, c.req.param("file")!);
  return c.redirect(planPath(plan, "/files?done=removed"), 303);
}
