import type { ReactNode } from "react";
import { listOf, type Columns } from "#platform/list-file.ts";
import { dayInWords } from "#platform/moments.ts";
import type { Paging } from "#platform/paging.ts";
import { contextOf, type Request } from "#web/env.ts";
import { doneWord } from "#web/done-word.ts";
import { PageLinks } from "#ui/page-links.tsx";
import { Timeline } from "#ui/timeline.tsx";
import { frameworkPath, itemPath } from "../paths.ts";
import { pledgesPage as ask, type PledgeSeen } from "../queries/pledges-page.ts";
import { CountChart } from "../views/count-chart.tsx";
import { SourceLine } from "../views/source-line.tsx";
import { Column, frameworkPage } from "./framework-page.tsx";

const done = { answered: "Your answer was published", counted: "The number was published" };

function columnsOf(framework: string): Columns<PledgeSeen> {
  return {
    title: ["Pledge", ({ pledge }) => pledge.title],
    number: ["Number", ({ pledge }) => pledge.id],
    text: ["In its words", ({ pledge }) => pledge.text],
    madeBy: ["Made by", (one) => one.responsible],
    promised: ["What was promised", ({ pledge }) => pledge.behaviours],
    measuredBy: ["Measured by", ({ measures }) => measures.map(({ measure }) => measure.title)],
    answers: ["Answers to what was heard", ({ paging }) => paging.total],
    address: ["Address", ({ key }) => itemPath(framework, key)],
  };
}

export async function pledgesPage(c: Request): Promise<Response> {
  const of = c.req.query("of") ?? "";
  const asked = { of, page: Number(c.req.query("page") ?? 1) };
  const { progress, pledges } = await ask(contextOf(c), c.req.param("framework")!, asked);
  const { framework } = progress;
  const { pack } = framework.content;
  return frameworkPage(c, {
    framework,
    tab: "pledges",
    title: `Pledges (${pledges.length})`,
    list: listOf({ name: `${framework.key}-pledges`, columns: columnsOf(framework.key), rows: pledges }),
    success: doneWord(c, done),
    children: (
      <Column>
        <p>
          Those who published the framework asked to be held to account for these. Each has the conduct that
          was promised, a measure over time, and dated answers to what people said.
        </p>
        {pledges.map(({ key, pledge, responsible, measures, answers, paging, can }) => (
          <section key={key} id={key} aria-labelledby={`${key}-title`} className="tl-target">
            <h2 id={`${key}-title`} className="nhsuk-heading-m">
              <a href={itemPath(framework.key, key)}>
                {pledge.id}: {pledge.title}
              </a>
            </h2>
            <p>{pledge.text}</p>
            <p>Made by: {responsible}</p>
            <h3 className="nhsuk-heading-s">What was promised</h3>
            <ul className="nhsuk-list nhsuk-list--bullet">
              {pledge.behaviours.map((behaviour) => (
                <li key={behaviour}>{behaviour}</li>
              ))}
            </ul>
            {measures.map(({ key: measureKey, measure, counts }) => (
              <section key={measureKey} id={measureKey}>
                <h3 className="nhsuk-heading-s">{measure.title}</h3>
                <CountChart
                  id={`chart-${measureKey.replaceAll(".", "-")}`}
                  title={measure.title}
                  measured={{ ...measure, denominator: measure.of }}
                  counts={counts}
                />
                {can.answer ? (
                  <p>
                    <a href={frameworkPath(framework.key, `counts/${encodeURIComponent(measureKey)}`)}>
                      Give a number<span className="nhsuk-u-visually-hidden"> for: {measure.title}</span>
                    </a>
                  </p>
                ) : null}
              </section>
            ))}
            <h3 className="nhsuk-heading-s">What was heard, and answered</h3>
            {answers.length === 0 ? <p>Nothing has been answered yet.</p> : null}
            <Timeline
              headingLevel={4}
              events={answers.map((answer) => ({
                title: answer.heard,
                when: dayInWords(answer.answeredAt),
                dateTime: answer.answeredAt.toISOString(),
                by: answer.bodyName,
                children: <p className="tl-comment__text">{answer.answer}</p>,
              }))}
            />
            <OlderAnswers framework={framework.key} pledge={{ id: pledge.id, key }} paging={paging} of={of} />
            {can.answer ? (
              <p>
                <a href={frameworkPath(framework.key, `answers/${encodeURIComponent(key)}`)}>
                  Answer what was heard<span className="nhsuk-u-visually-hidden"> of pledge {pledge.id}</span>
                </a>
              </p>
            ) : null}
            {pledge.note ? <p className="tl-quiet">{pledge.note}</p> : null}
            <SourceLine source={pledge.source} pack={pack} />
          </section>
        ))}
      </Column>
    ),
  });
}

type OlderProps = { framework: string; pledge: { id: string; key: string }; paging: Paging; of: string };

/** A page has the links to further pages once: under the pledge whose older answers were asked for. */
function OlderAnswers({ framework, pledge, paging, of }: OlderProps): ReactNode {
  if (paging.pages === 1) return null;
  const href = (page: number): string =>
    `${frameworkPath(framework, "pledges")}?of=${encodeURIComponent(pledge.key)}&page=${page}#${pledge.key}`;
  if (pledge.key === of) return <PageLinks paging={paging} href={href} />;
  return (
    <p>
      These are the latest {paging.size} of {paging.total.toLocaleString("en-GB")}.{" "}
      <a href={href(2)}>
        Read the older answers<span className="nhsuk-u-visually-hidden"> to pledge {pledge.id}</span>
      </a>
    </p>
  );
}
