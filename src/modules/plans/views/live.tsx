import type { ReactNode } from "react";

/** A part of the overview that keeps itself up to date while others work on the same plan. */
export function Live({
  planId,
  part,
  children,
}: {
  planId: string;
  part: string;
  children: ReactNode;
}): ReactNode {
  return (
    <div id={`overview-${part}`} data-live={`plan:${planId}`}>
      {children}
    </div>
  );
}
