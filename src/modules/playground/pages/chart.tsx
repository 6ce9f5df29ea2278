import type { Request } from "#web/env.ts";
import { renderPage } from "#web/render.tsx";
import { examples } from "../../../islands/playground/examples.ts";
import { emptyForm, readForm } from "../../../islands/playground/study-form.ts";
import { studyOf, type Study } from "../../../islands/playground/study.ts";
import { Playground, title } from "../views/playground.tsx";

export function chartPage(c: Request): Response {
  const wanted = c.req.query("example") ?? "";
  const example = Object.hasOwn(examples, wanted) ? examples[wanted] : undefined;
  return playgroundPage(c, studyOf(example?.form ?? emptyForm));
}

export function drawChart(c: Request): Response {
  return playgroundPage(c, sentStudy(c));
}

/** What was sent, reckoned; without data that is a problem and not an empty page. */
export function sentStudy(c: Request): Study {
  const study = studyOf(readForm(c.get("form")));
  if (study.drawn !== null || study.problems.length > 0) return study;
  return { ...study, problems: [{ field: "data", message: "Paste your data first" }] };
}

export function playgroundPage(c: Request, study: Study): Response {
  const hasProblems = study.problems.length > 0;
  const page = {
    title,
    section: "Charts",
    island: "playground",
    hasProblems,
    children: <Playground study={study} />,
  };
  return renderPage(c, page, hasProblems ? 422 : 200);
}
