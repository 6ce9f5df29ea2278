/**
 * Pages that open without a connection: those that have a form for it, each kept for the person it was drawn for,
 * and none of them once somebody signs out. Many browsers at work have no service worker; there the pages are as
 * any other.
 */

const prefix = "kept:";
const mostKept = 80;

const canKeep = (): boolean => "serviceWorker" in navigator && "caches" in window;

export async function keepThisPage(person: string): Promise<void> {
  if (!canKeep()) return;
  await navigator.serviceWorker.register("/service-worker.js");
  const cache = await caches.open(prefix + person);
  const kept = await cache.keys();
  if (kept.length > mostKept) await Promise.all(kept.map((request) => cache.delete(request)));
  const page = location.pathname + location.search;
  const answer = await fetch(page);
  if (answer.ok && !answer.redirected) await cache.put(page, answer);
  await cache.addAll(assetsOfThisPage());
}

/** Also what scripts have loaded by themselves. */
function assetsOfThisPage(): string[] {
  const paths = performance.getEntriesByType("resource").map(({ name }) => new URL(name).pathname);
  return [...new Set(paths.filter((path) => path.startsWith("/assets/")))];
}

/** All that is kept for anybody, or for anybody else. */
export async function forgetPages(except?: string): Promise<void> {
  if (!canKeep()) return;
  const names = (await caches.keys()).filter((name) => name.startsWith(prefix));
  const forgotten = names.filter((name) => except === undefined || name !== prefix + except);
  await Promise.all(forgotten.map((name) => caches.delete(name)));
  if (except !== undefined || forgotten.length === 0) return;
  const registrations = await navigator.serviceWorker.getRegistrations();
  await Promise.all(registrations.map((registration) => registration.unregister()));
}
