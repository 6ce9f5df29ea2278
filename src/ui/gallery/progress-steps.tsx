import { ProgressSteps } from "../progress-steps.tsx";
import { many } from "./words.ts";
import { specimensOf } from "./specimen.ts";

export const progressStepsSpecimens = specimensOf("ProgressSteps", {
  default: () => (
    <ProgressSteps
      ariaLabel="Progress of the plan"
      steps={[
        { text: "Idea", state: "done", href: "#idea" },
        { text: "Testing", state: "current" },
        { text: "Sustaining", state: "to do" },
      ]}
    />
  ),
  "many steps": () => (
    <ProgressSteps
      ariaLabel="Progress of a long journey"
      steps={many(9, (n) => ({ text: `Step ${n}`, state: n < 4 ? "done" : n === 4 ? "current" : "to do" }))}
    />
  ),
});
