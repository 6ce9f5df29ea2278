/** What a command may know of the browser: its cookies for better-auth, its name, and where it is. */
export type Browser = { headers: Headers; userAgent: string; source: string };

/** The one cookie of better-auth's that is passed on: the challenge between password and code. */
export function cookieNamed(headers: Headers, name: string): string | undefined {
  return headers.getSetCookie().find((cookie) => cookie.startsWith(`${name}=`));
}

/** The name that better-auth gave a session, out of its signed cookie. */
export function sessionTokenIn(headers: Headers, name: string): string | undefined {
  const values = headers.getSetCookie().filter((cookie) => cookie.startsWith(`${name}=`));
  const value =
    values
      .at(-1)
      ?.slice(name.length + 1)
      .split(";")[0] ?? "";
  return decodeURIComponent(value).split(".")[0] || undefined;
}
