import type { ReactNode } from "react";
import { QrCode } from "#ui/qr-code.tsx";
import { contextOf, type Request } from "#web/env.ts";
import { renderPage } from "#web/render.tsx";
import { decisions, decisionLabels, type PlanTest } from "../plan-test.ts";
import { planInSight } from "../queries/plan-in-sight.ts";
import { testPage } from "../queries/test-page.ts";
import { planPath } from "../views/plan-page.tsx";
import { scaleWords, testDays } from "../views/test-facts.tsx";

/** One cycle on a sheet of A4, to be filled in with a pen; its code leads back to the cycle. */
export async function testCardPage(c: Request): Promise<Response> {
  const context = contextOf(c);
  const plan = await planInSight(context, c.req.param("id")!);
  const { test } = await testPage(context, plan, c.req.param("test")!);
  const base = c.get("services").config.BASE_URL.replace(/\/$/, "");
  return renderPage(c, {
    title: `Cycle ${test.cycle}`,
    section: plan.title,
    backLink: { text: "Back to the test", href: planPath(plan, `/tests/${test.id}`) },
    children: (
      <div className="tl-card">
        <div className="tl-card__head">
          <div>
            <span className="nhsuk-caption-l">{plan.title}</span>
            <h1>Cycle {test.cycle}</h1>
            <p className="tl-card__change">{test.change}</p>
          </div>
          <QrCode href={`${base}/t/${test.token}`} title="Note what you see" size={120} />
        </div>
        <CardPlan test={test} />
        <Box title="Do: what do you see?" lines={6} />
        <Box title="Study: what happened, and what surprised you?" lines={5} />
        <p>The prediction came: true ☐ partly true ☐ not true ☐</p>
        <p>
          Act:{" "}
          {decisions.map((one) => (
            <span key={one}>{decisionLabels[one].toLowerCase()} ☐ </span>
          ))}
        </p>
        <Box title="What did you learn?" lines={2} />
        <p className="tl-quiet">Write nothing here by which a patient could be known.</p>
      </div>
    ),
  });
}

function CardPlan({ test }: { test: PlanTest }): ReactNode {
  const rows = [
    ["Question", test.question],
    ["Prediction", test.prediction],
    ["What we measure", test.willMeasure],
    ["When", testDays(test)],
    ["Where", test.place],
    ["How many", scaleWords(test)],
    ["Who", test.who],
  ] as const;
  return (
    <dl className="tl-card__plan">
      {rows.map(([key, value]) => (
        <div key={key}>
          <dt>{key}</dt>
          <dd>{value || " "}</dd>
        </div>
      ))}
    </dl>
  );
}

function Box({ title, lines }: { title: string; lines: number }): ReactNode {
  return (
    <section className="tl-card__box">
      <h2 className="nhsuk-heading-s">{title}</h2>
      {Array.from({ length: lines }, (_, line) => (
        <div key={line} className="tl-card__line" />
      ))}
    </section>
  );
}
