import { periodWords } from "#ui/figures/period.ts";
import { readFigure } from "#ui/figures/read-figure.ts";
import type { Asked } from "#ui/figures/read-figures.ts";

/** The table on the page: its boxes by row and column, and what each row says. */
export class SheetTable {
  readonly #body: HTMLTableSectionElement;
  readonly #asked: Asked;

  constructor(form: HTMLFormElement, asked: Asked) {
    this.#body = form.querySelector("tbody")!;
    this.#asked = asked;
  }

  rows(): HTMLInputElement[][] {
    return [...this.#body.rows].map((row) => [...row.querySelectorAll<HTMLInputElement>("input[data-cell]")]);
  }

  boxes(): HTMLInputElement[] {
    return this.rows().flat();
  }

  placeOf(box: HTMLInputElement): { row: number; column: number } {
    const rows = this.rows();
    const row = rows.findIndex((boxes) => boxes.includes(box));
    return { row, column: rows[row]?.indexOf(box) ?? -1 };
  }

  at(row: number, column: number): HTMLInputElement | undefined {
    return this.rows()[row]?.[column];
  }

  /** The boxes of a period; made, in its place, where it has no row yet. */
  boxesOf(period: string): { first: HTMLInputElement; second: HTMLInputElement | null } {
    const row = this.#rowOf(period) ?? this.#addRow(period);
    return {
      first: row.querySelector<HTMLInputElement>("[data-cell=first]")!,
      second: row.querySelector<HTMLInputElement>("[data-cell=second]"),
    };
  }

  /** Says at its cell what is wrong in a row, and whether anything in it differs from what was saved. */
  judge(row: HTMLTableRowElement): boolean {
    const box = (cell: string) => row.querySelector<HTMLInputElement>(`[data-cell=${cell}]`);
    const read = readFigure(this.#asked, {
      first: box("first")?.value ?? "",
      second: box("second")?.value ?? "",
    });
    const fault = read !== null && "message" in read ? read : null;
    for (const cell of ["first", "second"] as const) {
      const place = box(cell);
      if (place) say(place, fault?.cell === cell ? fault.message : "");
    }
    for (const each of row.querySelectorAll("input"))
      each.classList.toggle("tl-grid__changed", each.value !== each.defaultValue);
    return fault === null;
  }

  judgeAll(): { changed: number; wrong: number } {
    let wrong = 0;
    for (const row of this.#body.rows) if (!this.judge(row)) wrong += 1;
    const changed = this.boxes().filter((box) => box.value !== box.defaultValue).length;
    return { changed, wrong };
  }

  #rowOf(period: string): HTMLTableRowElement | undefined {
    return [...this.#body.rows].find((row) => row.dataset["period"] === period);
  }

  #addRow(period: string): HTMLTableRowElement {
    const pattern = this.#body.rows[0]!;
    const row = pattern.cloneNode(true) as HTMLTableRowElement;
    const old = pattern.dataset["period"]!;
    const words = periodWords(period, this.#asked.frequency);
    row.dataset["period"] = period;
    row.querySelector("th")!.textContent = words;
    for (const box of row.querySelectorAll<HTMLInputElement>("input")) {
      rename(row, box, box.name.replace(old, period));
      const label = row.querySelector<HTMLElement>(`label[for="${box.id}"]`);
      if (label)
        label.textContent = (label.textContent ?? "").replace(periodWords(old, this.#asked.frequency), words);
    }
    const after = [...this.#body.rows].find((each) => each.dataset["period"]! > period);
    this.#body.insertBefore(row, after ?? null);
    return row;
  }
}

function rename(row: HTMLTableRowElement, box: HTMLInputElement, name: string): void {
  row.querySelector(`label[for="${box.id}"]`)?.setAttribute("for", name);
  const message = row.querySelector(`[id="${box.id}-error"]`);
  if (message) message.id = `${name}-error`;
  box.id = name;
  box.name = name;
  box.defaultValue = "";
  box.value = "";
  say(box, "");
}

function say(box: HTMLInputElement, message: string): void {
  const place =
    document.getElementById(`${box.id}-error`) ??
    box.parentElement?.querySelector<HTMLElement>(".nhsuk-error-message");
  if (!place) return;
  place.hidden = message === "";
  place.querySelector("[data-message]")!.textContent = message;
  box.classList.toggle("nhsuk-input--error", message !== "");
  if (message) {
    box.setAttribute("aria-describedby", place.id);
    box.setAttribute("aria-invalid", "true");
  } else {
    box.removeAttribute("aria-describedby");
    box.removeAttribute("aria-invalid");
  }
}
