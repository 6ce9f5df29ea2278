/**
 * Opens kept pages without a connection. It adds nothing to what a page can do and decides nothing: a page and its
 * files come from the network whenever that answers, and from what was kept (kept-pages.ts) when it does not.
 */

type FetchEvent = Event & {
  request: Request;
  preloadResponse?: Promise<Response | undefined>;
  respondWith(response: Promise<Response>): void;
};
type LifeEvent = Event & { waitUntil(work: Promise<unknown>): void };
type Worker = {
  skipWaiting(): Promise<void>;
  clients: { claim(): Promise<void> };
  registration: { navigationPreload?: { enable(): Promise<void> } };
  addEventListener(name: "install" | "activate", listener: (event: LifeEvent) => void): void;
  addEventListener(name: "fetch", listener: (event: FetchEvent) => void): void;
};

const worker = self as unknown as Worker;
const prefix = "kept:";
/** A connection that gives no answer for so long is none. */
const patienceMilliseconds = 5_000;
const however: CacheQueryOptions = { ignoreVary: true };

worker.addEventListener("install", (event) => event.waitUntil(worker.skipWaiting()));
worker.addEventListener("activate", (event) =>
  event.waitUntil(Promise.all([worker.clients.claim(), worker.registration.navigationPreload?.enable()])),
);
worker.addEventListener("fetch", (event) => {
  const { request } = event;
  const { origin, pathname } = new URL(request.url);
  if (request.method !== "GET" || origin !== location.origin) return;
  if (request.mode === "navigate") event.respondWith(pageFor(event));
  else if (pathname.startsWith("/assets/")) event.respondWith(assetFor(request));
});

async function pageFor(event: FetchEvent): Promise<Response> {
  const { request } = event;
  const fresh = freshPage(event);
  const cache = await cacheWith(request);
  if (!cache) return fresh;
  const response = await Promise.race([fresh, impatience()]).catch(() => undefined);
  if (response?.ok) await renew(cache, request, response.clone());
  if (response && response.type !== "error" && response.status < 500) return response;
  return (await cache.match(request, however)) ?? fresh;
}

/** Read to its end first: a page that is left while it is put away would take the kept one with it. */
async function renew(cache: Cache, request: Request, response: Response): Promise<void> {
  try {
    const body = await response.arrayBuffer();
    await cache.put(request, new Response(body, { status: response.status, headers: response.headers }));
  } catch {
    // It was left halfway; the kept one stands.
  }
}

/** The browser may have asked already, while this was waking up. */
async function freshPage(event: FetchEvent): Promise<Response> {
  const preloaded = await event.preloadResponse?.catch(() => undefined);
  return preloaded && preloaded.type !== "error" ? preloaded : fetch(event.request);
}

async function assetFor(request: Request): Promise<Response> {
  try {
    return await fetch(request);
  } catch (error) {
    const kept = await (await cacheWith(request))?.match(request, however);
    if (kept) return kept;
    throw error;
  }
}

async function cacheWith(request: Request): Promise<Cache | undefined> {
  for (const name of await caches.keys()) {
    if (!name.startsWith(prefix)) continue;
    const cache = await caches.open(name);
    if (await cache.match(request, however)) return cache;
  }
  return undefined;
}

function impatience(): Promise<undefined> {
  return new Promise((resolve) => {
    setTimeout(() => resolve(undefined), patienceMilliseconds);
  });
}
