import { everyone, people as signedIn, type Cell, type Row } from "../expect.ts";
import type { BodyRelation, Persona } from "../setup/nation.ts";

type Standing = Record<BodyRelation, readonly Persona[]>;

/** Who works somewhere is for those who work there, and for whoever leads there or above. */
const colleagues: Standing = {
  own: ["memberA", "leadA", "coachA", "patientA", "adminA", "adminAWeak", "leadRegion", "platform"],
  below: ["leadA", "adminA", "adminAWeak", "leadRegion", "platform"],
  other: ["memberB", "adminB", "platform"],
  parent: ["leadRegion", "platform"],
  area: ["adviser", "platform"],
  closed: ["leadRegion", "platform"],
};

/** Leads and administrators, here and above, let people in and out. */
const leaders: Standing = {
  own: ["leadA", "adminA", "leadRegion", "platform"],
  below: ["leadA", "adminA", "leadRegion", "platform"],
  other: ["adminB", "platform"],
  parent: ["leadRegion", "platform"],
  area: ["platform"],
  closed: ["leadRegion", "platform"],
};

/** How people sign on is set by administrators, here and above. */
const administrators: Standing = {
  own: ["adminA", "platform"],
  below: ["adminA", "platform"],
  other: ["adminB", "platform"],
  parent: ["platform"],
  area: ["platform"],
  closed: ["platform"],
};

/** An administrator whose session a password alone opened must first prove who this is. */
const weak: Partial<Standing> = { own: ["adminAWeak"], below: ["adminAWeak"] };

/** In a body that has closed nobody is let in any more. */
const leadersOfOpen: Standing = { ...leaders, closed: [] };

const members: Standing = {
  own: ["memberA", "leadA", "coachA", "patientA", "adminA", "adminAWeak"],
  below: [],
  other: ["memberB", "adminB"],
  parent: [],
  area: ["adviser"],
  closed: [],
};

const subject = ({ nation, relation }: Cell) => nation.subjects[relation as BodyRelation];
const ofSubject = (cell: Cell) => ({ userId: subject(cell).id });
const invitation = ({ nation, relation }: Cell) => nation.invitations[relation as BodyRelation];

const nobody = "nobody@example.test";
const password = "correct horse battery staple";

/** Doors that lead in. Whoever stands outside must be able to knock, and learns nothing by it. */
const doors: readonly Row[] = [
  ...[
    "GET /sign-up",
    "GET /sign-up/check-your-email",
    "GET /verify",
    "GET /sign-in",
    "GET /sign-in/code",
    "GET /sign-in/organisation",
    "GET /forgotten-password",
    "GET /forgotten-password/check-your-email",
    "GET /reset-password",
  ].map((route): Row => ({ route, about: "nothing", granted: { page: everyone } })),
  {
    route: "POST /sign-up",
    about: "nothing",
    send: ({ persona }) => ({
      name: "New Person",
      email: `new-${persona}@example.test`.toLowerCase(),
      password,
    }),
    granted: { done: everyone },
  },
  { route: "POST /verify", about: "nothing", send: () => ({ password }), granted: { problem: everyone } },
  {
    route: "POST /sign-in",
    about: "nothing",
    send: () => ({ email: nobody, password }),
    granted: { problem: everyone },
  },
  // Without the challenge that a password opens there is nothing to answer: back to the beginning.
  {
    route: "POST /sign-in/code",
    about: "nothing",
    send: () => ({ code: "123456" }),
    granted: { done: everyone },
  },
  {
    route: "POST /forgotten-password",
    about: "nothing",
    send: () => ({ email: nobody }),
    granted: { done: everyone },
  },
  {
    route: "POST /reset-password",
    about: "nothing",
    send: () => ({ password }),
    granted: { problem: everyone },
  },
  // Signing out when nobody is signed in is no harm.
  { route: "POST /sign-out", about: "nothing", granted: { done: everyone } },
  { route: "GET /sign-in/with/:id", about: "nothing", params: unknownId, granted: { hidden: everyone } },
  {
    route: "GET /sign-in/with/:id/return",
    about: "nothing",
    params: unknownId,
    granted: { hidden: everyone },
  },
];

function unknownId(): Record<string, string> {
  return { id: "00000000-0000-4000-8000-000000000000" };
}

