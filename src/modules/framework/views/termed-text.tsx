import type { ReactNode } from "react";
import { ExplainedHere, ExplainedText } from "#ui/explained.tsx";
import { withTerms } from "#ui/terms.ts";
import { keyOf } from "../item.ts";
import type { Pack } from "../pack/pack.ts";
import { frameworkPath } from "../paths.ts";

type TermedProps = { text: string; pack: Pack };

/** A text in which the glossary's terms lead to what they mean. */
export function TermedText({ text, pack }: TermedProps): ReactNode {
  return <ExplainedText text={text} glossary={pack.glossary} href={termPath(pack)} />;
}

/** The same terms told on the spot, for those who cannot point. */
export function TermsUsed({ text, pack }: TermedProps): ReactNode {
  const terms = withTerms(text, pack.glossary).flatMap(({ term }) => term ?? []);
  return <ExplainedHere terms={terms} href={termPath(pack)} />;
}

const termPath =
  ({ framework }: Pack) =>
  ({ id }: { id: string }): string =>
    `${frameworkPath(framework.key, "glossary")}#${keyOf("term", id)}`;
