/** A label as it stands within a sentence: "acute hospital trust", and "GP practice" as it is. */
export function inSentence(label: string): string {
  return /^[A-Z]{2}/.test(label) ? label : label.charAt(0).toLowerCase() + label.slice(1);
}
