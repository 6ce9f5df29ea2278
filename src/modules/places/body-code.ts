const pattern = /^[A-Z0-9][A-Z0-9-]{0,19}$/;

export function isBodyCode(text: string): boolean {
  return pattern.test(text);
}

/** A code as people type it: small letters and spaces around it do not matter. */
export function typedBodyCode(text: string): string {
  return text.trim().toUpperCase();
}
