import { expect, test } from "vitest";
import { roles, type RoleHeld } from "#platform/actor.ts";
import { tasksFor, workplaces } from "./role-tasks.ts";

const ward: Omit<RoleHeld, "role"> = { bodyId: "1", bodyCode: "W1", bodyName: "Ward 1", bodyKind: "ward" };

test("every role has something to do", () => {
  for (const role of roles) expect(tasksFor[role].length, role).toBeGreaterThan(1);
});

test("two roles in one place make one card, and a task that both have stands there once", () => {
  const [place, ...others] = workplaces([
    { ...ward, role: "member" },
    { ...ward, role: "lead" },
  ]);
  expect(others).toEqual([]);
  expect(place?.roles).toEqual(["member", "lead"]);
  expect(
    place?.tasks.map((task) => task.text).filter((text) => text === "See who you work with"),
  ).toHaveLength(1);
  expect(place?.tasks.map((task) => task.href)).toContain("/bodies/W1/people");
});

test("nobody's places are none", () => {
  expect(workplaces([])).toEqual([]);
});
