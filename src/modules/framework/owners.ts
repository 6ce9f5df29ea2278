import type { Pack } from "./pack/pack.ts";

export type PackBody = Pack["bodies"][number];
export type Responsible = Pack["actions"][number]["details"][number]["responsible"][number];

/** A body of the pack as it stands on this platform today, through all its successors. */
export type Owner = { id: string; code: string; name: string; closedOn: string | null };

/** Everybody whom these names stand for: members of a group one by one, and whom a body acts through. */
export function codesOf(
  responsible: readonly Responsible[],
  bodies: readonly PackBody[],
  role?: Responsible["role"],
): string[] {
  const named = responsible.filter((one) => role === undefined || one.role === role);
  const ids = named.flatMap(({ body, through }) => [body, ...(through ? [through] : [])]);
  return [...new Set(ids.flatMap((id) => codesOfBody(id, bodies, new Set())))];
}

function codesOfBody(id: string, bodies: readonly PackBody[], seen: Set<string>): string[] {
  const body = bodies.find((one) => one.id === id);
  if (!body || seen.has(id)) return [];
  seen.add(id);
  const members = (body.members ?? []).flatMap((member) => codesOfBody(member, bodies, seen));
  return body.code ? [body.code, ...members] : members;
}

/** True where this body, or a group that it is in, is named: so that a filter by one body finds its groups too. */
export function isNamed(
  responsible: readonly Responsible[],
  id: string,
  bodies: readonly PackBody[],
): boolean {
  return responsible.some(
    ({ body, through }) =>
      body === id || through === id || (bodies.find((one) => one.id === body)?.members ?? []).includes(id),
  );
}

/** "Health Education England (NHS Leadership Academy), with NHS England". */
export function responsibleWords(responsible: readonly Responsible[], bodies: readonly PackBody[]): string {
  const nameOf = (id: string) => bodies.find((one) => one.id === id)?.name ?? id;
  const words = ({ body, through }: Responsible) =>
    through ? `${nameOf(body)} (${nameOf(through)})` : nameOf(body);
  const leads = listed(responsible.filter((one) => one.role === "lead").map(words));
  const partners = listed(responsible.filter((one) => one.role === "partner").map(words));
  return partners === "" ? leads : `${leads}, with ${partners}`;
}

function listed(names: readonly string[]): string {
  if (names.length <= 1) return names.join("");
  return `${names.slice(0, -1).join(", ")} and ${names.at(-1)}`;
}
