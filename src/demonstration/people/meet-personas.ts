import { hostOf, slug, type Body } from "../body.ts";
import { membership, type Membership } from "./memberships.ts";
import { personId, type Person } from "./person.ts";
import { personas, type Persona, type Post } from "./personas.ts";

export type Known = { person: Person; memberships: Membership[] };

/** The role at home is the oldest, which is how others tell it from the rest. */
const since = (post: number): string => `${2013 + post}-09-02T09:00:00Z`;

/** The personas as people, once it is known where everything lies. */
export function meetPersonas(body: (code: string) => Body): Known[] {
  return personas.map((persona, index) => meet(persona, index + 1, body));
}

function meet(persona: Persona, serial: number, body: (code: string) => Body): Known {
  const posts = persona.posts.map((post) => ({ home: whereIs(post, body), role: post.role }));
  const [{ home, role }] = posts as [(typeof posts)[0]];
  const person = {
    serial,
    id: personId(serial),
    name: persona.name,
    email: `${slug(persona.name.normalize("NFD").replace(/\p{M}/gu, "")).replaceAll("-", ".")}@${hostOf(home)}`,
    persona: persona.key,
    heritage: undefined,
    home,
    role,
  };
  return {
    person,
    memberships: posts.map((post, index) => membership({ serial }, post, { startedAt: since(index) })),
  };
}

function whereIs(post: Post, body: (code: string) => Body): Body {
  if ("in" in post) return body(post.in);
  return body(post.areaOf).areas.find((area) => area.kind === post.kind)!;
}
