import type { ReactNode } from "react";
import { isPerson } from "#platform/actor.ts";
import type { Context } from "#platform/perform.ts";
import { Card } from "#ui/nhs/card.tsx";
import { EmptyState } from "#ui/empty-state.tsx";
import { roleHints, roleLabels } from "../role-words.ts";
import { workplaces, type Workplace } from "../role-tasks.ts";

/** The signed-in home page's first part: where somebody works, and what they come to do there. */
export const myWorkSection = {
  id: "my-work",
  order: 10,
  async draw({ actor }: Context): Promise<ReactNode | null> {
    if (!isPerson(actor)) return null;
    const places = workplaces(actor.roles);
    return places.length > 0 ? <Workplaces places={places} /> : <NoWorkplace />;
  },
};

function Workplaces({ places }: { places: readonly Workplace[] }): ReactNode {
  return (
    <ul className="nhsuk-grid-row nhsuk-card-group">
      {places.map((place) => (
        <li key={place.href} className="nhsuk-grid-column-one-half nhsuk-card-group__item">
          <Workplace place={place} />
        </li>
      ))}
    </ul>
  );
}

function Workplace({ place }: { place: Workplace }): ReactNode {
  return (
    <Card heading={{ text: place.name, level: 2, size: "m" }} href={place.href}>
      {place.roles.map((role) => (
        <p key={role} className="tl-quiet">
          <strong>{roleLabels[role]}.</strong> {roleHints[role]}
        </p>
      ))}
      <ul className="nhsuk-list">
        {place.tasks.map((task) => (
          <li key={task.text}>
            <a href={task.href}>{task.text}</a>
          </li>
        ))}
      </ul>
    </Card>
  );
}

const example: Workplace = {
  name: "Heron Ward (an example)",
  href: "/bodies",
  roles: ["lead"],
  tasks: [
    { text: "Invite a colleague", href: "/bodies" },
    { text: "See who you work with", href: "/bodies" },
  ],
};

function NoWorkplace(): ReactNode {
  return (
    <EmptyState
      heading="You do not belong to an organisation here yet"
      action={{ text: "Find your organisation", href: "/bodies" }}
      example={<ExamplePlace />}
      exampleTitle="What will stand here"
    >
      <p>
        Ask a lead of your ward, practice or team for an invitation: they can send you a link, or show you a
        code to scan. Everything that is public you can read now.
      </p>
    </EmptyState>
  );
}

/** Drawn like the real thing, and not to be mistaken for it: nothing in it is a link. */
function ExamplePlace(): ReactNode {
  return (
    <>
      <p>
        <strong>{example.name}</strong>
      </p>
      <p className="tl-quiet">{example.roles.map((role) => roleLabels[role]).join(", ")}</p>
      <ul className="nhsuk-list nhsuk-list--bullet">
        {example.tasks.map((task) => (
          <li key={task.text}>{task.text}</li>
        ))}
      </ul>
    </>
  );
}
