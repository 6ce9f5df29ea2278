/** What was computed for a case, under the names that the schema gives. */
export type Computed = Record<string, unknown>;

/** A refusal, put as a result, so that it can be compared with a refusal expected. */
export function refusal(because: string): Computed {
  return { error: because };
}
