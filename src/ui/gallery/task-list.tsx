import { TaskList } from "../nhs/task-list.tsx";
import { many } from "./words.ts";
import { specimensOf } from "./specimen.ts";

const tasks = [
  { heading: "The aim", href: "#aim", status: "Completed" },
  {
    heading: "The team",
    href: "#team",
    hint: "At least two people",
    status: { tag: { text: "In progress", colour: "white" as const } },
  },
  {
    heading: "The measures",
    href: "#measures",
    status: { tag: { text: "Not yet started", colour: "blue" as const } },
  },
  {
    heading: "The board",
    href: "#board",
    status: { tag: { text: "There is a problem", colour: "red" as const } },
  },
  {
    heading: "The report",
    status: { text: "Cannot start yet", classes: "nhsuk-task-list__status--cannot-start-yet" },
  },
];

export const taskListSpecimens = specimensOf("TaskList", {
  default: () => <TaskList idPrefix="tasks" items={tasks} />,
  "many items": () => (
    <TaskList
      idPrefix="many-tasks"
      items={many(12, (n) => ({ heading: `Step ${n}`, href: `#step-${n}`, status: "Completed" }))}
    />
  ),
});
