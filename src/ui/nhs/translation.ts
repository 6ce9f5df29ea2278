/** Texts that the design system's script reads from data attributes instead of its English defaults. */
export function translation(key: string, message: string | undefined): Record<string, string> {
  return message ? { [`data-i18n.${key}`]: message } : {};
}

/** Texts by plural rule, such as `{ one: "…", other: "…" }`. */
export type Plurals = Readonly<Partial<Record<"zero" | "one" | "two" | "few" | "many" | "other", string>>>;

export function plurals(key: string, messages: Plurals | undefined): Record<string, string> {
  const attributes: Record<string, string> = {};
  for (const [rule, message] of Object.entries(messages ?? {}))
    attributes[`data-i18n.${key}.${rule}`] = message;
  return attributes;
}
