import type { ReactNode } from "react";
import { Details } from "#ui/nhs/details.tsx";
import { Table } from "#ui/nhs/table.tsx";
import type { Drawn } from "./study.ts";

/** Every number from data to limit, to be followed by hand, and what proves the chart later. */
export function Arithmetic({
  drawn: { working, fingerprint, analysis },
}: {
  drawn: Pick<Drawn, "working" | "fingerprint" | "analysis">;
}): ReactNode {
  const several = analysis.phases.length > 1;
  return (
    <Details summary="Show the arithmetic">
      <p>
        Work through these lines with a calculator and you get the same limits. Nothing is rounded on the way.
      </p>
      <Table
        id="arithmetic"
        caption={{ text: "From data to limits", size: "s" }}
        compact
        responsive
        firstCellIsHeader
        head={[{ text: "What" }, { text: "How" }, { text: "Result" }]}
        rows={working.map((line) => [
          { text: several ? `Phase ${line.phase + 1}: ${line.what}` : line.what },
          { text: line.how },
          { text: line.result, classes: "tl-result" },
        ])}
      />
      <p>{`Rules: ${analysis.rules.name}, version ${analysis.rules.version}. ${analysis.rules.source}.`}</p>
      <p>
        Fingerprint of data, rules and options: <code className="tl-fingerprint">{fingerprint}</code>. The
        same data and options give the same fingerprint on any machine.
      </p>
    </Details>
  );
}
