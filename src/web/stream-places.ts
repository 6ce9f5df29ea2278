import { TooMany } from "#platform/problem.ts";

export const most = { forOne: 6, forVisitors: 200, altogether: 2_000 };

export const visitors = "";

/** Who holds which streams open in this process, so that nobody holds so many that others get none. */
export class StreamPlaces {
  readonly #held = new Map<string, Set<() => void>>();
  readonly #counted: (count: number) => void;
  #count = 0;

  constructor(counted: (count: number) => void) {
    this.#counted = counted;
  }

  /**
   * A place for one more stream; `leave` is called when it has to go. A person's oldest stream makes way for their
   * newest, because it may be one whose phone has long lost its signal.
   */
  take(whose: string, leave: () => void): () => void {
    const theirs = this.#held.get(whose) ?? new Set();
    if (this.#count >= most.altogether) throw tooMany();
    if (theirs.size >= (whose === visitors ? most.forVisitors : most.forOne)) {
      if (whose === visitors) throw tooMany();
      const [oldest] = theirs;
      oldest?.();
    }
    this.#held.set(whose, theirs.add(leave));
    this.#counted((this.#count += 1));
    return () => this.#giveBack(whose, leave);
  }

  #giveBack(whose: string, leave: () => void): void {
    const theirs = this.#held.get(whose);
    if (!theirs?.delete(leave)) return;
    this.#counted((this.#count -= 1));
    if (theirs.size === 0) this.#held.delete(whose);
  }
}

function tooMany(): TooMany {
  return new TooMany("Too many pages are kept up to date at once. Load the page again to see changes.", 60);
}
