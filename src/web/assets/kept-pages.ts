/**
 * Pages that open without a connection: those that have a form for it, each kept for the person it was drawn for,
 * and none of them once somebody signs out. Many browsers at work have no service worker; there the pages are as
 * any other.
 */

const prefix = "kept:";
const mostKept = 80;

const canKeep = (): boolean => "serviceWorker" in navigator && "caches" in window;

/** True when it will open without a connection from now on. */
export async function keepThisPage(person: string): Promise<boolean> {
  if (!canKeep()) return false;
  await navigator.serviceWorker.register("/service-worker.js");
  const cache = await caches.open(prefix + person);
  const kept = await cache.keys();
  if (kept.length > mostKept) await Promise.all(kept.map((request) => cache.delete(request)));
  const page = location.pathname + location.search;
  // Once it is there the service worker renews it, whenever the page is opened.
  if (!(await cache.match(page, { ignoreVary: true }))) await put(cache, page);
  await cache.addAll(await notIn(cache, assetsOfThisPage()));
  await navigator.serviceWorker.ready;
  return true;
}

/** Read to its end first, because somebody may leave the page meanwhile. */
async function put(cache: Cache, page: string): Promise<void> {
  const answer = await fetch(page);
  if (!answer.ok || answer.redirected) return;
  const body = await answer.arrayBuffer();
  await cache.put(page, new Response(body, { status: answer.status, headers: answer.headers }));
}

async function notIn(cache: Cache, paths: readonly string[]): Promise<string[]> {
  const found = await Promise.all(paths.map((path) => cache.match(path, { ignoreVary: true })));
  return paths.filter((_, at) => found[at] === undefined);
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
