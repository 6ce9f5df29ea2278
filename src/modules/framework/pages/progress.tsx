import { promisedList } from "../views/promised-list.ts";
import type { ReactNode } from "react";
import { longDate } from "#ui/long-date.ts";
import { contextOf, type Request } from "#web/env.ts";
import { frameworkPath, itemPath } from "../paths.ts";
import { frameworkProgress } from "../queries/framework-progress.ts";
import type { Promised } from "../progress.ts";
import { standingMeanings, standings, type Standing } from "../standing.ts";
import { tallyOf } from "../summary.ts";
import { StandingTag } from "../views/standing-tag.tsx";
import { Column, frameworkPage } from "./framework-page.tsx";

const order: readonly Standing[] = ["done", "on-course", "unproven", "overdue", "not-begun", "stopped"];

/** For anybody, in plain words: what was promised, what came of it, and who can be asked. */
export async function progressPage(c: Request): Promise<Response> {
  const { framework, promised, today } = await frameworkProgress(contextOf(c), c.req.param("framework")!);
  const { publisher } = framework.content.pack.framework;
  const tally = tallyOf(promised);
  return frameworkPage(c, {
    framework,
    tab: "progress",
    title: "What was promised, and how it stands",
    list: promisedList(promised, framework.content.pack),
    children: (
      <Column>
        <p className="nhsuk-lede-text">
          {publisher} promised {tally.all} actions. On {longDate(today)}, {tally.done} are done and there is
          evidence for it; {tally.overdue} should have been done by now and are not.
        </p>
        <p>
          Whoever promised an action says how it stands. Nobody can say that it is done without showing
          something, and what was said once cannot be changed afterwards. Whether it is late is worked out
          from the date.
        </p>
        {order.map((standing) => (
          <Group
            key={standing}
            standing={standing}
            promised={promised.filter((one) => one.standing === standing)}
            frameworkKey={framework.key}
          />
        ))}
        <p>
          <a href={frameworkPath(framework.key, "board")}>The same for the board, by body and date</a>
        </p>
      </Column>
    ),
  });
}

type GroupProps = { standing: Standing; promised: readonly Promised[]; frameworkKey: string };

function Group({ standing, promised, frameworkKey }: GroupProps): ReactNode {
  if (promised.length === 0) return null;
  return (
    <section aria-labelledby={standing}>
      <h2 id={standing} className="nhsuk-heading-m">
        {standings[standing]} ({promised.length})
      </h2>
      <p>{standingMeanings[standing]}</p>
      <ul className="nhsuk-list tl-plain">
        {promised.map((one) => (
          <li key={one.key}>
            <a href={itemPath(frameworkKey, one.key)}>{one.title}</a> <StandingTag standing={one.standing} />
            <p>{one.detail.text}</p>
            <p className="tl-quiet">
              {one.responsible}. By {longDate(one.due)}.
            </p>
          </li>
        ))}
      </ul>
    </section>
  );
}
