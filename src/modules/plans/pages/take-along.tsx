import type { ReactNode } from "react";
import { contextOf, type Request } from "#web/env.ts";
import { planGiving, type Giving as PlanGiving } from "../queries/plan-bundle.ts";
import { dayInWords } from "#platform/moments.ts";
import { planPage, planPath } from "../views/plan-page.tsx";
import type { PlanFrame } from "../workspace-part.ts";
import { bundlesOf } from "./bundles-of.ts";
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
  {
    path: "/take/files/plan.xlsx",
    text: "Excel workbook",
    hint: "All of it on sheets: to be changed there, and read in again as a new project",
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
  const giving = await planGiving(contextOf(c), bundlesOf(c), frame.plan);
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
        <Giving frame={frame} giving={giving} />
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

function Giving({ frame: { plan }, giving }: { frame: PlanFrame; giving: PlanGiving }): ReactNode {
  const { can, staying, origin, ownFingerprint } = giving;
  return (
    <>
      {can.give ? (
        <>
          <h2>For another server</h2>
          <p>
            <a href={planPath(plan, "/take/signed")}>Signed file</a>
            <br />A file that this server signs, so that another one can tell that it comes from here and that
            nobody changed it. Nobody’s name is in it.
          </p>
          {staying.length > 0 ? (
            <p>
              These measures stay here, because others keep them and not everybody sees them:{" "}
              {staying.join("; ")}.
            </p>
          ) : null}
          <p>
            Fingerprint of this server’s key, for those at the other server: <code>{ownFingerprint}</code>
          </p>
        </>
      ) : null}
      {origin ? (
        <>
          <h2>Where it came from</h2>
          <p>
            {origin.server} signed it on {dayInWords(origin.signedAt)}, and it came here on{" "}
            {dayInWords(origin.broughtAt)}.
          </p>
          {can.give ? (
            <p>
              <a href={planPath(plan, "/take/as-it-came")}>Download the file as it came, byte for byte</a>
            </p>
          ) : null}
        </>
      ) : null}
      {can.give ? (
        <>
          <h2>Bring something in</h2>
          <ul className="nhsuk-list">
            <li>
              <a href={planPath(plan, "/import/diagram")}>
                A driver diagram from Excel, CSV or indented text
              </a>
            </li>
            <li>
              <a href={planPath(plan, "/import/tests")}>A list of tests from Excel, CSV or indented text</a>
            </li>
            <li>
              <a href="/plans/new/from-file">A whole project, as a new one</a>
            </li>
          </ul>
        </>
      ) : null}
    </>
  );
}
