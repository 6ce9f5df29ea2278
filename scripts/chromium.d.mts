/** The browser that the journeys use, if there is one. */
export function findChromium(): string | undefined;
/** The same, installed when it is missing and we may. */
export function ensureChromium(): string | undefined;
