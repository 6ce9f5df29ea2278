import { words } from "#ui/words.tsx";
import { columnPage } from "../column-page.tsx";
import type { Request } from "../env.ts";

/** What the service's own words mean; a word on another page leads to its place here. */
export function wordsPage(c: Request): Response {
  return columnPage(c, {
    title: "What words mean here",
    look: "framework",
    breadcrumbs: [{ text: "Home", href: "/" }],
    children: (
      <>
        <p>
          Words that pages of this service use, told in plain words. Where one of them first stands on a page,
          point at it to read what it means, or press it to come here.
        </p>
        <dl className="tl-glossary">
          {words.map(({ id, title, text, synonyms }) => (
            <div key={id} id={id} className="tl-glossary__term">
              <dt>{title}</dt>
              <dd>
                <p>{text}</p>
                {synonyms.length > 0 ? <p className="tl-quiet">Also: {synonyms.join(", ")}</p> : null}
              </dd>
            </div>
          ))}
        </dl>
        <p>
          The national framework has <a href="/framework">a glossary of its own</a>.
        </p>
      </>
    ),
  });
}
