import { promisedList } from "../views/promised-list.ts";
import type { ReactNode } from "react";
import { contextOf, type Request } from "#web/env.ts";
import { keyOf } from "../item.ts";
import type { Pack } from "../pack/pack.ts";
import { frameworkPath, itemPath } from "../paths.ts";
import { isNarrowed, narrowed, type Filters, type Promised } from "../progress.ts";
import { frameworkProgress } from "../queries/framework-progress.ts";
import { EvidenceLine } from "../views/evidence-line.tsx";
import { FrameworkFilters } from "../views/framework-filters.tsx";
import { PromisedTable } from "../views/promised-table.tsx";
import { TermedText } from "../views/termed-text.tsx";
import { SourceLine } from "../views/source-line.tsx";
import { Column, frameworkPage, readFilters } from "./framework-page.tsx";

export async function browsePage(c: Request): Promise<Response> {
  const { framework, promised } = await frameworkProgress(contextOf(c), c.req.param("framework")!);
  const { pack } = framework.content;
  const filters = readFilters(c);
  const shown = narrowed(promised, filters, pack);
  return frameworkPage(c, {
    framework,
    tab: "",
    title: framework.title,
    list: promisedList(shown, pack),
    children: (
      <>
        <Introduction pack={pack} />
        <FrameworkFilters pack={pack} filters={filters} />
        <Count shown={shown} all={promised} filters={filters} />
        {pack.conditions.map((condition) => (
          <Condition key={condition.id} condition={condition} shown={shown} pack={pack} />
        ))}
        <Downloads pack={pack} />
      </>
    ),
  });
}

function Introduction({ pack }: { pack: Pack }): ReactNode {
  const { framework, conditions, actions } = pack;
  return (
    <Column>
      {framework.subtitle ? <p className="nhsuk-lede-text">{framework.subtitle}</p> : null}
      <p>{framework.about}</p>
      <dl className="tl-nation-aim">
        <dt>Aim</dt>
        <dd>{framework.aim}</dd>
      </dl>
      <p className="tl-quiet">
        {conditions.length} conditions, {actions.length} proposed actions,{" "}
        {actions.reduce((sum, action) => sum + action.details.length, 0)} detailed actions.{" "}
        {framework.ownWords}
      </p>
    </Column>
  );
}

type CountProps = { shown: readonly Promised[]; all: readonly Promised[]; filters: Filters };

function Count({ shown, all, filters }: CountProps): ReactNode {
  if (!isNarrowed(filters)) return null;
  return (
    <p>
      <strong>
        {shown.length} of {all.length} detailed actions
      </strong>
      {shown.length === 0 ? ". Take a filter away to see more." : null}
    </p>
  );
}

type ConditionProps = { condition: Pack["conditions"][number]; shown: readonly Promised[]; pack: Pack };

function Condition({ condition, shown, pack }: ConditionProps): ReactNode {
  const under = pack.actions
    .filter((action) => action.condition === condition.id)
    .map((action) => ({ action, promised: shown.filter((one) => one.action.id === action.id) }))
    .filter(({ promised }) => promised.length > 0);
  if (under.length === 0) return null;
  const key = keyOf("condition", condition.id);
  return (
    <section className="tl-condition" aria-labelledby={key}>
      <h2 id={key}>
        <span className="nhsuk-caption-m">Condition {condition.id}</span>
        <a href={itemPath(pack.framework.key, key)}>{condition.title}</a>
      </h2>
      <p className="tl-condition__meaning">
        <TermedText text={condition.text} pack={pack} />
      </p>
      {under.map(({ action, promised }) => (
        <section key={action.id} className="tl-proposed" aria-labelledby={keyOf("action", action.id)}>
          <h3 id={keyOf("action", action.id)}>
            <a href={itemPath(pack.framework.key, keyOf("action", action.id))}>
              {action.id}: {action.title}
            </a>
          </h3>
          <p>
            <TermedText text={action.text} pack={pack} />
          </p>
          <PromisedTable
            caption={`Detailed actions under action ${action.id}`}
            promised={promised}
            pack={pack}
          />
          <EvidenceLine evidence={action.evidence} pack={pack} />
          <SourceLine source={action.source} pack={pack} />
        </section>
      ))}
    </section>
  );
}

function Downloads({ pack }: { pack: Pack }): ReactNode {
  const { key } = pack.framework;
  return (
    <section className="tl-aside" aria-labelledby="take-away">
      <h2 id="take-away" className="nhsuk-heading-s">
        Take it with you
      </h2>
      <ul className="nhsuk-list">
        <li>
          <a href={frameworkPath(key, "outline.txt")}>The whole framework as an outline (text)</a>
        </li>
        <li>
          <a href={frameworkPath(key, "pack.json")}>The whole framework as data (JSON)</a>
        </li>
      </ul>
    </section>
  );
}
