import { EmptyState } from "../empty-state.tsx";
import { SummaryList } from "../nhs/summary-list.tsx";
import { specimensOf } from "./specimen.ts";

export const emptyStateSpecimens = specimensOf("EmptyState", {
  default: () => (
    <EmptyState heading="You have no plan yet" action={{ text: "Start a plan", href: "#start" }}>
      <p>A plan holds what you want to improve, what you try and what you learn.</p>
    </EmptyState>
  ),
  "with an example": () => (
    <EmptyState
      heading="No measure yet"
      exampleTitle="How it looks on another ward"
      example={
        <SummaryList
          rows={[
            { key: "Measure", value: "Falls a month" },
            { key: "Now", value: "6, fewer than before" },
          ]}
        />
      }
    >
      <p>A measure shows whether a change is an improvement.</p>
    </EmptyState>
  ),
});
