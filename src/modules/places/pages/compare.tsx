import type { ReactNode } from "react";
import { EmptyState } from "#ui/empty-state.tsx";
import { Button } from "#ui/nhs/button.tsx";
import { Details } from "#ui/nhs/details.tsx";
import { Select } from "#ui/nhs/select.tsx";
import { contextOf, type Request } from "#web/env.ts";
import { renderPage } from "#web/render.tsx";
import type { Geography } from "../geography.ts";
import { compareGeographies } from "../queries/compare-geographies.ts";
import { overlapList } from "../views/overlap-list.ts";
import { Mismatches, OverlapList, OverlapMatrix } from "../views/overlap-matrix.tsx";

export async function comparePage(c: Request): Promise<Response> {
  const asked = { a: c.req.query("a") ?? "", b: c.req.query("b") ?? "" };
  const { geographies, comparison } = await compareGeographies(contextOf(c), asked);
  const title = "Compare how areas overlap";
  return renderPage(c, {
    title,
    section: "Organisations",
    breadcrumbs: [{ text: "Organisations", href: "/bodies" }],
    ...(comparison && { list: overlapList(comparison) }),
    children: (
      <>
        <h1>{title}</h1>
        <div className="nhsuk-grid-row">
          <div className="nhsuk-grid-column-two-thirds">
            <p>
              Areas of support were drawn for different ends, and an organisation sits in several at once.
            </p>
          </div>
        </div>
        {geographies.length < 2 ? <NothingToCompare /> : <Choose geographies={geographies} asked={asked} />}
        {asked.a !== "" && !comparison ? <p>Choose 2 that are different.</p> : null}
        {comparison ? (
          <>
            <div className="tl-wide">
              <OverlapMatrix comparison={comparison} />
            </div>
            <p>
              <a href={`/bodies/compare?${swapped(asked)}`}>Swap rows and columns</a>
            </p>
            <Details summary="The same as a list">
              <OverlapList comparison={comparison} />
            </Details>
            <Mismatches comparison={comparison} />
          </>
        ) : null}
      </>
    ),
  });
}

function swapped({ a, b }: { a: string; b: string }): string {
  return new URLSearchParams({ a: b, b: a }).toString();
}

function NothingToCompare(): ReactNode {
  return (
    <EmptyState
      heading="There are no 2 kinds of area yet"
      action={{ text: "See what is here", href: "/bodies" }}
    >
      <p>
        A table stands here when regions, local systems or areas of support were brought in: which sit where,
        and where they do not match. An administrator of the platform can import them from a file.
      </p>
    </EmptyState>
  );
}

type ChooseProps = { geographies: readonly Geography[]; asked: { a: string; b: string } };

function Choose({ geographies, asked }: ChooseProps): ReactNode {
  const items = geographies.map(({ key, label }) => ({ value: key, text: label }));
  return (
    <form action="/bodies/compare" method="get" className="tl-search">
      <Select id="a" name="a" label="Rows" value={asked.a || "ahsn"} items={items} />
      <Select id="b" name="b" label="Columns" value={asked.b || "leadership-academy"} items={items} />
      <Button text="Compare" />
    </form>
  );
}
