import type { ReactNode } from "react";
import { Button } from "#ui/nhs/button.tsx";
import { Details } from "#ui/nhs/details.tsx";
import { Select } from "#ui/nhs/select.tsx";
import { Table } from "#ui/nhs/table.tsx";
import { Textarea } from "#ui/nhs/textarea.tsx";
import type { LoadPage } from "../queries/feeds.ts";
import { claimed, suggestDefinition, type Suggested } from "../suggest-definition.ts";

type Definition = LoadPage["definitions"][number];
type Asked = {
  measure: string;
  rows: number;
  at: number;
  suggested: Suggested<Definition>;
  chosen: Definition | null;
};
type Choice = Asked & { value: string };

/** What somebody chose and typed that could not be saved, by the names of the fields, and why. */
export type MappingSent = { fields: ReadonlyMap<string, string>; problem: string };

type MappingProps = { page: LoadPage; path: string; sent: MappingSent | undefined };

/** What the file says that nobody has said before: the likeliest is chosen already, and what is sure needs no look. */
export function FeedMapping({ page, path, sent }: MappingProps): ReactNode {
  const { judged, definitions, suggestedBodies } = page;
  const asked = askedOf(judged.unknownMeasures, definitions).map((one) => ({
    ...one,
    value: sent?.fields.get(`measure:${one.measure}`) ?? one.chosen?.id ?? "",
  }));
  const sure = asked.filter(({ suggested, chosen }) => suggested.isSure && chosen);
  const likely = asked.filter((one) => !sure.includes(one) && one.suggested.likely.length > 0);
  const strange = asked.filter(({ suggested }) => suggested.likely.length === 0);
  const suggestions = asked.filter(({ chosen }) => chosen).length + suggestedBodies.length;
  return (
    <form action={`${path}/mapping`} method="post" noValidate>
      <h2>Not said before</h2>
      <p>
        It is said once, and kept for the next file. Measures of the file are held against the{" "}
        <a href="/measures?purpose=judgement">shared measures for judgement</a> by their words.
      </p>
      {suggestions > 0 ? (
        <>
          <Button
            text={suggestions === 1 ? "Accept the suggestion" : `Accept all ${suggestions} suggestions`}
            name="only"
            value="suggested"
            preventDoubleClick
          />
          <p className="nhsuk-hint">What has no suggestion is left to be said.</p>
        </>
      ) : null}
      <Sure asked={sure} definitions={definitions} />
      <Group
        heading="Look at these"
        lead="One that sounds alike is chosen, once. Choose another where that is not what is meant."
        asked={likely}
        definitions={definitions}
      />
      <Group
        heading="Nothing here sounds like these"
        lead={`Unless you choose a measure these are left out: ${strange.map(({ measure }) => measure).join("; ")}.`}
        folded={strange.length > 3}
        asked={strange}
        definitions={definitions}
      />
      <Codes page={page} sent={sent} />
      <Button text="Save all of it and look again" variant="secondary" preventDoubleClick />
    </form>
  );
}

type GroupProps = { asked: readonly Choice[]; definitions: readonly Definition[] };

function askedOf(
  measures: LoadPage["judged"]["unknownMeasures"],
  definitions: readonly Definition[],
): Asked[] {
  const ordered = measures.toSorted(inOrder);
  const suggested = ordered.map(({ measure }) => suggestDefinition(measure, definitions));
  const chosen = claimed(suggested);
  return ordered.map((one, at) => ({ ...one, at, suggested: suggested[at]!, chosen: chosen[at] ?? null }));
}

function Sure({ asked, definitions }: GroupProps): ReactNode {
  if (asked.length === 0) return null;
  return (
    <>
      <h3>Called the same here</h3>
      <ul className="nhsuk-list nhsuk-list--bullet">
        {asked.map(({ measure, rows, suggested }) => (
          <li key={measure}>
            {measure} is <a href={`/measures/${suggested.likely[0]!.id}`}>{suggested.likely[0]!.name}</a>,{" "}
            {linesOf(rows)}
          </li>
        ))}
      </ul>
      <Details summary="Choose otherwise for one of these">
        <Choices asked={asked} definitions={definitions} />
      </Details>
    </>
  );
}

function Group({
  heading,
  lead,
  folded = false,
  ...choices
}: GroupProps & { heading: string; lead: string; folded?: boolean }): ReactNode {
  if (choices.asked.length === 0) return null;
  return (
    <>
      <h3>{heading}</h3>
      <p>{lead}</p>
      {folded ? (
        <Details
          summary={`Choose for ${choices.asked.length === 1 ? "it" : `these ${choices.asked.length}`}`}
        >
          <Choices {...choices} />
        </Details>
      ) : (
        <Choices {...choices} />
      )}
    </>
  );
}

/** The likely ones stand first in each list. */
function Choices({ asked, definitions }: GroupProps): ReactNode {
  return asked.map(({ measure, rows, at, suggested, value }) => {
    const others = definitions.filter((definition) => !suggested.likely.includes(definition));
    return (
      <Select
        key={measure}
        id={`measure-${at}`}
        name={`measure:${measure}`}
        label={{ text: measure, classes: "nhsuk-u-font-weight-bold" }}
        value={value}
        hint={{ text: linesOf(rows) }}
        items={[
          ...suggested.likely.map(option),
          { value: "", text: "Leave it out", selected: value === "" },
          ...others.map(option),
        ]}
      />
    );
  });
}

const option = ({ id, name }: Definition) => ({ value: id, text: name });

function Codes({ page: { judged, suggestedBodies }, sent }: Omit<MappingProps, "path">): ReactNode {
  const known = new Set(suggestedBodies.map(({ code }) => code));
  const strange = judged.unknownCodes.filter(({ code }) => !known.has(code));
  if (judged.unknownCodes.length === 0) return null;
  return (
    <>
      <h3>Organisations</h3>
      {suggestedBodies.length > 0 ? (
        <>
          {suggestedBodies.map(({ code, body }) => (
            <input key={code} type="hidden" name={`code:${code}`} value={body.code} />
          ))}
          <Table
            id="bodies"
            caption={{ text: "Suggested by name or by a code written otherwise", size: "s" }}
            firstCellIsHeader
            head={["In the file", "Organisation here"]}
            rows={suggestedBodies.map(({ code, body }) => [
              code,
              { href: `/bodies/${body.code}`, text: body.name },
            ])}
          />
        </>
      ) : null}
      {strange.length > 0 ? (
        <Textarea
          id="codes"
          name="codes"
          rows={Math.min(12, strange.length + 1)}
          label={{ text: "Codes that are no organisation here" }}
          hint={{
            text: "After each equals sign the code or the name of the organisation here. One that stays empty is left out",
          }}
          value={sent?.fields.get("codes") ?? strange.map(({ code }) => `${code} = `).join("\n")}
          {...(sent && { errorMessage: sent.problem })}
        />
      ) : null}
    </>
  );
}

function linesOf(rows: number): string {
  return rows === 1 ? "1 line" : `${rows.toLocaleString("en-GB")} lines`;
}

/** "Test 2" before "Test 10". */
function inOrder(one: { measure: string }, other: { measure: string }): number {
  return one.measure.localeCompare(other.measure, "en-GB", { numeric: true });
}
