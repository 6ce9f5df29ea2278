import { Children, type ReactNode } from "react";

/** One under the other, as the lines of an address; what is not there takes no line. */
export function Lines({ children }: { children: ReactNode }): ReactNode {
  return Children.map(Children.toArray(children), (line, index) => (
    <>
      {index > 0 ? <br /> : null}
      {line}
    </>
  ));
}
