import type { ReactNode } from "react";
import { NotFound } from "#platform/problem.ts";
import { contextOf, type Request } from "#web/env.ts";
import { renderPage } from "#web/render.tsx";
import { becomePersona } from "../commands/become-persona.ts";
import type { People } from "../people.ts";
import { listPersonas, type Persona } from "../queries/personas.ts";
import { PostButton } from "#ui/post-button.tsx";
import { nextOf, withNext } from "./request.ts";
import { enter } from "./signed-in.ts";

export async function demonstrationPage(c: Request, people: People): Promise<Response> {
  if (!people.demonstration) throw new NotFound();
  const { db, at } = contextOf(c);
  const personas = await listPersonas(db, at);
  return renderPage(c, {
    title: "Step in as somebody",
    section: "Demonstration",
    breadcrumbs: [{ text: "Home", href: "/" }],
    children: (
      <>
        <h1>Step in as somebody</h1>
        <p>
          Everybody here is invented. Choose whose eyes you want to look through; you can be somebody else at
          any time.
        </p>
        {personas.length === 0 ? (
          <p>There is nobody to be yet: the demonstration is still being filled.</p>
        ) : null}
        <ul className="nhsuk-grid-row nhsuk-card-group tl-personas">
          {personas.map((persona) => (
            <PersonaCard key={persona.key} persona={persona} next={nextOf(c)} />
          ))}
        </ul>
      </>
    ),
  });
}

function PersonaCard({ persona, next }: { persona: Persona; next: string }): ReactNode {
  return (
    <li className="nhsuk-grid-column-one-half nhsuk-card-group__item">
      <div className="nhsuk-card">
        <div className="nhsuk-card__content">
          <h2 className="nhsuk-card__heading nhsuk-heading-s">{persona.title}</h2>
          <p>
            {persona.name}
            {persona.bodyName ? `, ${persona.bodyName}` : ""}
          </p>
          {persona.purpose ? <p>{persona.purpose}</p> : null}
          <PostButton
            action={withNext("/demonstration/become", next)}
            text={`Be ${persona.name}`}
            fields={{ persona: persona.key }}
            variant="secondary"
            small
          />
        </div>
      </div>
    </li>
  );
}

export async function becomeForm(c: Request, people: People): Promise<Response> {
  const key = c.get("form")?.get("persona");
  const userAgent = (c.req.header("User-Agent") ?? "").slice(0, 300);
  if (typeof key !== "string") throw new NotFound();
  return enter(c, people, await becomePersona(contextOf(c), people, { key, userAgent }));
}
