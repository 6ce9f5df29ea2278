/** What an answer comes to, for whoever asked. */
export type Outcome =
  /** A page, or a document. */
  | "page"
  /** It was done, or there is another page of ours to go on to. */
  | "done"
  /** Sign in first. */
  | "sign-in"
  /** There is nothing here that you can see. */
  | "hidden"
  /** You cannot do this. */
  | "refused"
  /** Prove who you are again. */
  | "prove"
  /** What was sent has a problem; whoever gets this far was let in. */
  | "problem"
  /** A fault, or an answer that means nothing here. */
  | "fault";

export const letIn: ReadonlySet<Outcome> = new Set(["page", "done", "problem"]);

const ofStatus: Record<number, Outcome> = {
  200: "page",
  201: "done",
  204: "done",
  304: "page",
  400: "problem",
  401: "sign-in",
  403: "refused",
  404: "hidden",
  409: "problem",
  413: "problem",
  415: "problem",
  422: "problem",
  429: "problem",
};

export function outcomeOf(response: Response, origin: string): Outcome {
  const { status } = response;
  if (status >= 301 && status <= 308) return redirected(response.headers.get("Location"), origin);
  return ofStatus[status] ?? "fault";
}

function redirected(location: string | null, origin: string): Outcome {
  if (location === null) return "fault";
  const to = URL.parse(location, origin);
  if (to?.origin !== origin) return "fault";
  // Sent there to sign in first; after signing out or being done one also arrives there, with word of it.
  if (to.pathname === "/sign-in" && !to.searchParams.has("done")) return "sign-in";
  if (to.pathname === "/sign-in/prove") return "prove";
  return "done";
}
