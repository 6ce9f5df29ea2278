/**
 * What was entered and has not reached the server yet. Each entry is kept before it is sent, under the key that its
 * form was given here, so that it may be sent as often as need be: the server acts on a key once and answers a
 * repetition as it answered first.
 */
export type Waiting = {
  key: string;
  /** Who entered it. It is sent with their name on it, and the server takes it from nobody else. */
  person: string;
  /** What it is one of: a number, a note. */
  noun: string;
  about: string;
  action: string;
  page: string;
  fields: readonly (readonly [name: string, value: string])[];
  /** What was typed, as it stood on the page. */
  shown: readonly { label: string; value: string }[];
  at: number;
  /** The server has read it and cannot save it as it is. */
  refused: boolean;
};

export type Store = {
  all(): Promise<Waiting[]>;
  put(entry: Waiting): Promise<void>;
  remove(key: string): Promise<void>;
};

export type Answer =
  | { kind: "saved"; url: string }
  /** No connection, or a server that is busy: later. */
  | { kind: "away" }
  | { kind: "sign-in" }
  | { kind: "refused" };

export type Said = Pick<Response, "ok" | "status" | "redirected" | "url"> & { headers: Pick<Headers, "has"> };

const later = new Set([408, 425, 429]);

/** An answer without a request id is not ours but the guest network's, which would like somebody to agree to its terms. */
export function answerOf(said: Said): Answer {
  if (!said.headers.has("X-Request-Id")) return { kind: "away" };
  const isDoor = said.redirected && new URL(said.url).pathname.startsWith("/sign-in");
  if (isDoor || said.status === 401) return { kind: "sign-in" };
  if (said.ok) return { kind: "saved", url: said.url };
  return { kind: said.status >= 500 || later.has(said.status) ? "away" : "refused" };
}

const patienceMilliseconds = 15_000;

export type Post = (entry: Waiting) => Promise<Answer>;

export const post: Post = async (entry) => {
  const impatience = new AbortController();
  const timer = setTimeout(() => impatience.abort(), patienceMilliseconds);
  const body = new URLSearchParams(entry.fields.map(([name, value]) => [name, value]));
  try {
    return answerOf(await fetch(entry.action, { method: "POST", body, signal: impatience.signal }));
  } catch {
    return { kind: "away" };
  } finally {
    clearTimeout(timer);
  }
};

/** Sends one and keeps what became of it: gone from here only when the server has said that it has it. */
export async function send(store: Store, entry: Waiting, sending: Post = post): Promise<Answer> {
  const answer = await sending(entry);
  if (answer.kind === "saved") await store.remove(entry.key);
  if (answer.kind === "refused") await store.put({ ...entry, refused: true });
  return answer;
}

export type Outcome = { saved: number; mustSignIn: boolean };

/** In the order in which they were entered. One that must wait for somebody to sign in does not hold up another's. */
export async function sendAll(store: Store, sending: Post = post): Promise<Outcome> {
  const outcome: Outcome = { saved: 0, mustSignIn: false };
  const locked = new Set<string>();
  for (const entry of await store.all()) {
    if (entry.refused || locked.has(entry.person)) continue;
    const { kind } = await send(store, entry, sending);
    if (kind === "away") break;
    if (kind === "saved") outcome.saved += 1;
    if (kind === "sign-in") locked.add(entry.person);
  }
  return { ...outcome, mustSignIn: locked.size > 0 };
}

/** "1 number and 2 notes". */
export function countWords(entries: readonly Pick<Waiting, "noun">[]): string {
  const counts = new Map<string, number>();
  for (const { noun } of entries) counts.set(noun, (counts.get(noun) ?? 0) + 1);
  return [...counts].map(([noun, count]) => `${count} ${noun}${count === 1 ? "" : "s"}`).join(" and ");
}
