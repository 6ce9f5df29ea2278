/** nhsuk-frontend's one inline script, which says that scripts run. The hash stands in its documentation. */
const inlineScript = "'sha256-tDOvXJi1PXbg0CWjLCCYSNHRXtps26K4JXkE3M6u/c0='";

/** Scripts, styles and pictures from us alone; nothing framed, nothing sent elsewhere, nothing rebased. */
const policy: Record<string, string> = {
  "default-src": "'none'",
  "script-src": `'self' ${inlineScript}`,
  "style-src": "'self'",
  "img-src": "'self' data:",
  "font-src": "'self'",
  "connect-src": "'self'",
  "worker-src": "'self'",
  "manifest-src": "'self'",
  "form-action": "'self'",
  "frame-ancestors": "'none'",
  "base-uri": "'none'",
};

const quietReferrers = new Set(["no-referrer", "same-origin", "strict-origin"]);

export type Expected = { personal: boolean; secure: boolean };

/** What is missing from an answer's headers, or is weaker than promised. */
export function headerFaults(response: Response, { personal, secure }: Expected): string[] {
  const { headers } = response;
  const is = (name: string, value: string) =>
    headers.get(name) === value || `${name} is ${headers.get(name)}`;
  const checks = [
    policyFault(headers.get("Content-Security-Policy")),
    is("X-Content-Type-Options", "nosniff"),
    quietReferrers.has(headers.get("Referrer-Policy") ?? "") || "Referrer-Policy tells other sites",
    !secure ||
      /max-age=(\d{8,})/.test(headers.get("Strict-Transport-Security") ?? "") ||
      "no Strict-Transport-Security",
    !personal ||
      isAsset(headers) ||
      isKeptByNobody(headers) ||
      `may be kept: Cache-Control is ${headers.get("Cache-Control")}`,
    headers.get("Access-Control-Allow-Origin") === null || "other sites may read it",
    headers.get("Server") === null && headers.get("X-Powered-By") === null ? true : "says what it runs on",
    ...headers.getSetCookie().map(cookieFault),
  ];
  return checks.filter((check) => typeof check === "string");
}

/** Not on the way, and not by the browser. */
function isKeptByNobody(headers: Headers): boolean {
  return /\bno-store\b/.test(headers.get("Cache-Control") ?? "");
}

function isAsset(headers: Headers): boolean {
  return /^(image|text\/css|text\/javascript)/.test(headers.get("Content-Type") ?? "");
}

function policyFault(given: string | null): string | true {
  const said = Object.fromEntries(
    (given ?? "").split(/;\s*/).map((one) => [one.split(" ")[0], one.slice(one.indexOf(" ") + 1)]),
  );
  const differs = Object.keys({ ...policy, ...said }).filter((name) => said[name] !== policy[name]);
  return differs.length === 0 || `Content-Security-Policy differs in ${differs.join(", ")}`;
}

function cookieFault(cookie: string): string | true {
  const [pair = "", ...attributes] = cookie.split(/;\s*/);
  const held = new Set(attributes.map((one) => one.toLowerCase()));
  const name = pair.split("=")[0]!;
  const wanted = ["secure", "httponly", "path=/"].filter((one) => !held.has(one));
  if (!name.startsWith("__Host-")) wanted.push("__Host- before its name");
  if (!held.has("samesite=lax") && !held.has("samesite=strict")) wanted.push("samesite");
  if ([...held].some((one) => one.startsWith("domain="))) wanted.push("no domain");
  return wanted.length === 0 || `cookie ${name} lacks ${wanted.join(", ")}`;
}
