import type { ReactNode } from "react";
import { isPerson } from "#platform/actor.ts";
import { contextOf, type Request } from "#web/env.ts";
import { columnPage } from "#web/column-page.tsx";
import { dayInWords } from "#platform/moments.ts";
import { longDate } from "#ui/long-date.ts";
import { Button } from "#ui/nhs/button.tsx";
import { InsetText } from "#ui/nhs/inset-text.tsx";
import { SummaryList } from "#ui/nhs/summary-list.tsx";
import { Table } from "#ui/nhs/table.tsx";
import { mayChangeDefinition } from "../policy.ts";
import type { DefinitionSeen } from "../definition-seen.ts";
import { purposeSentence, usesWords } from "../definition-words.ts";
import { definitionInSight } from "../queries/definition-in-sight.ts";
import { definitionRows } from "../views/series-about.tsx";

const done: Record<string, string> = {
  changed: "The next version was saved",
  retired: "It is no longer offered for new measures",
};

export async function definitionPage(c: Request): Promise<Response> {
  const version = c.req.query("version");
  const definition = await definitionInSight(
    contextOf(c),
    c.req.param("id")!,
    version === undefined ? null : Number(version),
  );
  const key = c.req.query("done") ?? "";
  const { text } = definition;
  return columnPage(c, {
    title: `${text.name}: what is measured`,
    section: "Measures",
    caption: `Version ${definition.shown} of ${definition.version}`,
    breadcrumbs: [{ text: "Measures", href: "/measures" }],
    success: Object.hasOwn(done, key) ? done[key] : undefined,
    children: (
      <>
        <p>{purposeSentence(text)}</p>
        <Standing definition={definition} />
        {isPerson(c.get("actor")) && definition.retiredAt === null ? (
          <Button
            href={`/measures/${definition.id}/start?version=${definition.shown}`}
            text="Measure this where I work"
          />
        ) : null}
        <SummaryList rows={definitionRows(text)} />
        {text.purpose === "judgement" ? (
          <p>
            <a href={`/measures/${definition.id}/places`}>See it in every place</a> or{" "}
            <a href={`/measures/${definition.id}/funnel`}>all places in one picture by their size</a>
          </p>
        ) : null}
        <Versions definition={definition} />
        {mayChangeDefinition(c.get("actor"), definition) ? (
          <ul className="nhsuk-list">
            <li>
              <a href={`/measures/${definition.id}/change`}>Write the next version</a>
            </li>
            <li>
              <a href={`/measures/${definition.id}/retire`}>Offer it no longer</a>
            </li>
          </ul>
        ) : null}
      </>
    ),
  });
}

function Standing({ definition }: { definition: DefinitionSeen }): ReactNode {
  const { keptBy, ownerName, uses, retiredAt, retiredReason, shown, version } = definition;
  return (
    <>
      {retiredAt ? (
        <InsetText>
          <p>
            Not for new measures since {dayInWords(retiredAt)}: {retiredReason}
          </p>
        </InsetText>
      ) : null}
      {shown < version ? (
        <InsetText>
          <p>
            This is an earlier version. <a href={`/measures/${definition.id}`}>See version {version}</a>, or{" "}
            <a href={`/measures/${definition.id}/compare?a=${shown}&b=${version}`}>what changed</a>.
          </p>
        </InsetText>
      ) : null}
      <p>
        {keptBy ? (
          <>
            Kept by <a href={`/bodies/${keptBy.code}`}>{keptBy.name}</a>
            {ownerName ? `; ask ${ownerName}.` : "."}{" "}
          </>
        ) : null}
        {uses === 0
          ? "Nobody has taken it yet."
          : `Taken ${uses === 1 ? "once" : `${usesWords(uses)} times`}.`}
      </p>
    </>
  );
}

function Versions({ definition: { id, versions, shown } }: { definition: DefinitionSeen }): ReactNode {
  return (
    <Table
      id="versions"
      caption={{ text: "Versions", size: "s" }}
      firstCellIsHeader
      responsive
      head={[
        { text: "Version" },
        { text: "Why" },
        { text: "Written by" },
        { text: "On" },
        { text: "Compare" },
      ]}
      rows={versions.map((one) => [
        { html: <a href={`/measures/${id}?version=${one.version}`}>{one.version}</a> },
        { text: one.reason === "" ? "The first" : one.reason },
        { text: one.by ?? "Somebody who has left" },
        { text: longDate(one.at) },
        one.version === shown
          ? { text: "Shown here" }
          : {
              html: (
                <a href={`/measures/${id}/compare?a=${one.version}&b=${shown}`}>
                  Compare
                  <span className="nhsuk-u-visually-hidden">
                    {" "}
                    version {one.version} with version {shown}
                  </span>
                </a>
              ),
            },
      ])}
    />
  );
}
