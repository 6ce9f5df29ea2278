import { listOf, type Columns } from "#platform/list-file.ts";
import type { ReactNode } from "react";
import { contextOf, type Request } from "#web/env.ts";
import { doneWord } from "#web/done-word.ts";
import { longDate } from "#ui/long-date.ts";
import { frameworkPath, itemPath } from "../paths.ts";
import { targetsPage as ask, type TargetSeen } from "../queries/targets-page.ts";
import { CountChart } from "../views/count-chart.tsx";
import { SourceLine } from "../views/source-line.tsx";
import { Column, frameworkPage } from "./framework-page.tsx";

const done = { counted: "The number was published" };

function columnsOf(framework: string): Columns<TargetSeen> {
  return {
    title: ["Target", ({ target }) => target.title],
    text: ["In its words", ({ target }) => target.text],
    better: ["Which way is better", ({ target }) => target.better],
    unit: ["Unit", ({ target }) => target.unit],
    goals: ["To be reached", ({ target }) => target.goals.map(({ value, by }) => `${value} by ${by}`)],
    counts: [
      "Counted",
      ({ counts }) => counts.map(({ on, numerator, denominator }) => `${on}: ${numerator} of ${denominator}`),
    ],
    action: ["Belongs to action", ({ promised }) => promised?.title],
    address: ["Address", ({ key }) => `${frameworkPath(framework, "targets")}#${key}`],
  };
}

export async function targetsPage(c: Request): Promise<Response> {
  const { progress, targets } = await ask(contextOf(c), c.req.param("framework")!);
  const { framework } = progress;
  const { pack } = framework.content;
  return frameworkPage(c, {
    framework,
    tab: "targets",
    title: `Targets (${targets.length})`,
    list: listOf({ name: `${framework.key}-targets`, columns: columnsOf(framework.key), rows: targets }),
    success: doneWord(c, done),
    children: (
      <Column>
        <p>
          Numbers that the framework wants to reach, each with what it is counted out of, over time. A chart
          says whether anything has really changed; one number higher or lower than the last does not.
        </p>
        {targets.map((seen) => (
          <section key={seen.key} id={seen.key} aria-labelledby={`${seen.key}-title`} className="tl-target">
            <h2 id={`${seen.key}-title`} className="nhsuk-heading-m">
              {seen.target.title}
            </h2>
            <p>{seen.target.text}</p>
            <Goals seen={seen} />
            <CountChart
              id={`chart-${seen.key}`}
              title={seen.target.title}
              measured={seen.target}
              goals={seen.target.goals}
              counts={seen.counts}
            />
            {seen.promised ? (
              <p>
                Belongs to{" "}
                <a href={itemPath(framework.key, seen.promised.key)}>
                  action {seen.promised.id}: {seen.promised.title}
                </a>
              </p>
            ) : null}
            <SourceLine source={seen.target.source} pack={pack} />
            {seen.can.count ? (
              <p>
                <a href={`${frameworkPath(framework.key, "counts")}/${encodeURIComponent(seen.key)}`}>
                  Give a number<span className="nhsuk-u-visually-hidden"> for: {seen.target.title}</span>
                </a>
              </p>
            ) : null}
          </section>
        ))}
      </Column>
    ),
  });
}

function Goals({ seen: { target } }: { seen: TargetSeen }): ReactNode {
  const { goals, baseline, unit } = target;
  const words = (value: number) => (unit === "%" ? `${value}%` : `${value} ${unit}`);
  return (
    <ul className="nhsuk-list nhsuk-list--bullet">
      {baseline ? (
        <li>
          It was {words(baseline.value)} on {longDate(baseline.on)}
        </li>
      ) : null}
      {goals.length === 0 ? <li>No figure is set, only the direction: {target.better}</li> : null}
      {goals.map((goal) => (
        <li key={goal.by}>
          {words(goal.value)} by {longDate(goal.by)}
        </li>
      ))}
    </ul>
  );
}
