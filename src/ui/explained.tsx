import { createContext, useContext, useState, type ReactNode } from "react";
import { Details } from "./nhs/details.tsx";
import { withTerms, type Term } from "./terms.ts";

const Explained = createContext<Set<string> | undefined>(undefined);

/** Around a page: each word is explained where it first stands on it, and not again. */
export function ExplainedOnce({ children }: { children: ReactNode }): ReactNode {
  const [explained] = useState(() => new Set<string>());
  return <Explained value={explained}>{children}</Explained>;
}

type ExplainedTextProps = {
  text: string;
  glossary: readonly Term[];
  /** Where the meaning stands to be read, for those who cannot point. */
  href: (term: Term) => string;
};

/** A text whose terms say what they mean when one points at them, and lead to it when they are pressed. */
export function ExplainedText({ text, glossary, href }: ExplainedTextProps): ReactNode {
  const explained = useContext(Explained);
  return withTerms(text, glossary, explained).map(({ term, text: piece }, index) =>
    term ? (
      <a key={term.id} className="tl-term" href={href(term)} title={term.text}>
        {piece}
      </a>
    ) : (
      // A text is never put together anew, so that its pieces are known by their place.
      // oxlint-disable-next-line react/no-array-index-key
      <span key={index}>{piece}</span>
    ),
  );
}

type ExplainedHereProps = { terms: readonly Term[]; href: ExplainedTextProps["href"] };

/** The same told on the spot: it opens without a script. */
export function ExplainedHere({ terms, href }: ExplainedHereProps): ReactNode {
  if (terms.length === 0) return null;
  return (
    <Details
      summary={{ text: `What is meant by ${terms.map(({ title }) => `“${title}”`).join(", ")}` }}
      html={
        <dl className="tl-glossary">
          {terms.map((term) => (
            <div key={term.id} className="tl-glossary__term">
              <dt>
                <a href={href(term)}>{term.title}</a>
              </dt>
              <dd>{term.text}</dd>
            </div>
          ))}
        </dl>
      }
    />
  );
}
