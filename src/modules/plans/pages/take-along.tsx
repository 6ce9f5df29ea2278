import type { ReactNode } from "react";
import type { Request } from "#web/env.ts";
import { planPage, planPath } from "../views/plan-page.tsx";
import type { PlanFrame } from "../workspace-part.ts";
import { planOf } from "./plan-of.ts";

type Way = { path: string; text: string; hint: string };

const paper: readonly Way[] = [
  {
    path: "/take/summary",
    text: "Summary on 1 sheet of A4",
    hint: "Aim, diagram, charts, lessons and what comes next. Print it, or save it as a PDF",
  },
  {
    path: "/take/poster",
    text: "Poster on 1 sheet of A3",
    hint: "For the wall: with the ramps of your tests, who you are, and a code that leads here",
  },
  {
    path: "/write-up",
    text: "Write-up",
    hint: "Under the headings that a journal expects, drafted from the record and then yours to change",
  },
];

const files: readonly Way[] = [
  {
    path: "/take/files/plan.pptx",
    text: "PowerPoint slides",
    hint: "The diagram and the ramps as shapes that can be moved, and charts that can be edited",
  },
  { path: "/take/files/plan.html", text: "Word document (HTML)", hint: "Open it in Word and save it there" },
  { path: "/take/files/plan.md", text: "Markdown", hint: "Plain text with headings, for wikis and notes" },
  {
    path: "/take/files/plan.json",
    text: "Data (JSON)",
    hint: "Everything but the people, in a documented format for programs",
  },
];

/** All the ways in which a plan can be taken out of the service. */
export async function takeAlongPage(c: Request): Promise<Response> {
  const frame = await planOf(c);
  return planPage(c, frame, {
    under: "share",
    title: "Take it with you",
    children: (
      <>
        <p>
          Everything here shows what you may see, and nothing else. Measures that are not open to you are left
          out.
        </p>
        <h2>On paper</h2>
        <Ways frame={frame} ways={paper} />
        <h2>As a file</h2>
        <Ways frame={frame} ways={files} />
      </>
    ),
  });
}

function Ways({ frame: { plan }, ways }: { frame: PlanFrame; ways: readonly Way[] }): ReactNode {
  return (
    <ul className="nhsuk-list">
      {ways.map(({ path, text, hint }) => (
        <li key={path}>
          <a href={planPath(plan, path)}>{text}</a>
          <br />
          {hint}.
        </li>
      ))}
    </ul>
  );
}
