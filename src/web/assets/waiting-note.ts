import { element, smallButton } from "./element.ts";
import { countWords, type Waiting } from "./offline-queue.ts";

export type Shown = {
  entries: readonly Waiting[];
  person: string;
  mustSignIn: boolean;
  /** What was just done. */
  said: string;
};

type Acts = { send(): void; open(entry: Waiting): void; discard(entry: Waiting): void };

/** Says what waits to be sent, at the top of the page, and offers what can be done about it. */
export class WaitingNote {
  readonly #acts: Acts;
  readonly #place = element("div", { class: "tl-note", role: "status", id: "waiting", hidden: "" });
  #drawn = "";

  constructor(acts: Acts) {
    this.#acts = acts;
    document.querySelector("main")?.prepend(this.#place);
  }

  say(text: string): void {
    this.#draw(text, [element("p", {}, text)]);
  }

  show(shown: Shown): void {
    const parts = [
      ...(shown.said ? [element("p", {}, shown.said)] : []),
      ...this.#waiting(shown),
      ...shown.entries
        .filter(({ refused, person }) => refused && person === shown.person)
        .map((entry) => this.#refused(entry)),
    ];
    this.#draw(JSON.stringify(shown), parts);
  }

  /** Read out again only when it says something else. */
  #draw(key: string, parts: readonly HTMLElement[]): void {
    if (key === this.#drawn) return;
    this.#drawn = key;
    this.#place.hidden = parts.length === 0;
    this.#place.replaceChildren(...parts);
  }

  #waiting({ entries, person, mustSignIn }: Shown): HTMLElement[] {
    const own = entries.filter((entry) => !entry.refused && entry.person === person);
    const others = entries.filter((entry) => entry.person !== person);
    const lines: HTMLElement[] = [];
    if (own.length > 0) lines.push(this.#own(own, mustSignIn));
    if (others.length > 0)
      lines.push(
        element(
          "p",
          {},
          `${countWords(others)} kept in this browser for somebody else, to be sent when they sign in here.`,
        ),
      );
    return lines;
  }

  #own(own: readonly Waiting[], mustSignIn: boolean): HTMLElement {
    const line = element("p", {}, `${countWords(own)} waiting to be sent. `);
    if (mustSignIn) {
      const next = encodeURIComponent(location.pathname + location.search);
      line.append(
        element(
          "a",
          { href: `/sign-in?next=${next}` },
          own.length === 1 ? "Sign in to send it" : "Sign in to send them",
        ),
      );
    } else line.append(smallButton("Send now", this.#acts.send));
    return line;
  }

  #refused(entry: Waiting): HTMLElement {
    const words = entry.shown.map(({ label, value }) => `${label}: ${value}`).join(", ");
    const line = element("p", {}, `This ${entry.noun} could not be saved: ${entry.about}. ${words} `);
    line.append(
      smallButton("Open it", () => this.#acts.open(entry)),
      " ",
      smallButton("Discard it", () => this.#acts.discard(entry)),
    );
    return line;
  }
}
