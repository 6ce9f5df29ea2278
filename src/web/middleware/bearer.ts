type Asked = { req: { path: string; header(name: string): string | undefined } };

/**
 * The key that a program shows. Only for the API: there it stands for itself, and a cookie that is sent along counts
 * for nothing. No page of another site can make a browser send one unasked.
 */
export function bearerOf({ req }: Asked): string | undefined {
  if (!req.path.startsWith("/api/")) return undefined;
  return /^Bearer ([\w.~+/-]{20,200}=*)$/.exec(req.header("Authorization") ?? "")?.[1];
}
