import type { Role, RoleHeld } from "#platform/actor.ts";

/** What somebody in a role most often comes to do, and where. */
export type RoleTask = { text: string; href(held: RoleHeld): string; onlyIn?: "nation" };

const page = (held: RoleHeld): string => `/bodies/${held.bodyCode}`;
const people = (held: RoleHeld): string => `/bodies/${held.bodyCode}/people`;

const seePage: RoleTask = { text: "See the page", href: page };
const seePeople: RoleTask = { text: "See who you work with", href: people };
const invite: RoleTask = {
  text: "Invite a colleague",
  href: (held) => `/bodies/${held.bodyCode}/people/invite`,
};
const correct: RoleTask = {
  text: "Correct what the page says",
  href: (held) => `/bodies/${held.bodyCode}/edit`,
};
const chart: RoleTask = { text: "Draw a chart that tells signal from noise", href: () => "/charts" };
const startProject: RoleTask = { text: "Start a project", href: () => "/plans/new" };
const startMeasure: RoleTask = { text: "Start a measure", href: () => "/measures/new" };
const others: RoleTask = { text: "See what others tried", href: () => "/plans" };
const framework: RoleTask = { text: "Follow the national framework", href: () => "/framework" };
const compare: RoleTask = {
  text: "See where areas match and where they do not",
  href: () => "/bodies/compare",
};
const help: RoleTask = { text: "Say what you can help with", href: () => "/me/profile" };
const signOn: RoleTask = { text: "Set up sign-on", href: (held) => `/bodies/${held.bodyCode}/sign-on` };

const bringIn: RoleTask = {
  text: "Import organisations",
  href: () => "/bodies/import",
  onlyIn: "nation",
};

const status: RoleTask = { text: "See how the service is doing", href: () => "/status", onlyIn: "nation" };

export const tasksFor: Record<Role, readonly RoleTask[]> = {
  member: [startProject, seePeople, help],
  lead: [startProject, invite, correct, seePeople],
  coach: [others, startMeasure, seePeople, help],
  analyst: [startMeasure, chart, compare],
  "board-member": [seePage, framework, others],
  "patient-partner": [seePage, others, help],
  adviser: [seePage, others, compare, help],
  officer: [framework, seePage, compare],
  administrator: [bringIn, status, invite, correct, signOn],
};

/** One card for each body, with the tasks of all the roles held there, each task once. */
export type Workplace = {
  name: string;
  href: string;
  roles: Role[];
  tasks: { text: string; href: string }[];
};

export function workplaces(held: readonly RoleHeld[]): Workplace[] {
  const places = new Map<string, Workplace>();
  for (const role of held) {
    const place = places.get(role.bodyId) ?? { name: role.bodyName, href: page(role), roles: [], tasks: [] };
    places.set(role.bodyId, place);
    place.roles.push(role.role);
    for (const { text, href, onlyIn } of tasksFor[role.role]) {
      if (onlyIn && onlyIn !== role.bodyKind) continue;
      if (!place.tasks.some((task) => task.text === text)) place.tasks.push({ text, href: href(role) });
    }
  }
  return [...places.values()];
}
