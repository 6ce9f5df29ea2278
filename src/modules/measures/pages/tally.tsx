import type { ReactNode } from "react";
import { periodWords } from "#ui/figures/period.ts";
import { Scroll } from "#ui/nhs/scroll.tsx";
import { VisuallyHidden } from "#ui/nhs/visually-hidden.tsx";
import { QrCode } from "#ui/qr-code.tsx";
import type { Request } from "#web/env.ts";
import { ownContext } from "#web/own-context.ts";
import { renderPage } from "#web/render.tsx";
import { hasDenominator } from "../definition.ts";
import { collecting, type Collecting } from "../queries/collecting.ts";
import { seriesName } from "../series.ts";
import { firstLabel } from "../views/keypad-form.tsx";

/** For a clipboard: a sheet to count on, in the order in which it is keyed back. */
export async function tallyPage(c: Request): Promise<Response> {
  const found = await collecting(ownContext(c), c.req.param("id") ?? "");
  const { series } = found;
  const address = `${c.get("services").config.BASE_URL}/series/${series.id}/numbers`;
  return renderPage(c, {
    title: "Tally sheet",
    section: seriesName(series),
    backLink: { text: "Back to the chart", href: `/series/${series.id}` },
    children: (
      <>
        <span className="nhsuk-caption-l">{`${seriesName(series)}, ${series.body.name}`}</span>
        <h1>Tally sheet</h1>
        {series.definition.operational ? <p>{series.definition.operational}</p> : null}
        <p>
          Make a stroke for each, and write the total at the end of the row. Write 0 if there were none, n/a
          if there was nothing to measure, and missing if nobody counted. Name no patient.
        </p>
        <Scroll labelledBy="tally">
          <TallyTable found={found} />
        </Scroll>
        <div className="tl-tally-sheet__back">
          <QrCode
            href={address}
            title="To key it back in one pass"
            linkText="enter numbers by the table"
            size={110}
          />
        </div>
      </>
    ),
  });
}

const blank = <VisuallyHidden>To be filled in</VisuallyHidden>;

function TallyTable({ found: { series, periods } }: { found: Collecting }): ReactNode {
  const { definition } = series;
  const two = hasDenominator(definition);
  return (
    <table className="nhsuk-table tl-tally-sheet">
      <caption id="tally" className="nhsuk-table__caption nhsuk-u-visually-hidden">
        Strokes and totals by period
      </caption>
      <thead>
        <tr>
          <th scope="col">Period</th>
          <th scope="col" className="tl-tally-sheet__strokes">
            Strokes
          </th>
          <th scope="col">{firstLabel(definition)}</th>
          {two ? <th scope="col">Out of: {definition.denominator}</th> : null}
          <th scope="col">Note</th>
        </tr>
      </thead>
      <tbody>
        {periods.map((period) => (
          <tr key={period}>
            <th scope="row">
              {definition.frequency === "event" ? (
                <span className="tl-tally-sheet__line" />
              ) : (
                periodWords(period, definition.frequency)
              )}
            </th>
            <td>{blank}</td>
            <td>{blank}</td>
            {two ? <td>{blank}</td> : null}
            <td>{blank}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
