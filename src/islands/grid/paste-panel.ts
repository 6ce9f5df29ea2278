import { months } from "#ui/chart/calendar.ts";
import type { DateOrder, DateQuestion } from "#ui/figures/date-order.ts";

/** Says above the table what a paste did, and asks what nobody can know. */
export class PastePanel {
  readonly #said = made("div", { class: "tl-note tl-grid__said", role: "status", hidden: "" });
  readonly #field = made("textarea", {
    class: "nhsuk-textarea",
    id: "paste",
    name: "",
    rows: "4",
  }) as HTMLTextAreaElement;

  #asking = false;

  constructor(place: Element, read: (text: string) => void) {
    const details = made("details", { class: "nhsuk-details" });
    const summary = made("summary", { class: "nhsuk-details__summary" });
    summary.append(made("span", { class: "nhsuk-details__summary-text" }, "Paste from Excel"));
    const label = made(
      "label",
      { class: "nhsuk-label", for: "paste" },
      "Dates and numbers, with or without headings",
    );
    const hint = made(
      "div",
      { class: "nhsuk-hint" },
      "You can also paste straight into the table: choose a box and press Ctrl and V.",
    );
    const body = made("div", { class: "nhsuk-details__text" });
    this.#field.removeAttribute("name");
    body.append(
      label,
      hint,
      this.#field,
      button("Put into the table", () => read(this.#field.value)),
    );
    details.append(summary, body);
    place.append(details, this.#said);
  }

  say(lines: readonly string[], ...actions: HTMLElement[]): void {
    this.#asking = false;
    this.#said.replaceChildren(...lines.map((line) => made("p", {}, line)), ...actions);
    this.#said.hidden = lines.length === 0;
  }

  ask({ cell, dayFirst, monthFirst }: DateQuestion, answer: (order: DateOrder) => void): void {
    this.say(
      [`Which day is ${cell}? Nothing is put into the table before you say.`],
      button(dayWords(dayFirst), () => answer("day-first")),
      button(dayWords(monthFirst), () => answer("month-first")),
    );
    this.#asking = true;
    this.toQuestion();
  }

  /** Back to what was asked, if nobody has answered: what was pasted is in no box yet. */
  toQuestion(): boolean {
    if (this.#asking) this.#said.querySelector("button")?.focus();
    return this.#asking;
  }
}

export function button(text: string, act: () => void): HTMLElement {
  const one = made(
    "button",
    { type: "button", class: "nhsuk-button nhsuk-button--secondary nhsuk-button--small" },
    text,
  );
  one.addEventListener("click", act);
  return one;
}

function made(name: string, attributes: Readonly<Record<string, string>>, text?: string): HTMLElement {
  const one = document.createElement(name);
  for (const [key, value] of Object.entries(attributes)) one.setAttribute(key, value);
  if (text) one.textContent = text;
  return one;
}

function dayWords(iso: string): string {
  const [year, month = 1, day] = iso.split("-").map(Number);
  return `${day} ${months[month - 1]} ${year}`;
}
