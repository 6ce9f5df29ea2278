import type { ReactNode } from "react";
import { longDate } from "#ui/long-date.ts";
import { SummaryList } from "#ui/nhs/summary-list.tsx";
import { idOf, keyOf } from "../item.ts";
import { responsibleWords, type Responsible } from "../owners.ts";
import { frameworkPath, itemPath } from "../paths.ts";
import { horizonName } from "../progress.ts";
import type { ItemPage } from "../queries/item-page.ts";
import { standingMeanings, standings, type Standing } from "../standing.ts";
import { tallyOf } from "../summary.ts";
import { PublishedCharts, TrackingData } from "./published-data.tsx";
import { sourceWords } from "./source-line.tsx";
import { StandingTag } from "./standing-tag.tsx";

/** What the framework says of an item beside its text: each kind has its own, and what it lacks is left out. */
export function ItemFacts({ page }: { page: ItemPage }): ReactNode {
  const rows = [...promiseRows(page), ...withinRows(page), ...detailRows(page), sourceRow(page)].filter(
    (row) => row !== undefined,
  );
  if (rows.length === 0) return null;
  return (
    <SummaryList rows={rows.map(({ name, value }) => ({ key: { text: name }, value: { html: value } }))} />
  );
}

type Fact = { name: string; value: ReactNode } | undefined;

function promiseRows({ promised, tracked }: ItemPage): Fact[] {
  if (!promised) {
    const stage = tracked?.steps[0]?.stage ?? tracked?.stages[0]?.id;
    return tracked
      ? [{ name: "Stage", value: tracked.stages.find((one) => one.id === stage)?.name ?? stage }]
      : [];
  }
  return [
    {
      name: "How it stands",
      value: (
        <>
          <StandingTag standing={promised.standing} />
          <p className="tl-quiet">{standingMeanings[promised.standing]}</p>
        </>
      ),
    },
    { name: "Due", value: `${longDate(promised.due)} (${promised.horizon})` },
    { name: "Responsible", value: <Owners page={{ promised }} /> },
  ];
}

/** Who is responsible for what stands under it, and how that stands: counted, with the list behind each number. */
function withinRows({ item, within, progress }: ItemPage): Fact[] {
  if (within.length === 0) return [];
  const { framework } = progress;
  const leads = [...new Map(within.flatMap(({ owners }) => owners).map((one) => [one.id, one])).values()];
  // Only of a condition is there a list of its own; what an action or a driver has left stands below.
  const isListed = item.kind === "condition";
  const condition = String(item.detail["id"]);
  const tally = tallyOf(within);
  const counts = (Object.keys(standings) as Standing[]).filter((standing) => tally[standing] > 0);
  return [
    {
      name: "How it stands",
      value: (
        <ul className="nhsuk-list tl-plain">
          {counts.map((standing) => (
            <li key={standing}>
              {isListed ? (
                <a href={frameworkPath(framework.key, "", { condition, standing })}>{tally[standing]}</a>
              ) : (
                tally[standing]
              )}{" "}
              of {tally.all}: {standings[standing].toLowerCase()}
            </li>
          ))}
        </ul>
      ),
    },
    {
      name: "Responsible today",
      value: (
        <>
          {leads.map((owner, index) => (
            <span key={owner.id}>
              {index > 0 ? ", " : null}
              <a href={`/bodies/${owner.code}`}>{owner.name}</a>
            </span>
          ))}
          {tally.withoutOwner > 0 ? (
            <p className="tl-quiet">
              {tally.withoutOwner} of {tally.all} led by no single body
            </p>
          ) : null}
        </>
      ),
    },
  ];
}

function Owners({
  page: { promised },
}: {
  page: { promised: NonNullable<ItemPage["promised"]> };
}): ReactNode {
  const { owners, responsible, detail, hasNamedLead } = promised;
  return (
    <>
      {responsible}
      {detail.team ? ` (${detail.team})` : null}
      {owners.length === 0 ? (
        <p className="tl-quiet">
          {hasNamedLead
            ? "Whoever leads it is not among the organisations here yet. An administrator brings them in with the others."
            : "No single body leads it, so nobody can say alone that it is done."}
        </p>
      ) : (
        <p>
          Led today by{" "}
          {owners.map((owner, index) => (
            <span key={owner.id}>
              {index > 0 ? ", " : null}
              <a href={`/bodies/${owner.code}`}>{owner.name}</a>
            </span>
          ))}
        </p>
      )}
    </>
  );
}

