import { periodChoice, periodWords, type Frequency } from "#ui/figures/period.ts";

type Kept = { fields: readonly (readonly [name: string, value: string])[] };

/** Large keys under the number, and the right periods on a page that was kept since another day. */
class Keypad {
  readonly #form: HTMLFormElement;
  readonly #fields: readonly HTMLInputElement[];
  #field: HTMLInputElement | undefined;

  constructor(form: HTMLFormElement) {
    this.#form = form;
    this.#fields = [...form.querySelectorAll<HTMLInputElement>("input[data-number]")];
    this.#field = this.#fields.find((field) => field.value === "") ?? this.#fields[0];
    for (const field of this.#fields) {
      field.addEventListener("focus", () => this.#choose(field));
      // The keys are here, so that the phone's own keyboard need not cover half of the page.
      field.inputMode = "none";
    }
    this.#showKeys();
    this.#renewPeriods(form.dataset["last"] || null);
    form.addEventListener("kept", (event) => this.#afterKept((event as CustomEvent<Kept>).detail));
    form.addEventListener("sent", (event) => this.#label((event as CustomEvent<Kept>).detail, ""));
    if (this.#field) this.#choose(this.#field);
  }

  #choose(field: HTMLInputElement): void {
    this.#field = field;
    for (const each of this.#fields) each.classList.toggle("tl-keypad__current", each === field);
  }

  #showKeys(): void {
    const place = this.#form.querySelector<HTMLElement>("[data-keys]");
    if (!place) return;
    const point = this.#form.dataset["keypad"] === "decimal" ? "." : "";
    for (const key of ["1", "2", "3", "4", "5", "6", "7", "8", "9", point, "0", "⌫"])
      place.append(this.#key(key));
    place.hidden = false;
  }

  #key(key: string): HTMLElement {
    const button = document.createElement("button");
    button.type = "button";
    button.textContent = key;
    if (key === "⌫") button.setAttribute("aria-label", "Delete the last digit");
    if (key === ".") button.setAttribute("aria-label", "Decimal point");
    button.disabled = key === "";
    button.addEventListener("click", () => this.#press(key));
    return button;
  }

  #press(key: string): void {
    const field = this.#field;
    if (!field) return;
    field.value = key === "⌫" ? field.value.slice(0, -1) : field.value + key;
    field.dispatchEvent(new Event("input", { bubbles: true }));
  }

  /** Drawn on another day, the page would offer that day's periods. */
  #renewPeriods(last: string | null): void {
    const select = this.#form.querySelector<HTMLSelectElement>("select[name=period]");
    const today = new Date().toLocaleDateString("en-CA", { timeZone: "Europe/London" });
    if (!select || today <= (this.#form.dataset["today"] ?? "")) return;
    const frequency = this.#form.dataset["frequency"] as Frequency;
    const { periods, proposed } = periodChoice(today, frequency, last);
    const known = new Map([...select.options].map((option) => [option.value, option.text]));
    select.replaceChildren(
      ...periods.map((period) => new Option(known.get(period) ?? periodWords(period, frequency), period)),
    );
    select.value = proposed;
  }

  /** The number waits on this device; the next one is for the period after it. */
  #afterKept(kept: Kept): void {
    const found = this.#label(kept, ", not sent yet");
    if (found && found.select.selectedIndex >= found.at && found.at > 0)
      found.select.selectedIndex = found.at - 1;
    if (this.#fields[0]) this.#choose(this.#fields[0]);
  }

  /** Says beside its period what was entered there, and whether it still waits. */
  #label({ fields }: Kept, waits: string): { select: HTMLSelectElement; at: number } | null {
    const select = this.#form.querySelector<HTMLSelectElement>("select[name=period]");
    const sent = Object.fromEntries(fields);
    const at = [...(select?.options ?? [])].findIndex(({ value }) => value === sent["period"]);
    const option = select?.options[at];
    if (!select || !option) return null;
    const figure = [sent["first"], sent["second"]].filter(Boolean).join(" of ") || "entered";
    option.text = `${option.text.replace(/ – .*/, "")} – ${figure}${waits}`;
    return { select, at };
  }
}

function startKeypad(form: HTMLFormElement): Keypad {
  return new Keypad(form);
}

const form = document.querySelector<HTMLFormElement>("form[data-keypad]");
if (form) startKeypad(form);
