import type { ReactNode } from "react";
import { Table, type TableCell, type TableHeader } from "#ui/nhs/table.tsx";
import { inSentence } from "../in-sentence.ts";
import type { NamedBody } from "../body.ts";
import { shortNames } from "../short-names.ts";
import { none, several, type Misfits, type OverlapRow } from "../overlap.ts";
import type { Comparison } from "../queries/compare-geographies.ts";
import { BodyLink } from "./body-about.tsx";
import { counted, inFigures } from "#ui/counted.ts";

/** Where the list behind a number is. */
export function listHref({ a, b }: Pick<Comparison, "a" | "b">, row: string, column: string): string {
  return `/bodies/compare/organisations?${new URLSearchParams({ a: a.key, b: b.key, row, column }).toString()}`;
}

/** How many organisations each two share, the more the darker. It scrolls sideways on a small screen. */
export function OverlapMatrix({ comparison }: { comparison: Comparison }): ReactNode {
  const { a, b, rows } = comparison;
  const columns = rows[0]?.cells ?? [];
  const short = shortOf(comparison);
  const most = Math.max(...rows.flatMap((row) => row.cells.map((cell) => cell.count)));
  return (
    <Table
      id="overlap"
      classes="tl-overlap"
      scroll
      compact
      firstCellIsHeader
      caption={{ text: `Organisations by ${inSentence(a.label)} and ${inSentence(b.label)}`, size: "m" }}
      head={[
        { text: a.label },
        ...columns.map(({ body }): TableHeader => ({ ...named(body, short), format: "numeric" })),
      ]}
      rows={rows.map((row) => matrixRow(comparison, row, { short, most }))}
    />
  );
}

type Short = (body: NamedBody | undefined) => string;

/** A short name for the eye, with the words that it leaves out for whoever listens or points at it. */
function named(body: NamedBody | undefined, short: Short): TableCell {
  const text = short(body);
  const rest = body?.name.slice(text.length).trim();
  return { text, ...(rest && { visuallyHiddenText: rest, attributes: { title: body?.name } }) };
}

function shortOf({ rows }: Comparison): Short {
  const shortened = (bodies: (NamedBody | undefined)[]) =>
    shortNames(bodies.filter((body) => body !== undefined));
  const names = new Map([
    ...shortened(rows.map((row) => row.body)),
    ...shortened((rows[0]?.cells ?? []).map((cell) => cell.body)),
  ]);
  return (body) => (body ? names.get(body.code)! : "In none");
}

type Shown = { short: Short; most: number };

function matrixRow(comparison: Comparison, { body: row, cells }: OverlapRow, shown: Shown): TableCell[] {
  const numbers = cells.map(({ body: column, count }): TableCell => {
    const number = { text: inFigures(count), format: "numeric" as const, classes: shade(count, shown.most) };
    if (count === 0) return number;
    return { ...number, href: listHref(comparison, row?.code ?? none, column?.code ?? none) };
  });
  return [{ ...named(row, shown.short), ...(row && { href: `/bodies/${row.code}` }) }, ...numbers];
}

const shades = 4;

/** How dark a number stands: nothing, and then in steps of the square root, so that small numbers differ too. */
function shade(count: number, most: number): string {
  return `tl-overlap__${Math.ceil(shades * Math.sqrt(count / Math.max(most, 1)))}`;
}

/** The same numbers as sentences, for small screens and for listening. */
export function OverlapList({ comparison }: { comparison: Comparison }): ReactNode {
  const short = shortOf(comparison);
  return (
    <ul className="nhsuk-list nhsuk-list--bullet">
      {comparison.rows.map(({ body: row, cells }) => (
        <li key={row?.code ?? none}>
          {short(row)}:{" "}
          {cells
            .filter((cell) => cell.count > 0)
            .map((cell) => `${short(cell.body)} ${inFigures(cell.count)}`)
            .join(", ") || "no organisations"}
        </li>
      ))}
    </ul>
  );
}

export function Mismatches({ comparison }: { comparison: Comparison }): ReactNode {
  const { a, b, straddles, misfits } = comparison;
  return (
    <section>
      <h2 className="nhsuk-heading-m">Where they do not match</h2>
      <ul className="nhsuk-list nhsuk-list--bullet">
        <MisfitLines label={a.label} misfits={misfits.a} href={(word) => listHref(comparison, word, "")} />
        <MisfitLines label={b.label} misfits={misfits.b} href={(word) => listHref(comparison, "", word)} />
      </ul>
      {straddles.length === 0 ? (
        <p>
          Each of the {inSentence(a.label)} lies wholly in one of the {inSentence(b.label)}.
        </p>
      ) : (
        <>
          <h3 className="nhsuk-heading-s">
            {a.label} that lie across several {inSentence(b.label)} ({inFigures(straddles.length)})
          </h3>
          <ul className="nhsuk-list nhsuk-list--bullet">
            {straddles.map(({ body, across }) => (
              <li key={body.code}>
                <BodyLink body={body} /> lies across {across.length}:{" "}
                {across.map((part, index) => (
                  <span key={part.body.code}>
                    {index > 0 ? ", " : ""}
                    {part.body.name} (
                    <a href={listHref(comparison, body.code, part.body.code)}>
                      {counted(part.count, "organisation")}
                    </a>
                    )
                  </span>
                ))}
              </li>
            ))}
          </ul>
        </>
      )}
    </section>
  );
}

type MisfitLinesProps = { label: string; misfits: Misfits; href: (word: string) => string };

function MisfitLines({ label, misfits: { inNone, inSeveral }, href }: MisfitLinesProps): ReactNode {
  return (
    <>
      <li>
        <Sits count={inNone} href={href(none)} /> in none of the {inSentence(label)}
      </li>
      <li>
        <Sits count={inSeveral} href={href(several)} /> in more than one of the {inSentence(label)}
      </li>
    </>
  );
}

function Sits({ count, href }: { count: number; href: string }): ReactNode {
  if (count === 0) return "No organisation sits";
  return (
    <>
      <a href={href}>{counted(count, "organisation")}</a> {count === 1 ? "sits" : "sit"}
    </>
  );
}
