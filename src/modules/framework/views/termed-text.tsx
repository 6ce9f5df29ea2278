import type { ReactNode } from "react";
import { Details } from "#ui/nhs/details.tsx";
import { keyOf } from "../item.ts";
import type { Pack } from "../pack/pack.ts";
import { frameworkPath } from "../paths.ts";
import { withTerms } from "../terms.ts";

type TermedProps = { text: string; pack: Pack };

/** A text in which the glossary's terms lead to what they mean. */
export function TermedText({ text, pack }: TermedProps): ReactNode {
  return withTerms(text, pack.glossary).map((piece, index) =>
    piece.term ? (
      <a key={piece.term.id} className="tl-term" href={termPath(pack, piece.term.id)} title={piece.term.text}>
        {piece.text}
      </a>
    ) : (
      // A text is never put together anew, so that its pieces are known by their place.
      // oxlint-disable-next-line react/no-array-index-key
      <span key={index}>{piece.text}</span>
    ),
  );
}

/** The same terms told on the spot, for those who cannot point: it opens without a script. */
export function TermsUsed({ text, pack }: TermedProps): ReactNode {
  const terms = withTerms(text, pack.glossary).flatMap(({ term }) => term ?? []);
  if (terms.length === 0) return null;
  return (
    <Details
      summary={{ text: `What is meant by ${terms.map(({ title }) => `“${title}”`).join(", ")}` }}
      html={
        <dl className="tl-glossary">
          {terms.map((term) => (
            <div key={term.id} className="tl-glossary__term">
              <dt>
                <a href={termPath(pack, term.id)}>{term.title}</a>
              </dt>
              <dd>{term.text}</dd>
            </div>
          ))}
        </dl>
      }
    />
  );
}

function termPath({ framework }: Pack, id: string): string {
  return `${frameworkPath(framework.key, "glossary")}#${keyOf("term", id)}`;
}
