import type { ReactNode } from "react";
import { keyOf } from "../item.ts";
import type { Pack } from "../pack/pack.ts";
import { frameworkPath } from "../paths.ts";

type EvidenceLineProps = { evidence: readonly string[]; pack: Pack };

/** What the framework itself cites for an action, or that it cites nothing. */
export function EvidenceLine({ evidence, pack }: EvidenceLineProps): ReactNode {
  const cited = evidence.flatMap((id) => pack.bibliography.references.find((one) => one.id === id) ?? []);
  if (cited.length === 0) return <p className="tl-quiet tl-source">Evidence: none cited</p>;
  return (
    <p className="tl-quiet tl-source">
      Evidence cited:{" "}
      {cited.map(({ id, reference }, index) => (
        <span key={id}>
          {index > 0 ? "; " : null}
          <a href={`${frameworkPath(pack.framework.key, "bibliography")}#${keyOf("reference", id)}`}>
            {shortReference(reference)}
          </a>
        </span>
      ))}
    </p>
  );
}

/** "Berwick (2013)" of a whole reference. */
function shortReference(reference: string): string {
  const year = /\b(19|20)\d\d\b/.exec(reference)?.[0];
  const author = /^[^,(.]+/.exec(reference)?.[0].trim() ?? reference.slice(0, 30);
  return year ? `${author} (${year})` : author;
}
