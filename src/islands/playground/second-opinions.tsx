import type { Opinion } from "@throughline/spc";
import type { ReactNode } from "react";
import { VariationIcon } from "#ui/chart/icons/variation-icon.tsx";
import { variationLabel } from "#ui/chart/verdict-words.ts";
import { Table } from "#ui/nhs/table.tsx";
import type { Drawn } from "./study.ts";

/** What every other rule set says of the same points, and the first reason where it differs. */
export function SecondOpinions({
  drawn: { analysis, opinions },
}: {
  drawn: Pick<Drawn, "analysis" | "opinions">;
}): ReactNode {
  const agree = opinions.filter((opinion) => opinion.agreesOnVariation).length;
  return (
    <section aria-labelledby="second-opinion">
      <h2 id="second-opinion" className="nhsuk-heading-m">
        Second opinion
      </h2>
      <p>
        {`This chart uses the rules of ${analysis.rules.name}. Of ${opinions.length} other rule sets, ${agree} say the same of the latest point.`}
      </p>
      <Table
        id="opinions"
        caption={{ text: "What other rule sets say", size: "s" }}
        firstCellIsHeader
        compact
        responsive
        head={[
          { text: "Rules" },
          { text: "Latest point" },
          { text: "Points in a signal", format: "numeric" },
          { text: "Why it differs" },
        ]}
        rows={opinions.map((opinion) => [
          { text: opinion.name },
          {
            html: (
              <>
                <VariationIcon variation={opinion.variation} size={20} decorative />{" "}
                {variationLabel(opinion.variation)}
              </>
            ),
          },
          { text: opinion.pointsSignalled },
          { text: whyDifferent(opinion) },
        ])}
      />
    </section>
  );
}

function whyDifferent({ differences }: Opinion): string {
  const [first] = differences;
  if (first === undefined) return "It sees the same signals";
  const more = differences.length > 1 ? ` (and ${differences.length - 1} more)` : "";
  return `${first.why}${more}`;
}
