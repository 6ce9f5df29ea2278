import { setTimeout as pause } from "node:timers/promises";
import type { Browse } from "../setup/browse.ts";
import type { Ledger } from "./ledger.ts";
import { become, organisations, teamAdded, teamForm } from "./person.ts";

/** Adds one team and notes it, if it was acknowledged. */
export async function writeOnce(browse: Browse, organisation: string, ledger: Ledger): Promise<boolean> {
  const form = teamForm();
  const code = teamAdded(await browse.post(`/bodies/${organisation}/teams`, form));
  if (code) ledger.note(`${code} ${form.name}`);
  return code !== undefined;
}

/** People who add teams one after another, and go on when they are refused or broken off. */
export function startWriters(url: () => string, count: number, ledger: Ledger): { stop(): Promise<void> } {
  const state = { going: true };
  const write = async (_: unknown, index: number): Promise<void> => {
    // Two to each, so that some wait for each other.
    const organisation = organisations[index >> 1]!;
    while (state.going) {
      try {
        const browse = await become(url());
        // Sent to the sign-in page, or told to wait: not acknowledged, so not noted.
        while (state.going && (await writeOnce(browse, organisation, ledger))) continue;
      } catch {
        // Broken off in the middle: nobody knows, so nothing is noted.
      }
      if (state.going) await pause(10);
    }
  };
  const all = Promise.all(Array.from({ length: count }, write));
  return {
    async stop() {
      state.going = false;
      await all;
    },
  };
}