function detailRows(page: ItemPage): Fact[] {
  const { item, progress, promised } = page;
  const { pack } = progress.framework.content;
  const { detail } = item;
  const text = (name: string, field: string): Fact => {
    const value = detail[field];
    return typeof value === "string" ? { name, value } : undefined;
  };
  return [
    list(
      "Milestones",
      detail["milestones"],
      (one) => `${longDate(String(one["due"]))}: ${String(one["text"])}`,
    ),
    outcomesRow(page),
    list("Behaviours promised", detail["behaviours"]),
    list("Parts", detail["parts"], (one) => `${String(one["id"])}: ${String(one["text"])}`),
    promised || !Array.isArray(detail["responsible"]) || detail["responsible"].length === 0
      ? undefined
      : { name: "Responsible", value: responsibleWords(detail["responsible"] as Responsible[], pack.bodies) },
    item.kind === "outcome" && typeof detail["horizon"] === "string"
      ? { name: "By when", value: horizonName(pack, detail["horizon"]) }
      : undefined,
    seriesRow(page),
    text("What it measures", "measure"),
    text("Out of", "denominator"),
    text("Published by", "publisher"),
    text("Comes from", "existing"),
    text("Milestone", "milestone"),
    text("Saving", "saving"),
    riskRow(detail["risk"]),
    text("What came of it", "outcome"),
    list("Also called", detail["synonyms"]),
    detail["reconstructed"] === true
      ? { name: "Reconstructed", value: "This label is not in the documents; it was made from their prose." }
      : undefined,
    text("Note", "note"),
  ];
}

function outcomesRow({ item, progress }: ItemPage): Fact {
  const { framework } = progress;
  const ids = item.detail["outcomes"];
  if (item.kind !== "detail" || !Array.isArray(ids)) return undefined;
  const outcomes = ids.flatMap((id) => framework.content.item(keyOf("outcome", String(id))) ?? []);
  const value =
    outcomes.length === 0
      ? "None named yet"
      : outcomes.map(({ key, text }) => (
          <p key={key}>
            <a href={itemPath(framework.key, key)}>{text}</a>
          </p>
        ));
  return { name: "Intended outcome", value };
}

function seriesRow({ item, progress, published }: ItemPage): Fact {
  const ids = item.detail["series"];
  const { pack } = progress.framework.content;
  if (item.kind === "series") {
    const found = published.get(String(item.detail["id"])) ?? [];
    return { name: "Published here", value: <PublishedCharts found={found} /> };
  }
  if (item.kind !== "outcome" || !Array.isArray(ids)) return undefined;
  const value = <TrackingData ids={ids.map(String)} pack={pack} published={published} />;
  return { name: "Existing data that track it", value };
}

function riskRow(risk: unknown): Fact {
  if (typeof risk !== "object" || risk === null || !("letter" in risk) || !("text" in risk)) return undefined;
  return { name: "Risk", value: `${String(risk.letter)}: ${String(risk.text)}` };
}

function list(name: string, values: unknown, words?: (one: Record<string, unknown>) => string): Fact {
  if (!Array.isArray(values) || values.length === 0) return undefined;
  return {
    name,
    value: (
      <ul className="nhsuk-list nhsuk-list--bullet">
        {values.map((one: Record<string, unknown> | string) => (
          <li key={JSON.stringify(one)}>{typeof one === "string" ? one : words?.(one)}</li>
        ))}
      </ul>
    ),
  };
}

function sourceRow({ item, progress }: ItemPage): Fact {
  const { source } = item.detail as { source?: Parameters<typeof sourceWords>[0] };
  return source && { name: "Source", value: sourceWords(source, progress.framework.content.pack) };
}

/** The number under which an item is known, where it has one. */
export function numberOf(key: string): string {
  const id = idOf(key);
  return /\d/.test(id) ? id : "";
}
