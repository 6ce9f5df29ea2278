import type { Unsent } from "./editor.ts";

/** What has not reached the server yet is kept in the browser, so that a closed page or a lost line loses nothing. */
export class Keeper {
  readonly #key: string;

  constructor(planId: string) {
    this.#key = `throughline-diagram:${document.body.dataset["draftsOf"] ?? ""}:${planId}`;
  }

  kept(): Unsent[] {
    try {
      const kept: unknown = JSON.parse(localStorage.getItem(this.#key) ?? "[]");
      return Array.isArray(kept) ? (kept as Unsent[]) : [];
    } catch {
      return [];
    }
  }

  keep(unsent: readonly Unsent[]): void {
    try {
      if (unsent.length === 0) localStorage.removeItem(this.#key);
      else localStorage.setItem(this.#key, JSON.stringify(unsent));
    } catch {
      // Full or refused: what is unsent is still in the page.
    }
  }
}
