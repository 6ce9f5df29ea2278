import type { ReactNode } from "react";
import { SpcChart } from "#ui/chart/spc-chart.tsx";
import { longDate } from "#ui/long-date.ts";
import { questionsFor } from "../ask.ts";
import { chartOf } from "../chart-of.ts";
import type { ReportPage } from "../queries/report-page.ts";
import type { PlanOfSeries } from "#modules/plans/index.ts";
import type { ReadItem } from "../read-item.ts";

type Props = {
  items: readonly ReadItem[];
  work: ReadonlyMap<string, PlanOfSeries[]>;
  page: Pick<ReportPage, "report" | "can">;
};

export function ReportExceptions(props: Props): ReactNode {
  return (
    <section className="tl-report__exceptions">
      <h2>What asks for a look</h2>
      {props.items.map((one) => (
        <ItemView key={one.item.id} one={one} {...props} />
      ))}
    </section>
  );
}

/** Everything else, so that nobody has to take on trust that nothing happened. */
export function ReportAppendix(props: Props): ReactNode {
  return (
    <section className="tl-report__appendix">
      <h2>Appendix: what varies as chance would have it</h2>
      {props.items.map((one) => (
        <ItemView key={one.item.id} one={one} {...props} />
      ))}
    </section>
  );
}

function ItemView({ one, work, page }: Props & { one: ReadItem }): ReactNode {
  const { item, source, said, isEdited } = one;
  const chart = `chart-${item.id}`;
  return (
    <article className="tl-report__item" id={`item-${item.id}`}>
      <h3 className="nhsuk-u-visually-hidden">{source.name}</h3>
      <div className="tl-report__columns">
        <div className="tl-report__chart">
          <SpcChart {...chartOf(one)} id={chart} width={660} />
        </div>
        <div className="tl-report__words">
          {said.map((sentence) => (
            <p key={sentence}>{sentence}</p>
          ))}
          {isEdited ? <Edited one={one} /> : null}
          <Promise item={item} />
          <Behind plans={work.get(item.seriesId) ?? []} isException={one.isException} />
          <Questions one={one} />
          {one.isException ? <PrintedQuestions one={one} /> : null}
          <Tools one={one} page={page} />
        </div>
      </div>
    </article>
  );
}

/** What the author wrote never hides what the rules said. */
function Edited({ one: { sentences } }: { one: ReadItem }): ReactNode {
  return <p className="tl-quiet">The author’s own words. The rules say: {sentences.join(" ")}</p>;
}

function Promise({ item }: Pick<ReadItem, "item">): ReactNode {
  if (item.commitment === "") return null;
  return (
    <p>
      <strong>What will be done:</strong> {item.commitment}
      {whoAndWhen(item)}. {item.kept ? <KeptWords item={item} /> : null}
    </p>
  );
}

function whoAndWhen({ committedBy, dueOn }: ReadItem["item"]): string {
  const parts = [committedBy?.name, dueOn ? `by ${longDate(dueOn)}` : undefined].filter(Boolean);
  return parts.length > 0 ? ` (${parts.join(", ")})` : "";
}

const keptWords = { yes: "It was kept.", partly: "It was kept in part.", no: "It was not kept." } as const;

function KeptWords({ item }: Pick<ReadItem, "item">): ReactNode {
  return (
    <>
      <strong>{keptWords[item.kept!]}</strong> {item.keptNote}
    </>
  );
}

/** The work that this number belongs to: whose it is, and what was tried last. */
function Behind({ plans, isException }: { plans: readonly PlanOfSeries[]; isException: boolean }): ReactNode {
  if (plans.length === 0)
    return isException ? <p>No improvement work that you can see is attached to this measure.</p> : null;
  return (
    <ul className="nhsuk-list">
      {plans.map((plan) => (
        <li key={plan.id}>
          Work behind it: <a href={`/plans/${plan.id}`}>{plan.title}</a>
          {plan.lead ? `, led by ${plan.lead}` : ""}
          {plan.lastTest ? (
            <>
              . Last test: <a href={`/plans/${plan.id}/tests/${plan.lastTest.id}`}>{plan.lastTest.change}</a>
            </>
          ) : null}
          {plan.helpWanted === "" ? null : `. Help asked for: ${plan.helpWanted}`}
        </li>
      ))}
    </ul>
  );
}

function Questions({ one }: { one: ReadItem }): ReactNode {
  return (
    <details className="nhsuk-details">
      <summary className="nhsuk-details__summary">
        <span className="nhsuk-details__summary-text">Questions to ask</span>
      </summary>
      <div className="nhsuk-details__text">
        <ul className="nhsuk-list nhsuk-list--bullet">
          {questionsFor(one.analysis).map((question) => (
            <li key={question}>{question}</li>
          ))}
        </ul>
      </div>
    </details>
  );
}

/** What is folded on a screen does not open on paper: the questions on what asks for a look stand there. */
function PrintedQuestions({ one }: { one: ReadItem }): ReactNode {
  return (
    <p className="tl-report__asked">
      <strong>To ask:</strong> {questionsFor(one.analysis).join(" ")}
    </p>
  );
}

function Tools({
  one: { item, source },
  page: { report, can },
}: {
  one: ReadItem;
  page: Props["page"];
}): ReactNode {
  return (
    <p className="tl-report__tools">
      <a href={`/series/${item.seriesId}`}>
        The live chart<span className="nhsuk-u-visually-hidden"> of {source.name}</span>
      </a>
      {can.edit ? (
        <a href={`/reports/${report.id}/items/${item.id}`}>
          Write about it<span className="nhsuk-u-visually-hidden">: {source.name}</span>
        </a>
      ) : null}
      {can.sayWhatBecame && item.commitment !== "" ? (
        <a href={`/reports/${report.id}/items/${item.id}/kept`}>
          Say what became of it<span className="nhsuk-u-visually-hidden">: {source.name}</span>
        </a>
      ) : null}
    </p>
  );
}
