import { Fragment, type ReactNode } from "react";
import { isPerson, type Person } from "#platform/actor.ts";
import type { Context } from "#platform/perform.ts";
import { Button } from "#ui/nhs/button.tsx";
import { Tiles } from "#ui/tiles.tsx";
import { contextOf, type Request } from "../env.ts";
import { renderPage } from "../render.tsx";

/** A part of the home page that a module hands to the front hall. */
export type HomeSection = {
  id: string;
  order: number;
  /** Beside the welcome, where there is room, or below it. */
  place?: "beside" | "below";
  draw(context: Context): Promise<ReactNode | null>;
};

export function homePage(sections: readonly HomeSection[]) {
  const ordered = sections.toSorted((one, other) => one.order - other.order);
  return async (c: Request): Promise<Response> => {
    const context = contextOf(c);
    const drawn = await Promise.all(ordered.map((section) => section.draw(context)));
    const partsAt = (place: HomeSection["place"]): ReactNode[] =>
      ordered.flatMap((section, index) =>
        drawn[index] && (section.place ?? "below") === place
          ? [<Fragment key={section.id}>{drawn[index]}</Fragment>]
          : [],
      );
    const parts = { beside: partsAt("beside"), below: partsAt("below") };
    const { actor } = context;
    return isPerson(actor) ? myWork(c, actor, parts) : welcome(c, parts);
  };
}

type Parts = Record<"beside" | "below", ReactNode[]>;

function myWork(c: Request, person: Person, parts: Parts): Response {
  return renderPage(c, {
    title: "My work",
    children: (
      <>
        <h1>
          <span className="nhsuk-caption-l">{person.name}</span>
          My work
        </h1>
        {parts.beside}
        {parts.below}
        <h2>More that you can do</h2>
        <Tiles tiles={ways} />
      </>
    ),
  });
}

const ways = [
  {
    title: "What others tried",
    href: "/plans",
    text: "Find work like yours, also what did not work, and the people who did it.",
  },
  {
    title: "The national framework",
    href: "/framework",
    text: "What it asks, how far each part has come, and what you can do about it.",
  },
  {
    title: "Draw a chart",
    href: "/charts",
    text: "Paste your numbers, and see which are signals and which are chance.",
  },
  {
    title: "Find an organisation",
    href: "/bodies",
    text: "By name, code, town or postcode: what it is for, and whom to ask.",
  },
  {
    title: "Compare 2 geographies",
    href: "/bodies/compare",
    text: "See where areas of support match, and who falls between them.",
  },
  {
    title: "Your profile",
    href: "/me/profile",
    text: "Say what you can help with. You decide who sees each part.",
  },
];

const uses: { who: string; what: string; href: string; link: string }[] = [
  {
    who: "Teams, practices and care homes",
    what: "Begin with one sentence. Test changes small, and see on a chart whether they made a difference.",
    href: "/plans",
    link: "See what teams are improving",
  },
  {
    who: "Patients and carers",
    what: "See who does what, in plain words, and join a team as an equal partner with the same rights.",
    href: "/bodies",
    link: "Find an organisation",
  },
  {
    who: "Coaches, networks and academies",
    what: "Find a method for the task, say what you can help with, and be found by those who need it.",
    href: "/methods",
    link: "Choose a method",
  },
  {
    who: "Boards and national bodies",
    what: "See how the national framework is doing, and where help is needed, without asking anyone for more.",
    href: "/framework",
    link: "Follow the framework",
  },
];

function welcome(c: Request, parts: Parts): Response {
  const { demonstration } = c.get("services");
  return renderPage(c, {
    title: "Improve care, and see that you did",
    children: (
      <>
        <div className="tl-welcome">
          <div>
            <h1 className="nhsuk-heading-xl">Improve care, and see that you did</h1>
            <p className="nhsuk-body-l">
              Throughline is for everyone who does health and care work: plan a change, test it, see on a
              chart whether it made a difference, and share what you learned. Free, open, and yours to keep.
            </p>
            <div className="nhsuk-button-group">
              {demonstration ? (
                <Button text="Try it as one of 10 people" href="/demonstration" />
              ) : (
                <Button text="Create an account" href="/sign-up" />
              )}
              <Button text="Find your organisation" href="/bodies" variant="secondary" />
            </div>
          </div>
          {parts.beside}
        </div>
        {parts.below}
        <h2>Who it is for</h2>
        <ul className="tl-uses">
          {uses.map((use) => (
            <li key={use.who} className="tl-uses__item">
              <h3 className="nhsuk-heading-s">{use.who}</h3>
              <p>{use.what}</p>
              <a href={use.href}>{use.link}</a>
            </li>
          ))}
        </ul>
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
