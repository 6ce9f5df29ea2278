import { NotFound } from "#platform/problem.ts";
import { writeSlides } from "#platform/slides/write-slides.ts";
import { writeWorkbook } from "#platform/workbook/write-workbook.ts";
import { contextOf, type Request } from "#web/env.ts";
import { fileStem } from "../exports/paper.ts";
import { paperMarkdown } from "../exports/paper-markdown.ts";
import { planDeck } from "../exports/plan-deck.ts";
import { planFileOf } from "../exports/plan-file.ts";
import { planWorkbook } from "../exports/plan-workbook.ts";
import { planPaper } from "../exports/plan-paper.ts";
import type { PlanRecord } from "../exports/plan-record.ts";
import { planRecord } from "../queries/plan-record.ts";
import { paperDocument } from "../views/paper-document.tsx";

type Kind = {
  type: string;
  write(record: PlanRecord): string | Uint8Array<ArrayBuffer> | Promise<string | Uint8Array<ArrayBuffer>>;
};

const office = "application/vnd.openxmlformats-officedocument";

/** A plan as files to take along. */
const kinds: Readonly<Record<string, Kind>> = {
  "plan.pptx": {
    type: `${office}.presentationml.presentation`,
    write: (record) => writeSlides(planDeck(record)),
  },
  "plan.xlsx": {
    type: `${office}.spreadsheetml.sheet`,
    write: (record) => writeWorkbook(planWorkbook(record)),
  },
  "plan.html": {
    type: "text/html; charset=utf-8",
    write: (record) => paperDocument(planPaper(record)),
  },
  "plan.md": { type: "text/markdown; charset=utf-8", write: (record) => paperMarkdown(planPaper(record)) },
  "plan.json": {
    type: "application/json; charset=utf-8",
    write: (record) => `${JSON.stringify(planFileOf(record), undefined, 2)}\n`,
  },
};

export async function planFile(c: Request): Promise<Response> {
  const name = c.req.param("file") ?? "";
  const kind = Object.hasOwn(kinds, name) ? kinds[name] : undefined;
  if (!kind) throw new NotFound();
  const record = await planRecord(contextOf(c), c.req.param("id")!);
  const ending = name.slice(name.lastIndexOf("."));
  return c.body(await kind.write(record), 200, {
    "Content-Type": kind.type,
    "Content-Disposition": `attachment; filename="${fileStem(record.plan.title)}${ending}"`,
    "X-Content-Type-Options": "nosniff",
  });
}
