import { hashPassword } from "#modules/people/password.ts";
import { copyRows, type Columns } from "../copy-rows.ts";
import { counted } from "../counted.ts";
import { idFrom } from "../dice.ts";
import type { Nation } from "../nation.ts";
import type { Part } from "../part.ts";
import type { Membership } from "./memberships.ts";
import type { Person } from "./person.ts";
import { personaPassword } from "./personas.ts";
import { profileOf, type Profile } from "./profile.ts";

/** Accounts opened over the winter in which the framework came out. */
const opened = (serial: number): string => {
  const day = new Date(Date.UTC(2016, 11, 1 + ((serial * 37) % 120), 9));
  return day.toISOString();
};

const userColumns: Columns<Person> = {
  id: (person) => person.id,
  name: (person) => person.name,
  email: (person) => person.email,
  email_verified: () => true,
  created_at: (person) => opened(person.serial),
  updated_at: (person) => opened(person.serial),
  persona: (person) => person.persona,
};

const profileColumns: Columns<{ person: Person; profile: Profile }> = {
  user_id: ({ person }) => person.id,
  job_title: ({ profile }) => profile.jobTitle,
  about: ({ profile }) => profile.about,
  skills: ({ profile }) => profile.skills,
  interests: ({ profile }) => profile.interests,
  helps_with: ({ profile }) => profile.helpsWith,
  languages: ({ profile }) => profile.languages,
  access_needs: ({ profile }) => profile.accessNeeds,
  phone: ({ profile }) => profile.phone,
  audiences: ({ profile }) => JSON.stringify(profile.audiences),
};

type Held = { person: Person; membership: Membership; grantedBy: string | undefined };

const membershipColumns: Columns<Held> = {
  id: ({ membership }) => membership.id,
  user_id: ({ person }) => person.id,
  body_id: ({ membership }) => membership.body.id,
  role: ({ membership }) => membership.role,
  started_at: ({ membership }) => membership.startedAt,
  ended_at: ({ membership }) => membership.endedAt,
  granted_by: ({ grantedBy }) => grantedBy,
};

/** The account that better-auth keeps for somebody who signs in with a password. */
const accountColumns = (password: string): Columns<Person> => ({
  id: (person) => idFrom(`account:${person.serial}`),
  account_id: (person) => person.id,
  provider_id: () => "credential",
  user_id: (person) => person.id,
  password: () => password,
  created_at: (person) => opened(person.serial),
  updated_at: (person) => opened(person.serial),
});

/** Only the personas can sign in; everybody else is there to be found. */
export const peoplePart: Part = {
  name: "people",
  tables: ["users", "accounts", "profiles", "memberships"],
  async load(client, _scale, nation, report) {
    report(counted("People", await copyRows(client, "users", userColumns, nation.people())));
    const password = await hashPassword(personaPassword);
    await copyRows(client, "accounts", accountColumns(password), nation.personas);
    report(counted("Profiles", await copyRows(client, "profiles", profileColumns, profiles(nation))));
    report(counted("Memberships", await copyRows(client, "memberships", membershipColumns, held(nation))));
  },
};

function* profiles(nation: Nation): Generator<{ person: Person; profile: Profile }> {
  for (const person of nation.people()) yield { person, profile: profileOf(person) };
}

function* held(nation: Nation): Generator<Held> {
  for (const person of nation.people()) {
    for (const membership of nation.membershipsOf(person)) {
      const lead = nation.leadOf(membership.body);
      yield { person, membership, grantedBy: lead === person.id ? undefined : lead };
    }
  }
}
