import type { Role } from "#platform/actor.ts";

export const roleLabels: Record<Role, string> = {
  member: "Member",
  lead: "Lead",
  coach: "Improvement coach",
  analyst: "Analyst",
  "board-member": "Board member",
  "patient-partner": "Patient partner",
  adviser: "Adviser",
  officer: "Officer",
  administrator: "Administrator",
};

export const roleHints: Record<Role, string> = {
  member: "Works here, and sees what members see",
  lead: "Answers for the work here, and invites people",
  coach: "Helps teams here with improvement",
  analyst: "Helps teams here to measure",
  "board-member": "Reads what the board reads",
  "patient-partner": "A patient or carer who works here as an equal",
  adviser: "Answers requests for support",
  officer: "Works for a national body",
  administrator: "Gives and takes roles, and sets up sign-on",
};

export function isRole(text: string): text is Role {
  return Object.hasOwn(roleLabels, text);
}
