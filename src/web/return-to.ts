/** Where to go after signing in: a path of our own, or home. Anything that could leave the site is home. */
export function safeReturnTo(given: string | undefined | null): string {
  if (!given || given.length > 2_000 || !/^\/(?![/\\])/.test(given)) return "/";
  // Browsers drop tabs and line ends inside an address, which can turn a path into another host.
  if (/[\s\\\u0000-\u001f\u007f]/.test(given)) return "/";
  try {
    const url = new URL(given, "http://own.invalid");
    if (url.origin !== "http://own.invalid") return "/";
    const path = url.pathname + url.search + url.hash;
    return /^\/[/\\]/.test(path) ? "/" : path;
  } catch {
    return "/";
  }
}
