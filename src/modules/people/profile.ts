import { isAudience, type Audience } from "./audience.ts";

/** What a person may say of themselves. The names are those of the columns and of the audiences' keys. */
export const profileFields = {
  job_title: { label: "Job title", hint: "Such as ward sister or practice manager", list: false, most: 100 },
  about: { label: "About me", hint: "What you work on, in a few sentences", list: false, most: 1_000 },
  skills: {
    label: "Skills",
    hint: "One on each line, such as statistical process control",
    list: true,
    most: 1_000,
  },
  interests: {
    label: "Interests",
    hint: "One on each line, such as falls or end of life care",
    list: true,
    most: 1_000,
  },
  helps_with: {
    label: "Willing to help with",
    hint: "One on each line, such as reading a first chart",
    list: true,
    most: 1_000,
  },
  languages: {
    label: "Languages",
    hint: "One on each line, such as British Sign Language",
    list: true,
    most: 500,
  },
  access_needs: {
    label: "Access needs",
    hint: "What others can do so that you can take part",
    list: false,
    most: 500,
  },
  phone: { label: "Phone", hint: "A work number", list: false, most: 50 },
} as const;

export type ProfileField = keyof typeof profileFields;

export const profileFieldNames = Object.keys(profileFields) as ProfileField[];

export function isProfileField(text: string | undefined): text is ProfileField {
  return text !== undefined && Object.hasOwn(profileFields, text);
}

export type Profile = {
  values: Record<ProfileField, string[]>;
  audiences: Record<ProfileField, Audience>;
  version: number;
};

export const mostItems = 20;

/** Lines that say something, each once. A field that is no list is one such line, however long. */
export function profileValue(field: ProfileField, typed: string): string[] {
  const lines = profileFields[field].list ? typed.split("\n") : [typed];
  return [...new Set(lines.map((line) => line.trim()).filter((line) => line !== ""))];
}

/** A field that was never given an audience is for its owner alone. */
export function audiencesFrom(kept: unknown): Record<ProfileField, Audience> {
  const named = new Map(Object.entries(typeof kept === "object" && kept !== null ? kept : {}));
  const audience = (field: ProfileField): Audience => {
    const given: unknown = named.get(field);
    return isAudience(given) ? given : "only-me";
  };
  return byField(audience);
}

export function byField<V>(value: (field: ProfileField) => V): Record<ProfileField, V> {
  const pairs = profileFieldNames.map((field) => [field, value(field)] as const);
  return Object.fromEntries(pairs) as Record<ProfileField, V>;
}
