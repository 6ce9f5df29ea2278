import { listOf, type Columns } from "#platform/list-file.ts";
import type { ReactNode } from "react";
import { contextOf, type Request } from "#web/env.ts";
import { Details } from "#ui/nhs/details.tsx";
import { Table } from "#ui/nhs/table.tsx";
import { frameworkPath, itemPath } from "../paths.ts";
import { recommendationsPage as ask, type RecommendationSeen } from "../queries/recommendations-page.ts";
import { frameworkPage } from "./framework-page.tsx";

export async function recommendationsPage(c: Request): Promise<Response> {
  const { framework, recommendations, stages } = await ask(contextOf(c), c.req.param("framework")!);
  return frameworkPage(c, {
    framework,
    tab: "more",
    title: `Recommendations behind the framework (${recommendations.length})`,
    crumbs: [{ text: "More", href: frameworkPath(framework.key, "more") }],
    list: listOf({
      name: `${framework.key}-recommendations`,
      columns: columnsOf(framework.key),
      rows: recommendations,
    }),
    children: (
      <>
        <p>
          Each stands at one of {stages.length} stages:{" "}
          {stages.map((stage) => stage.name.toLowerCase()).join(", ")}.{" "}
          {stages
            .filter(({ needsEvidence }) => needsEvidence)
            .map(({ name }) => `“${name}” needs evidence.`)
            .join(" ")}
        </p>
        <Table
          responsive
          firstCellIsHeader
          caption={{ text: "Every recommendation with its milestone, risk and saving", size: "m" }}
          head={["Recommendation", "Responsible", "Stage", "Milestone", "Risk", "Saving"].map((text) => ({
            text,
          }))}
          rows={recommendations.map((one) => rowOf(one, framework.key))}
        />
      </>
    ),
  });
}

function columnsOf(framework: string): Columns<RecommendationSeen> {
  return {
    title: ["Recommendation", (one) => one.recommendation.title],
    number: ["Number", (one) => one.recommendation.id],
    parts: ["Its parts", (one) => one.recommendation.parts.map(({ id, text }) => `${id} ${text}`)],
    responsible: ["Responsible", (one) => one.responsible],
    stage: ["Stage", (one) => one.stage],
    milestone: ["Milestone", (one) => one.recommendation.milestone],
    risk: ["Risk", (one) => riskWords(one)],
    saving: ["Saving", (one) => one.recommendation.saving],
    address: ["Address", (one) => itemPath(framework, one.key)],
  };
}

function riskWords({ recommendation: { risk } }: RecommendationSeen): string | undefined {
  return risk && `${risk.letter}: ${risk.text}`;
}

function rowOf(one: RecommendationSeen, key: string) {
  const { recommendation } = one;
  return [
    { html: <Name one={one} frameworkKey={key} /> },
    { text: one.responsible || "Nobody named" },
    { text: one.stage },
    { text: recommendation.milestone ?? "None named" },
    { text: riskWords(one) ?? "None named" },
    { text: recommendation.saving ?? "None named" },
  ];
}

function Name({ one, frameworkKey }: { one: RecommendationSeen; frameworkKey: string }): ReactNode {
  const { recommendation } = one;
  return (
    <>
      <a href={itemPath(frameworkKey, one.key)}>
        {recommendation.id}: {recommendation.title}
      </a>
      {recommendation.parts.length > 0 ? (
        <Details summary={`${recommendation.parts.length} parts`}>
          <ul className="nhsuk-list">
            {recommendation.parts.map((part) => (
              <li key={part.id}>
                <strong>{part.id}</strong> {part.text}
              </li>
            ))}
          </ul>
        </Details>
      ) : null}
    </>
  );
}
