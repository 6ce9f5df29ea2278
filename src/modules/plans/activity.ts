/** One deed in a plan, told to whoever sees it. */
export type Doing = {
  at: Date;
  action: string;
  kind: string;
  thingId: string;
  actor: { id: string; name: string } | null;
  detail: Record<string, unknown>;
};

/**
 * What is told, in the words in which it is told, behind the name of whoever did it. A deed that is not named here
 * is not told: some are between two people.
 */
export const deedWords: Readonly<Record<string, string>> = {
  "start-plan": "started it",
  "change-plan": "changed what it says of itself",
  "change-aim": "changed the aim",
  "set-stage": "set the stage",
  "set-visibility": "changed who can see it",
  "change-visibility": "changed who can see it",
  "change-diagram": "changed the driver diagram",
  "restore-text": "brought an earlier text back",
  "hand-over-lead": "handed over the lead",
  "join-team": "joined the team",
  "leave-team": "left the team",
  "align-plan": "aligned it to another plan",
  "attach-series": "attached a measure",
  "detach-series": "took a measure off",
  "plan-test": "planned a test",
  "change-test": "changed a test",
  "study-test": "studied a test",
  "act-on-test": "decided after a test",
  "note-test": "noted something during a test",
  "import-tests": "imported tests",
  "import-diagram": "imported a diagram",
  "add-task": "added a task",
  "change-task": "changed a task",
  "finish-task": "finished a task",
  "reopen-task": "opened a task again",
  "remove-task": "took a task off the list",
  "add-decision": "wrote a decision down",
  "change-decision": "changed a decision",
  "remove-decision": "took a decision out",
  "add-file": "added a file",
  "remove-file": "removed a file",
  say: "said something",
  "change-comment": "changed what they said",
  "take-back": "took back something that was said",
  "write-up": "changed the write-up",
};

/** Where the thing stands that something was done to, if it has a page of its own. */
export function deedPath({ kind, thingId, action }: Pick<Doing, "kind" | "thingId" | "action">): string {
  if (action === "change-diagram" || action === "import-diagram") return "/diagram";
  const paths: Record<string, string> = {
    test: `/tests/${thingId}`,
    task: "/tasks",
    decision: "/decisions",
    comment: `/discussion/${thingId}`,
    "plan-file": "/files",
  };
  return paths[kind] ?? "";
}
