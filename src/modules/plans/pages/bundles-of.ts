import { createBundles, type Bundles } from "#platform/bundle/bundles.ts";
import type { Services } from "#web/env.ts";
import type { Request } from "#web/env.ts";

/** One for each running program, so that its key is unlocked once. */
const made = new WeakMap<Services, Bundles>();

export function bundlesOf(c: Request): Bundles {
  const services = c.get("services");
  const known = made.get(services);
  if (known) return known;
  const { db, secret, config } = services;
  const bundles = createBundles({ db, secret, address: config.BASE_URL.replace(/\/$/, "") });
  made.set(services, bundles);
  return bundles;
}
