import { QrCode } from "#ui/qr-code.tsx";
import { SummaryList } from "#ui/nhs/summary-list.tsx";
import type { Request } from "#web/env.ts";
import { columnPage } from "#web/column-page.tsx";
import { ownContext } from "#web/own-context.ts";
import { hasDenominator } from "../definition.ts";
import { frequencyLabels } from "../definition-words.ts";
import { collecting } from "../queries/collecting.ts";
import { seriesName } from "../series.ts";

/** For the wall: the code that opens the keypad of one measure. */
export async function posterPage(c: Request): Promise<Response> {
  const { series, keypadPath } = await collecting(ownContext(c), c.req.param("id") ?? "");
  const { definition, body } = series;
  const { BASE_URL } = c.get("services").config;
  const count = hasDenominator(definition) ? "both numbers" : "the number";
  return columnPage(c, {
    title: "Enter the number here",
    section: seriesName(series),
    caption: `${seriesName(series)}, ${body.name}`,
    backLink: { text: "Back to the chart", href: `/series/${series.id}` },
    children: (
      <>
        <div className="tl-sheet">
          <QrCode href={`${BASE_URL}${keypadPath}`} title="Or type this address" size={280} />
          <ol className="tl-sheet__steps">
            <li>Point the camera of your phone at the code.</li>
            <li>Sign in, the first time.</li>
            <li>{`Press ${count}, and save. It works without a signal too.`}</li>
          </ol>
        </div>
        <SummaryList
          rows={[
            {
              key: "What is counted",
              value: definition.operational || definition.numerator || definition.name,
            },
            ...(hasDenominator(definition) ? [{ key: "Out of", value: definition.denominator }] : []),
            { key: "How often", value: frequencyLabels[definition.frequency] },
            ...(definition.collector ? [{ key: "Who collects it", value: definition.collector }] : []),
          ]}
        />
        <p className="tl-no-print">
          Print this page and hang it where the number is known. Only people who may enter numbers of this
          measure can use it: the code opens a door and is no key. There is a{" "}
          <a href={`/series/${series.id}/tally`}>tally sheet</a> for a clipboard too.
        </p>
      </>
    ),
  });
}
