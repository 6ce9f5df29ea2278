import type { ReactNode } from "react";
import type { Pack } from "../pack/pack.ts";

type Source = Pack["actions"][number]["source"];

/** Where it stands in the documents, down to section and table. */
export function sourceWords(source: Source, pack: Pack): string {
  const document = pack.sources.find((one) => one.id === (source.document ?? pack.framework.source.document));
  const title = document?.title.split(":")[0] ?? pack.framework.title;
  const section = /^\d/.test(source.section) ? `section ${source.section}` : source.section;
  return [title, section, source.table?.replace(/^./, (letter) => letter.toLowerCase())]
    .filter((part) => part !== undefined)
    .join(", ");
}

export function SourceLine({ source, pack }: { source: Source; pack: Pack }): ReactNode {
  return <p className="tl-quiet tl-source">Source: {sourceWords(source, pack)}</p>;
}
