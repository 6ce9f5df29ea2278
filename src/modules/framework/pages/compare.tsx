import { contextOf, type Request } from "#web/env.ts";
import { itemKinds } from "../item.ts";
import { frameworkPath, itemPath } from "../paths.ts";
import { versionComparison } from "../queries/versions-page.ts";
import { Column, frameworkPage } from "./framework-page.tsx";

const words = { added: "Added", removed: "Taken out", changed: "Changed" } as const;

export async function comparePage(c: Request): Promise<Response> {
  const numberAt = (name: string): number | undefined =>
    c.req.query(name) === undefined ? undefined : Number(c.req.query(name));
  const asked = { from: numberAt("from"), to: numberAt("to") };
  const { framework, from, to, differences, same } = await versionComparison(
    contextOf(c),
    c.req.param("framework")!,
    asked,
  );
  return frameworkPage(c, {
    framework,
    tab: "changes",
    title: `Version ${from} and version ${to}`,
    crumbs: [{ text: "Changes", href: frameworkPath(framework.key, "changes") }],
    children: (
      <Column>
        {from === to ? (
          <p>
            Both are the same version.{" "}
            <a href={frameworkPath(framework.key, "changes")}>See which versions there are</a>
          </p>
        ) : (
          <p>
            {differences.length} {differences.length === 1 ? "item differs" : "items differ"}; {same} are the
            same in both.
          </p>
        )}
        {differences.map((one) => (
          <section key={one.key} className="tl-difference" aria-labelledby={one.key}>
            <h2 id={one.key} className="nhsuk-heading-s">
              <span className="nhsuk-caption-m">
                {words[one.change]}: {itemKinds[one.kind].toLowerCase()}
              </span>
              {one.change === "removed" ? (
                one.title
              ) : (
                <a href={itemPath(framework.key, one.key)}>{one.title}</a>
              )}
            </h2>
            <dl className="tl-difference__fields">
              {one.fields.map(({ name, before, after }) => (
                <div key={name}>
                  <dt>{name}</dt>
                  {before === "" ? null : (
                    <dd>
                      <span className="nhsuk-u-visually-hidden">Before: </span>
                      <del>{before}</del>
                    </dd>
                  )}
                  {after === "" ? null : (
                    <dd>
                      <span className="nhsuk-u-visually-hidden">After: </span>
                      <ins>{after}</ins>
                    </dd>
                  )}
                </div>
              ))}
            </dl>
            {one.because.length === 0 ? (
              <p className="tl-quiet">Changed by its publishers.</p>
            ) : (
              one.because.map((proposal) => (
                <p key={proposal.id}>
                  Because {proposal.proposedBy ?? "somebody"} proposed it:{" "}
                  <a href={frameworkPath(framework.key, `proposals/${proposal.id}`)}>{proposal.reason}</a>
                </p>
              ))
            )}
          </section>
        ))}
      </Column>
    ),
  });
}