/** One's own account: everybody who is signed in has one, and nobody else reaches it. */
const own: readonly Row[] = [
  { route: "GET /me", about: "nothing", granted: { page: signedIn } },
  { route: "GET /me/sessions", about: "nothing", granted: { page: signedIn } },
  { route: "GET /me/security", about: "nothing", granted: { page: signedIn } },
  { route: "GET /me/security/set-up", about: "nothing", granted: { page: signedIn } },
  { route: "GET /me/security/recovery-codes", about: "nothing", granted: { page: signedIn } },
  { route: "GET /me/security/turn-off", about: "nothing", granted: { page: signedIn } },
  // Nobody here has begun to set codes up, so there is nothing to confirm or to prove by: on to where that begins.
  { route: "GET /me/security/confirm", about: "nothing", granted: { done: signedIn } },
  { route: "GET /sign-in/prove", about: "nothing", granted: { done: signedIn } },
  { route: "POST /me/security/set-up", about: "nothing", granted: { done: signedIn } },
  {
    route: "POST /me/security/confirm",
    about: "nothing",
    send: () => ({ code: "123456" }),
    granted: { done: signedIn },
  },
  {
    route: "POST /sign-in/prove",
    about: "nothing",
    send: () => ({ code: "123456" }),
    granted: { done: signedIn },
  },
  // What takes a proof away asks for one; these have no codes, so none to renew and none to turn off.
  {
    route: "POST /me/security/recovery-codes",
    about: "nothing",
    granted: { problem: strongOnes(), prove: signedIn },
  },
  { route: "POST /me/security/turn-off", about: "nothing", granted: { done: strongOnes(), prove: signedIn } },
  { route: "GET /me/email", about: "nothing", granted: { page: signedIn } },
  // Nobody here has a password, and who has none must first show that the account is theirs.
  {
    route: "POST /me/email",
    about: "nothing",
    send: () => ({ email: "another@example.test", password }),
    granted: {},
  },
  { route: "POST /me/email/keep", about: "nothing", granted: { done: signedIn } },
  { route: "GET /me/email/confirm", about: "nothing", granted: { page: signedIn } },
  // A link that is nobody's.
  { route: "POST /me/email/confirm", about: "nothing", granted: { problem: signedIn } },
  { route: "GET /me/data", about: "nothing", granted: { page: signedIn } },
  { route: "GET /me/data.json", about: "nothing", granted: { page: signedIn } },
  { route: "GET /me/profile", about: "nothing", granted: { page: signedIn } },
  { route: "GET /me/profile/:field", about: "nothing", params: field, granted: { page: signedIn } },
  {
    route: "POST /me/profile/:field",
    about: "nothing",
    params: field,
    send: () => ({ value: "Falls on medical wards", audience: "my-bodies", _version: "0" }),
    granted: { done: signedIn },
  },
  {
    route: "POST /me/profile/:field",
    about: "nothing",
    params: () => ({ field: "name" }),
    send: () => ({ name: "Another Name" }),
    granted: { done: signedIn },
  },
  { route: "GET /me/delete", about: "nothing", granted: { page: signedIn } },
  {
    route: "POST /me/delete",
    about: "nothing",
    send: ({ nation, persona }) => ({ email: persona === "visitor" ? nobody : nation.people[persona].email }),
    // The last administrator of a body must first give it another one.
    granted: { problem: ["adminB", "platform"], done: signedIn },
  },
  { route: "POST /me/sessions/end-others", about: "nothing", granted: { done: signedIn } },
  // Whoever proves who they are each time cannot let a phone do without.
  {
    route: "POST /me/phones",
    about: "nothing",
    granted: {
      refused: ["adminA", "adminAWeak", "adminB", "platform", "officer"],
      done: signedIn,
    },
  },
  // Nobody here holds a phone that was let.
  {
    route: "POST /me/phones/forget",
    about: "nothing",
    granted: {},
    otherwise: { all: "hidden" },
    nobody: "hidden",
  },
  {
    route: "POST /me/phones/:id/end",
    about: "nothing",
    params: () => ({ id: "00000000-0000-4000-8000-000000000000" }),
    granted: {},
    otherwise: { all: "hidden" },
  },
  {
    route: "POST /me/sessions/:id/end",
    about: "person",
    params: ({ nation, relation, persona }) => ({ id: nation.sessionIds(relation, persona) }),
    granted: { done: { self: signedIn } },
    // Somebody else's session looks as if there were none.
    otherwise: { all: "hidden" },
  },
];

function strongOnes(): readonly Persona[] {
  return ["adminA", "adminB", "officer", "platform"];
}

function field(): Record<string, string> {
  return { field: "about" };
}

/**
 * A person, as each may see them. The one in A shares a field with everyone who is signed in; the one in B
 * shares nothing, so only who sees the people of B knows of them; the one in the ward shares a field with the world.
 */
const persons: readonly Row[] = [
  {
    route: "GET /people/:id",
    about: "person",
    granted: {
      page: { self: signedIn, "same-body": signedIn, "other-body": ["memberB", "adminB", "platform"] },
    },
    otherwise: { all: "hidden" },
    nobody: "hidden",
  },
  {
    route: "GET /people/:id",
    about: "nothing",
    params: ({ nation }) => ({ id: nation.subjects.below.id }),
    granted: { page: everyone },
  },
];

