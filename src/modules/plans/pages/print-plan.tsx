import type { ReactNode } from "react";
import { contextOf, type Request } from "#web/env.ts";
import { renderPage } from "#web/render.tsx";
import type { PlanRecord } from "../exports/plan-record.ts";
import { planRecord } from "../queries/plan-record.ts";
import { PlanPoster } from "../views/plan-poster.tsx";
import { planPath } from "../views/plan-page.tsx";
import { PlanSummary } from "../views/plan-summary.tsx";

/** A plan on one sheet of A4. The browser makes the PDF of it: its print sheet is the paper. */
export async function printSummaryPage(c: Request): Promise<Response> {
  const record = await planRecord(contextOf(c), c.req.param("id")!);
  return sheet(c, record, {
    name: "Summary on A4",
    paper: "A4 paper",
    drawn: <PlanSummary record={record} />,
  });
}

export async function printPosterPage(c: Request): Promise<Response> {
  const record = await planRecord(contextOf(c), c.req.param("id")!);
  const base = c.get("services").config.BASE_URL.replace(/\/$/, "");
  const drawn = <PlanPoster record={record} href={`${base}${planPath(record.plan)}`} />;
  return sheet(c, record, { name: "Poster on A3", paper: "A3 paper on its side", drawn });
}

type Sheet = { name: string; paper: string; drawn: ReactNode };

function sheet(c: Request, { plan }: PlanRecord, { name, paper, drawn }: Sheet): Response {
  return renderPage(c, {
    title: plan.title,
    look: "sheets",
    section: name,
    backLink: { text: "Back to what can be taken along", href: planPath(plan, "/take") },
    children: (
      <>
        <p className="tl-wall-sheet-how">
          Print this page, or save it as a PDF, from your browser: it is made for {paper} and fills one sheet.
        </p>
        {drawn}
      </>
    ),
  });
}
