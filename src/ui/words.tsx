import type { ReactNode } from "react";
import { z } from "zod";
import content from "../../content/glossary/words.json" with { type: "json" };
import { ExplainedHere, ExplainedText } from "./explained.tsx";
import type { Term } from "./terms.ts";

const word = z.strictObject({
  id: z.string().regex(/^[a-z][a-z-]{1,40}$/),
  title: z.string().min(3).max(60),
  text: z.string().min(20).max(200),
  synonyms: z.array(z.string().min(3)),
});

/** What the service's own words mean. */
export const words: readonly Term[] = z.array(word).parse(content);

const meaning = ({ id }: Term): string => `/words#${id}`;

/** A sentence of a page in which the service's own words are explained where they first stand. */
export function Words({ children }: { children: string }): ReactNode {
  return <ExplainedText text={children} glossary={words} href={meaning} />;
}

/** What these words mean, told on the spot. */
export function WordsMeant({ of }: { of: readonly string[] }): ReactNode {
  return <ExplainedHere terms={words.filter(({ id }) => of.includes(id))} href={meaning} />;
}
