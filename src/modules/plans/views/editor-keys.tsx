import type { ReactNode } from "react";
import { Details } from "#ui/nhs/details.tsx";
import { SummaryList } from "#ui/nhs/summary-list.tsx";

const keys: readonly (readonly [string, string])[] = [
  ["Enter", "Adds one beside it. While you write, saves and goes on to the next"],
  ["Tab", "Adds one under it. While you write, saves and begins under it"],
  ["Arrow keys", "Go to the parent, the first child, or up and down the column"],
  ["F2 or two clicks", "Changes the words"],
  ["Alt and an arrow key", "Moves it: up, down, out a level or in a level"],
  ["Space", "Folds what is under it away, or shows it"],
  ["Delete", "Removes it; Control and Z brings it back"],
  [
    "Control and C, Control and V",
    "Copies a branch as indented text; pastes indented text or columns from Excel",
  ],
  ["Escape, then Tab", "Leaves the diagram"],
];

/** How the diagram is built by keyboard. Without a script the list does the same. */
export function EditorKeys({ planId }: { planId: string }): ReactNode {
  return (
    <>
      <p>
        Type to build it: Enter adds one beside, Tab adds one under. Drag to move, or{" "}
        <a href={`/plans/${planId}/diagram/list`}>change it as a list</a>. On a touch screen, touch an entry
        once to choose it, then drag it. You can also{" "}
        <a href={`/plans/${planId}/diagram/begin`}>begin from a topic</a>.
      </p>
      <Details summary={{ text: "All keys" }}>
        <div id="diagram-keys">
          <SummaryList rows={keys.map(([key, text]) => ({ key: { text: key }, value: { text } }))} />
        </div>
      </Details>
    </>
  );
}
