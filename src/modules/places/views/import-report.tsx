import type { ReactNode } from "react";
import { SummaryList } from "#ui/nhs/summary-list.tsx";
import { Table } from "#ui/nhs/table.tsx";
import type { ImportProblem } from "../import/import-row.ts";
import type { Change, ImportPlan } from "../import/plan.ts";
import { counted, inFigures } from "#ui/counted.ts";

export function ProblemTable({
  problems,
  total,
}: {
  problems: readonly ImportProblem[];
  total: number;
}): ReactNode {
  return (
    <Table
      firstCellIsHeader
      caption={{ text: counted(total, "problem"), size: "m" }}
      head={[{ text: "Line" }, { text: "What is wrong" }]}
      rows={problems.map(({ line, message }) => [
        { text: line === 0 ? "The file" : inFigures(line) },
        { text: message },
      ])}
    />
  );
}

export function ImportCounts({ plan }: { plan: ImportPlan }): ReactNode {
  const rows = [
    { key: { text: "New" }, value: { text: inFigures(plan.added.length) } },
    { key: { text: "Changed" }, value: { text: inFigures(plan.changed.length) } },
    { key: { text: "Renamed" }, value: { text: inFigures(plan.renamed.length) } },
    { key: { text: "Closed" }, value: { text: inFigures(plan.closed.length) } },
    { key: { text: "The same as now" }, value: { text: inFigures(plan.unchanged) } },
    plan.leftOut > 0 && {
      key: { text: "Left out" },
      value: { text: `${inFigures(plan.leftOut)}, because of what they are` },
    },
  ];
  return <SummaryList rows={rows} />;
}

const mostNamed = 20;

export function ImportExamples({ plan }: { plan: ImportPlan }): ReactNode {
  return (
    <>
      <Named title="What would close" names={plan.closed.map(({ body }) => `${body.name} (${body.code})`)} />
      <Named title="What would be renamed" names={plan.renamed.map(renamed)} />
      <Named title="What would be new" names={plan.added.map(({ name, code }) => `${name} (${code})`)} />
    </>
  );
}

function renamed({ body, row }: Change): string {
  return `${body.name} to ${row.name} (${body.code})`;
}

function Named({ title, names }: { title: string; names: readonly string[] }): ReactNode {
  if (names.length === 0) return null;
  const more = names.length - mostNamed;
  return (
    <>
      <h2 className="nhsuk-heading-s">{title}</h2>
      <ul className="nhsuk-list nhsuk-list--bullet">
        {names.slice(0, mostNamed).map((name) => (
          <li key={name}>{name}</li>
        ))}
        {more > 0 ? <li>and {inFigures(more)} more</li> : null}
      </ul>
    </>
  );
}
