import { isIP } from "node:net";
import type { Request } from "#web/env.ts";

type Connected = { incoming?: { socket?: { remoteAddress?: string } } };

/**
 * Where a request comes from, for counting guesses. What a header says is believed only from as many proxies
 * as the operator named, counted from our side: the rest of it anybody can write.
 */
export function sourceAddress(c: Request): string {
  const connected: Connected = c.env ?? {};
  const hops = [...forwardedFor(c), connected.incoming?.socket?.remoteAddress ?? "unknown"];
  const trusted = c.get("services").config.TRUSTED_PROXIES;
  return oneSource(hops.at(-1 - trusted) ?? hops[0]!);
}

function forwardedFor(c: Request): string[] {
  const header = c.req.header("X-Forwarded-For") ?? "";
  return header
    .split(",")
    .map((hop) => hop.trim())
    .filter((hop) => isIP(hop) !== 0);
}

/** An IPv6 customer holds a whole /64, so that is what counts as one source. */
function oneSource(address: string): string {
  return isIP(address) === 6 && !address.startsWith("::ffff:")
    ? address.split(":").slice(0, 4).join(":")
    : address;
}
