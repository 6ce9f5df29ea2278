/** Of this package; a part of every fingerprint. */
export const version = "0.1.0";
