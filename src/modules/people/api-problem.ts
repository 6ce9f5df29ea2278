import { isAPIError } from "better-auth/api";

/** The code of what better-auth refused, such as INVALID_EMAIL_OR_PASSWORD; anything else is thrown on. */
export function refusalOf(error: unknown): string {
  if (!isAPIError(error)) throw error;
  const { body } = error;
  return body && "code" in body && typeof body.code === "string" ? body.code : String(error.status);
}
