import type { ReactNode } from "react";
import { isPerson, type Person } from "#platform/actor.ts";
import type { Context } from "#platform/perform.ts";
import { Button } from "#ui/nhs/button.tsx";
import { contextOf, type Request } from "../env.ts";
import { renderPage } from "../render.tsx";

/** A part of the home page that a module hands to the front hall. */
export type HomeSection = {
  id: string;
  order: number;
  draw(context: Context): Promise<ReactNode | null>;
};

export function homePage(sections: readonly HomeSection[]) {
  const ordered = sections.toSorted((one, other) => one.order - other.order);
  return async (c: Request): Promise<Response> => {
    const context = contextOf(c);
    const drawn = await Promise.all(ordered.map((section) => section.draw(context)));
    const parts = ordered.map((section, index) => <div key={section.id}>{drawn[index]}</div>);
    const { actor } = context;
    return isPerson(actor) ? myWork(c, actor, parts) : welcome(c, parts);
  };
}

function myWork(c: Request, person: Person, parts: ReactNode): Response {
  return renderPage(c, {
    title: "My work",
    children: (
      <>
        <h1>
          <span className="nhsuk-caption-l">{person.name}</span>
          My work
        </h1>
        {parts}
      </>
    ),
  });
}

const uses: { who: string; what: string }[] = [
  {
    who: "Teams, practices and care homes",
    what: "start an improvement, test changes, and see on a chart whether they work",
  },
  { who: "Patients and carers", what: "are equal partners, with the same rights and plain words" },
  { who: "Coaches, networks and academies", what: "see who could use help, and offer it" },
  {
    who: "Boards and national bodies",
    what: "see how the whole is doing, without another return to fill in",
  },
];

function welcome(c: Request, parts: ReactNode): Response {
  const { demonstration } = c.get("services");
  return renderPage(c, {
    title: "Improve care, and see that you did",
    children: (
      <>
        <div className="nhsuk-grid-row">
          <div className="nhsuk-grid-column-two-thirds">
            <h1>Improve care, and see that you did</h1>
            <p className="nhsuk-lede-text">
              One place where everyone who does health and care work can plan, measure and share improvement,
              and grow as a leader. Free, open, and yours to keep.
            </p>
            <div className="nhsuk-button-group">
              {demonstration ? (
                <Button text="Try it as one of ten people" href="/demonstration" />
              ) : (
                <Button text="Create an account" href="/sign-up" />
              )}
              <Button text="Find your organisation" href="/bodies" variant="secondary" />
            </div>
          </div>
        </div>
        {parts}
        <h2>Who it is for</h2>
        <dl className="tl-uses">
          {uses.map((use) => (
            <div key={use.who}>
              <dt>{use.who}</dt>
              <dd>{use.what}</dd>
            </div>
          ))}
        </dl>
        <h2>What you can count on</h2>
        <ul className="nhsuk-list nhsuk-list--bullet">
          <li>
            What a team measures in order to improve is the team's own to share. There are no league tables
            here.
          </li>
          <li>You can begin today. Nobody has to approve it, and nobody pays for a seat.</li>
          <li>Public pages read without an account, on any computer, with or without scripts.</li>
          <li>What you put in you can take out again, whole.</li>
        </ul>
      </>
    ),
  });
}
