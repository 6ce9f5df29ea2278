import { readFileSync, renameSync, writeFileSync } from "node:fs";
import { z } from "zod";

/** What the program does again and again so that nothing is lost. */
export const keptThings = ["archive", "backup"] as const;
export type KeptThing = (typeof keptThings)[number];

const moment = z.coerce.date();
const outcome = z.object({
  lastSuccess: moment.optional(),
  lastFailure: moment.optional(),
  reason: z.string().optional(),
});

/** When it last worked, when it last did not, and why not. */
export type Outcome = z.output<typeof outcome>;

/** Remembered in a file beside the data, so that a restart forgets neither a success nor a failure. */
export type Keeping = {
  outcome(thing: KeptThing): Outcome;
  succeeded(thing: KeptThing, at: Date): void;
  failed(thing: KeptThing, at: Date, reason: string): void;
};

/** A success every few seconds need not be written down each time. */
const writtenEvery = 60_000;

export function openKeeping(file: string): Keeping {
  const outcomes = read(file);
  const writtenAt = new Map<KeptThing, number>();
  const note = (thing: KeptThing, at: Date, changed: Outcome): void => {
    const isNews = isFailing(outcomes[thing]) !== isFailing(changed);
    outcomes[thing] = changed;
    if (!isNews && Math.abs(+at - (writtenAt.get(thing) ?? 0)) < writtenEvery) return;
    writtenAt.set(thing, +at);
    write(file, outcomes);
  };
  return {
    outcome: (thing) => outcomes[thing],
    succeeded: (thing, at) => note(thing, at, { ...outcomes[thing], lastSuccess: at }),
    failed: (thing, at, reason) => note(thing, at, { ...outcomes[thing], lastFailure: at, reason }),
  };
}

export function isFailing({ lastSuccess, lastFailure }: Outcome): boolean {
  return lastFailure !== undefined && (lastSuccess === undefined || lastFailure > lastSuccess);
}

type Outcomes = Record<KeptThing, Outcome>;

/** What cannot be read is begun anew: it only tells of what is done, and is not needed to do it. */
function read(file: string): Outcomes {
  try {
    return z.object({ archive: outcome, backup: outcome }).parse(JSON.parse(readFileSync(file, "utf8")));
  } catch {
    return { archive: {}, backup: {} };
  }
}

function write(file: string, outcomes: Outcomes): void {
  try {
    writeFileSync(`${file}.partial`, `${JSON.stringify(outcomes)}\n`, { mode: 0o600 });
    renameSync(`${file}.partial`, file);
  } catch {
    // On a full disk it is known until the program ends.
  }
}
