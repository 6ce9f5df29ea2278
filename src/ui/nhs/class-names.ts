type Part = string | false | null | undefined | 0;

export function classNames(...parts: Part[]): string {
  let joined = "";
  for (const part of parts) if (part) joined = joined ? `${joined} ${part}` : part;
  return joined;
}

/**
 * The class of a variant, unless the variant is unknown or the caller's own classes
 * already choose one of the same family.
 */
export function variantClass(
  prefix: string,
  variant: string | number | false | null | undefined,
  known: readonly string[],
  classes: string | undefined,
): string | undefined {
  if (!variant || !known.includes(String(variant))) return undefined;
  if (classes && known.some((each) => classes.includes(prefix + each))) return undefined;
  return prefix + variant;
}

/** A class that is switched on, unless the caller's own classes already hold it. */
export function switchedClass(name: string, on: unknown, classes: string | undefined): string | undefined {
  return on && !classes?.includes(name) ? name : undefined;
}
