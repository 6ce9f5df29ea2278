import { NotFound } from "#platform/problem.ts";
import { specimens } from "#ui/gallery/index.ts";
import type { Request } from "../env.ts";
import { renderPage } from "../render.tsx";

const components = [...new Set(specimens.map((specimen) => specimen.component))].sort();

/** Every component with its states: one list, and a page for each so that ids stay unique. */
export function galleryPage(c: Request): Response {
  const wanted = c.req.param("specimen");
  return wanted === undefined ? list(c) : one(c, wanted);
}

function list(c: Request): Response {
  return renderPage(c, {
    title: "Component gallery",
    look: "gallery",
    breadcrumbs: [{ text: "Home", href: "/" }],
    children: (
      <>
        <h1>Component gallery</h1>
        <p>The parts that pages are made of, each with its states.</p>
        <ul className="tl-columns">
          {components.map((component) => (
            <li key={component}>
              <a href={`/gallery/${slug(component)}`}>{component}</a>
            </li>
          ))}
        </ul>
      </>
    ),
  });
}

function one(c: Request, wanted: string): Response {
  const shown = specimens.filter((specimen) => slug(specimen.component) === wanted);
  const component = shown[0]?.component;
  if (!component) throw new NotFound();
  return renderPage(c, {
    title: component,
    look: "gallery",
    section: "Component gallery",
    breadcrumbs: [
      { text: "Home", href: "/" },
      { text: "Component gallery", href: "/gallery" },
    ],
    children: (
      <>
        <h1>{component}</h1>
        {shown.map((specimen) => (
          <section
            key={specimen.name}
            className="tl-specimen"
            aria-label={specimen.name}
            data-landmark={specimen.isLandmark ? "" : undefined}
          >
            <p className="tl-specimen__name">{specimen.name}</p>
            {specimen.render()}
          </section>
        ))}
      </>
    ),
  });
}

function slug(component: string): string {
  return component.toLowerCase().replaceAll(/[^a-z0-9]+/g, "-");
}