/** Who is in a body, and who lets them in and out. */
const membership: readonly Row[] = [
  { route: "GET /bodies/:code/people", about: "body", granted: { page: colleagues } },
  { route: "GET /bodies/:code/people/invite", about: "body", granted: { page: leadersOfOpen, prove: weak } },
  {
    route: "POST /bodies/:code/people/invite",
    about: "body",
    send: () => ({ email: "colleague@example.test", role: "member" }),
    granted: { done: leadersOfOpen, prove: weak },
  },
  {
    route: "GET /bodies/:code/people/invite-link",
    about: "body",
    granted: { page: leadersOfOpen, prove: weak },
  },
  {
    route: "POST /bodies/:code/people/invite-link",
    about: "body",
    send: () => ({ role: "member", uses: "5", days: "7" }),
    granted: { done: leadersOfOpen, prove: weak },
  },
  { route: "GET /bodies/:code/people/invitations", about: "body", granted: { page: leaders, prove: weak } },
  {
    route: "GET /bodies/:code/people/invitations/:id",
    about: "body",
    params: (cell) => ({ id: invitation(cell).id }),
    granted: { page: leaders, prove: weak },
    otherwise: { all: "hidden" },
  },
  {
    // A link that makes an administrator is not for a lead to see: it would be a way above one's own role.
    route: "GET /bodies/:code/people/invitations/:id",
    about: "body",
    params: ({ nation, relation }) => ({ id: nation.invitations[relation as BodyRelation].toAdministrate }),
    granted: { page: administrators, prove: weak },
    otherwise: { all: "hidden" },
  },
  {
    route: "POST /bodies/:code/people/invitations/:id/withdraw",
    about: "body",
    params: (cell) => ({ id: invitation(cell).id }),
    granted: { done: leaders, prove: weak },
  },
  {
    route: "GET /bodies/:code/people/leave",
    about: "body",
    granted: { page: members },
    otherwise: { all: "hidden" },
  },
  {
    route: "POST /bodies/:code/people/leave",
    about: "body",
    // The last administrator of B cannot go.
    granted: { problem: { other: ["adminB"] }, done: members },
    otherwise: { all: "hidden" },
  },
  {
    route: "GET /bodies/:code/people/:userId",
    about: "body",
    params: ofSubject,
    granted: { page: leaders, prove: weak },
  },
  {
    route: "POST /bodies/:code/people/:userId/role",
    about: "body",
    params: ofSubject,
    send: () => ({ from: "member", to: "coach" }),
    granted: { done: leaders, prove: weak },
  },
  {
    route: "POST /bodies/:code/people/:userId/end",
    about: "body",
    params: ofSubject,
    send: () => ({ role: "member" }),
    granted: { done: leaders, prove: weak },
  },
  {
    route: "GET /invitations/:token",
    about: "nothing",
    params: ({ nation }) => ({ token: nation.invitations.own.token }),
    granted: { page: everyone },
  },
  {
    route: "GET /invitations/:token",
    about: "nothing",
    params: ({ nation }) => ({ token: nation.invitations.own.toUnplaced }),
    granted: { page: everyone },
  },
  {
    route: "POST /invitations/:token",
    about: "nothing",
    params: ({ nation }) => ({ token: nation.invitations.own.token }),
    granted: { done: signedIn },
  },
  {
    // One that went to an address is for the account with that address alone.
    route: "POST /invitations/:token",
    about: "nothing",
    params: ({ nation }) => ({ token: nation.invitations.own.toUnplaced }),
    granted: { done: ["unplaced"] },
  },
];

const signOn = {
  name: "Work account",
  issuer: "https://login.example.org",
  clientId: "throughline",
  clientSecret: "a secret that is long enough",
  emailDomains: "example.org",
  strongClaims: "mfa",
  enabled: "yes",
};

/** Whose word is taken for who somebody is. */
const signOns: readonly Row[] = [
  { route: "GET /bodies/:code/sign-on", about: "body", granted: { page: administrators, prove: weak } },
  { route: "GET /bodies/:code/sign-on/new", about: "body", granted: { page: administrators, prove: weak } },
  {
    route: "POST /bodies/:code/sign-on/new",
    about: "body",
    send: () => ({ ...signOn, clientId: "another" }),
    granted: { done: administrators, prove: weak },
  },
  {
    route: "GET /bodies/:code/sign-on/:id",
    about: "body",
    params: provider,
    granted: { page: administrators, prove: weak },
  },
  {
    route: "POST /bodies/:code/sign-on/:id",
    about: "body",
    params: provider,
    send: () => ({ ...signOn, name: "Another name", _version: "1" }),
    granted: { done: administrators, prove: weak },
  },
  {
    route: "POST /bodies/:code/sign-on/:id/remove",
    about: "body",
    params: provider,
    granted: { done: administrators, prove: weak },
  },
];

function provider({ nation, relation }: Cell): Record<string, string> {
  return { id: nation.providers[relation as BodyRelation] };
}

export const people: readonly Row[] = [...doors, ...own, ...persons, ...membership, ...signOns];
