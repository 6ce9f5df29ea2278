import { writeCsv } from "#platform/write-csv.ts";
import { contextOf, type Request } from "#web/env.ts";
import { frameworkOutline } from "../outline.ts";
import { narrowed } from "../progress.ts";
import { frameworkInForce } from "../queries/framework-in-force.ts";
import { frameworkProgress } from "../queries/framework-progress.ts";
import { standings } from "../standing.ts";
import { outcomeWords } from "../views/promised-table.tsx";
import { sourceWords } from "../views/source-line.tsx";
import { readFilters } from "./framework-page.tsx";

/** What is on the page, narrowed as the page is. */
export async function actionsCsv(c: Request): Promise<Response> {
  const { framework, promised } = await frameworkProgress(contextOf(c), c.req.param("framework")!);
  const { pack } = framework.content;
  const head = [
    "Condition",
    "Proposed action",
    "Number",
    "Detailed action",
    "Description",
    "Intended outcome",
    "By when",
    "Due",
    "Responsible",
    "Stage",
    "How it stands",
    "Evidence",
    "Source",
  ];
  const rows = narrowed(promised, readFilters(c), pack).map((one) => [
    one.condition.title,
    one.action.title,
    one.id,
    one.title,
    one.detail.text,
    outcomeWords(one, pack),
    one.horizon,
    one.due,
    one.responsible,
    one.stageName,
    standings[one.standing],
    one.state.evidence,
    sourceWords(one.detail.source, pack),
  ]);
  return file(writeCsv([head, ...rows]), "text/csv; charset=utf-8", `${framework.key}-actions.csv`);
}

export async function outlineFile(c: Request): Promise<Response> {
  const { content, key } = await frameworkInForce(contextOf(c), c.req.param("framework")!);
  return file(frameworkOutline(content.pack), "text/plain; charset=utf-8", `${key}-outline.txt`);
}

export async function packFile(c: Request): Promise<Response> {
  const { content, key, number } = await frameworkInForce(contextOf(c), c.req.param("framework")!);
  const words = JSON.stringify({ version: number, ...content.pack }, null, 2);
  return file(words, "application/json; charset=utf-8", `${key}-version-${number}.json`);
}

function file(body: string, type: string, name: string): Response {
  return new Response(body, {
    headers: { "Content-Type": type, "Content-Disposition": `attachment; filename="${name}"` },
  });
}
