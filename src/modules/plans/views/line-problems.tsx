import type { ReactNode } from "react";
import { Table } from "#ui/nhs/table.tsx";
import type { LineProblem } from "../imports/columns.ts";
import { counted } from "#ui/counted.ts";

const mostShown = 200;

/** All that is wrong in a file, by its lines, and that nothing was changed. */
export function LineProblems({
  problems,
  again,
  isPasted = false,
}: {
  problems: readonly LineProblem[];
  again: string;
  isPasted?: boolean;
}): ReactNode {
  const hasSheets = problems.some(({ sheet }) => sheet !== "");
  return (
    <>
      <p>
        Nothing was changed. Mend {problems.length === 1 ? "this" : "these"}{" "}
        {isPasted ? (
          <a href={again}>in what you pasted</a>
        ) : (
          <>
            in the file, then <a href={again}>upload it again</a>
          </>
        )}
        .
      </p>
      <Table
        caption={{ text: counted(problems.length, "problem"), size: "s" }}
        firstCellIsHeader
        head={[hasSheets && { text: "Sheet" }, { text: "Line" }, { text: "What is wrong" }]}
        rows={problems
          .slice(0, mostShown)
          .map(({ sheet, line, message }) => [
            hasSheets && { text: sheet },
            { text: `Line ${line.toLocaleString("en-GB")}` },
            { text: message },
          ])}
      />
      {problems.length > mostShown ? (
        <p>{counted(problems.length - mostShown, "more problem")} are not shown.</p>
      ) : null}
    </>
  );
}
