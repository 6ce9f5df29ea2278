import { contextOf, type Request } from "#web/env.ts";
import { writeSlides } from "#platform/slides/write-slides.ts";
import { writeWorkbook } from "#platform/workbook/write-workbook.ts";
import { deckOf, workbookOf } from "../files.ts";
import { reportPage } from "../queries/report-page.ts";
import { reportText } from "../report-text.ts";

const types = {
  pptx: "application/vnd.openxmlformats-officedocument.presentationml.presentation",
  xlsx: "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
  json: "application/json; charset=utf-8",
};

export async function reportSlides(c: Request): Promise<Response> {
  const page = await reportPage(contextOf(c), c.req.param("id")!);
  return file(c, await writeSlides(deckOf(page)), "pptx");
}

export async function reportWorkbook(c: Request): Promise<Response> {
  const page = await reportPage(contextOf(c), c.req.param("id")!);
  return file(c, await writeWorkbook(workbookOf(page)), "xlsx");
}

/** All that the report is drawn from. Of a frozen one it is, byte for byte, what its fingerprint is of. */
export async function reportData(c: Request): Promise<Response> {
  const page = await reportPage(contextOf(c), c.req.param("id")!);
  return file(c, new TextEncoder().encode(reportText(page.report, page.items)), "json");
}

function file(c: Request, bytes: Uint8Array<ArrayBuffer>, kind: keyof typeof types): Response {
  return c.body(bytes, 200, {
    "Content-Type": types[kind],
    "Content-Disposition": `attachment; filename="board-report.${kind}"`,
  });
}
