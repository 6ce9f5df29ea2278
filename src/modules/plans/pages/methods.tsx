import type { ReactNode } from "react";
import { NotFound } from "#platform/problem.ts";
import { Button } from "#ui/nhs/button.tsx";
import { Tiles } from "#ui/tiles.tsx";
import { contextOf, type Request } from "#web/env.ts";
import { renderPage } from "#web/render.tsx";
import { columnPage } from "#web/column-page.tsx";
import type { Method } from "../method.ts";
import { methodOf, methods } from "../methods.ts";
import { mayStartAnywhere } from "../policy.ts";

const breadcrumbs = [{ text: "Improvement work", href: "/plans" }];

/** The library of methods: they differ in where they look first, and share the plan that they lead to. */
export function methodsPage(c: Request): Response {
  return renderPage(c, {
    title: "Methods",
    section: "Improvement work",
    breadcrumbs,
    children: (
      <>
        <h1>Methods</h1>
        <p className="nhsuk-body-l">
          There is more than one good way to improve. Take the one that fits the problem: you can change your
          mind at any time, and nothing that you wrote is lost.
        </p>
        <Tiles
          headingLevel={2}
          tiles={methods.map(({ key, name, inShort, useWhen }) => ({
            title: name,
            href: `/methods/${key}`,
            text: (
              <>
                {inShort} <span className="tl-quiet">Fits when: {lowerFirst(useWhen[0]!)}.</span>
              </>
            ),
          }))}
        />
      </>
    ),
  });
}

function lowerFirst(text: string): string {
  return text.charAt(0).toLowerCase() + text.slice(1);
}

export function methodPage(c: Request): Response {
  const method = methodOf(c.req.param("key") ?? "");
  if (!method) throw new NotFound();
  return columnPage(c, {
    title: method.name,
    section: "Methods",
    breadcrumbs: [...breadcrumbs, { text: "Methods", href: "/methods" }],
    children: (
      <>
        <p className="nhsuk-body-l">{method.inShort}</p>
        <Points heading="When it fits" points={method.useWhen} />
        <Points heading="When another one fits better" points={method.notWhen} />
        <h2>How long it takes</h2>
        <p>{method.takes}.</p>
        <Steps method={method} />
        <h2>What a project begins with</h2>
        <p>These drivers are put under your aim, to be crossed out, written over and added to:</p>
        <TemplateList nodes={method.nodes} />
        <Start c={c} method={method} />
      </>
    ),
  });
}

function Points({ heading, points }: { heading: string; points: readonly string[] }): ReactNode {
  return (
    <>
      <h2>{heading}</h2>
      <ul>
        {points.map((point) => (
          <li key={point}>{point}</li>
        ))}
      </ul>
    </>
  );
}

function Steps({ method }: { method: Method }): ReactNode {
  return (
    <>
      <h2>Its steps</h2>
      <ol>
        {method.steps.map(({ name, what, ask }) => (
          <li key={name}>
            <strong>{name}.</strong> {what} <span className="tl-quiet">Ask: “{ask}”</span>
          </li>
        ))}
      </ol>
    </>
  );
}

function TemplateList({ nodes }: { nodes: Method["nodes"] }): ReactNode {
  return (
    <ul>
      {nodes.map(({ text, children = [] }) => (
        <li key={text}>
          {text}
          {children.length > 0 ? <TemplateList nodes={children} /> : null}
        </li>
      ))}
    </ul>
  );
}

function Start({ c, method }: { c: Request; method: Method }): ReactNode {
  const start = `/plans/new?method=${method.key}&template=yes`;
  if (mayStartAnywhere(contextOf(c).actor)) return <Button text="Start a project in this way" href={start} />;
  return (
    <p>
      <a href={`/sign-in?next=${encodeURIComponent(start)}`}>Sign in to start a project in this way</a>
    </p>
  );
}
