/**
 * Hears from the server that something on this page has changed. One stream serves the whole page, only while the
 * page is in sight: browsers open few connections to one place, and a tab that nobody looks at needs none. Where
 * there are no streams, or a proxy lets none through, the page simply stays as it was loaded.
 */

type Listener = (topic: string) => void;

type Word = { topic: string; mark?: string };

const waits = { first: 5_000, most: 300_000 };
const untilHiddenCloses = 30_000;

const listeners = new Map<string, Set<Listener>>();
const marks = new Map<string, string>();
let source: EventSource | undefined;
let over = false;
let wait = waits.first;
let timer: number | undefined;

/**
 * Calls when the thing changes. `since` is how far it had come when the page was drawn, so that nothing is missed
 * between that and the opening of the stream.
 */
export function watchLive(topic: string, listener: Listener, since?: string): () => void {
  const some = listeners.get(topic) ?? new Set();
  listeners.set(topic, some.add(listener));
  if (since && !marks.has(topic)) marks.set(topic, since);
  soon(0);
  return () => {
    some.delete(listener);
    if (some.size === 0 && listeners.get(topic) === some) listeners.delete(topic);
    soon(0);
  };
}

function soon(milliseconds: number): void {
  clearTimeout(timer);
  timer = window.setTimeout(open, milliseconds);
}

function open(): void {
  source?.close();
  source = undefined;
  if (over || listeners.size === 0 || document.hidden || typeof EventSource === "undefined") return;
  const query = new URLSearchParams([...listeners.keys()].map((topic) => ["watch", topic]));
  if (marks.size > 0) query.set("since", new URLSearchParams([...marks]).toString());
  const opened = new EventSource(`/live?${query}`);
  opened.addEventListener("watching", ({ data }) => {
    wait = waits.first;
    for (const [topic, mark] of Object.entries(JSON.parse(data) as Record<string, string>)) keep(topic, mark);
  });
  opened.addEventListener("changed", ({ data }) => hear(JSON.parse(data) as Word));
  opened.addEventListener("gone", ({ data }) => hear(JSON.parse(data) as Word));
  opened.addEventListener("over", () => {
    over = true;
    opened.close();
  });
  // After a break the browser connects again by itself; a refusal closes for good, and then it is for us to wait.
  opened.addEventListener("error", () => {
    if (opened !== source || opened.readyState !== EventSource.CLOSED) return;
    soon(wait * (0.75 + Math.random() / 2));
    wait = Math.min(wait * 2, waits.most);
  });
  source = opened;
}

function keep(topic: string, mark: string | undefined): void {
  if (mark) marks.set(topic, mark);
}

function hear({ topic, mark }: Word): void {
  keep(topic, mark);
  for (const listener of listeners.get(topic) ?? []) listener(topic);
}

document.addEventListener("visibilitychange", () => {
  if (listeners.size === 0) return;
  // Whoever looks at the page again may have made room for it, or signed in again.
  if (!document.hidden) over = false;
  soon(document.hidden ? untilHiddenCloses : 0);
});
