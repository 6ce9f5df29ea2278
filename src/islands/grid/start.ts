import type { Asked, Choice } from "#ui/figures/read-figures.ts";
import { History, type Change } from "./history.ts";
import { button, PastePanel } from "./paste-panel.ts";
import { planPaste, type PastePlan } from "./plan-paste.ts";
import { SheetTable } from "./sheet-table.ts";

/** Makes a spreadsheet of the plain table: keys, paste, undo, and each cell judged as it is typed. */
class Grid {
  readonly #form: HTMLFormElement;
  readonly #asked: Asked;
  readonly #table: SheetTable;
  readonly #panel: PastePanel;
  readonly #history = new History<HTMLInputElement>();
  /** What stood in the box that is being typed in. */
  #before = "";
  #sending = false;

  constructor(form: HTMLFormElement) {
    this.#form = form;
    this.#asked = JSON.parse(form.dataset["sheet"]!) as Asked;
    this.#table = new SheetTable(form, this.#asked);
    this.#panel = new PastePanel(form.querySelector("[data-paste]")!, (text) => this.#paste(text));
    form.addEventListener("focusin", ({ target }) => this.#enter(target));
    form.addEventListener("change", ({ target }) => this.#leave(target));
    form.addEventListener("input", ({ target }) => this.#judge(target));
    form.addEventListener("keydown", (event) => this.#press(event));
    form.addEventListener("paste", (event) => this.#pasted(event));
    form.addEventListener("submit", (event) => this.#send(event));
    addEventListener("beforeunload", (event) => {
      if (!this.#sending && this.#table.judgeAll().changed > 0) event.preventDefault();
    });
    this.#sum();
  }

  /** To save while a paste waits for an answer would lose it without a word. */
  #send(event: SubmitEvent): void {
    if (this.#panel.toQuestion()) event.preventDefault();
    else this.#sending = true;
  }

  #enter(target: EventTarget | null): void {
    if (!isBox(target)) return;
    this.#before = target.value;
    target.select();
  }

  #leave(target: EventTarget | null): void {
    if (!isBox(target)) return;
    this.#history.add([{ box: target, before: this.#before, after: target.value }]);
    this.#before = target.value;
  }

  #judge(target: EventTarget | null): void {
    const row = isBox(target) ? target.closest("tr") : null;
    if (!row) return;
    this.#table.judge(row);
    this.#sum();
  }

  #press(event: KeyboardEvent): void {
    const box = event.target;
    if (!isBox(box)) return;
    const command = event.ctrlKey || event.metaKey;
    if (command && event.key.toLowerCase() === "z") return this.#back(event, event.shiftKey);
    if (command && event.key.toLowerCase() === "y") return this.#back(event, true);
    if (event.key === "Escape" && box.value !== this.#before) {
      box.value = this.#before;
      return this.#judge(box);
    }
    const step = stepOf(event, box);
    if (!step) return;
    event.preventDefault();
    this.#move(box, step);
  }

  #move(box: HTMLInputElement, [down, right]: readonly [number, number]): void {
    const { row, column } = this.#table.placeOf(box);
    const next = this.#table.at(row + down, column + right);
    next?.focus();
  }

  /** The page's own steps, a paste among them; the browser knows of its own box only. */
  #back(event: KeyboardEvent, forward: boolean): void {
    event.preventDefault();
    this.#leave(event.target);
    this.#redo(forward);
  }

  #redo(forward: boolean): void {
    const steps = forward ? this.#history.redo() : this.#history.undo();
    for (const { box, value } of steps) box.value = value;
    const last = steps.at(-1)?.box;
    if (!last) return;
    last.focus();
    this.#before = last.value;
    this.#sum();
    this.#panel.say([]);
  }

  #pasted(event: ClipboardEvent): void {
    const box = event.target;
    const text = event.clipboardData?.getData("text/plain") ?? "";
    if (!isBox(box) || planPaste(text, this.#asked).kind === "plain") return;
    event.preventDefault();
    this.#paste(text, box);
  }

  #paste(text: string, from = this.#table.at(0, 0), choice: Choice = {}): void {
    const plan = planPaste(text, this.#asked, choice);
    switch (plan.kind) {
      case "plain":
        return this.#fill([[text.trim()]], from);
      case "fill":
        return this.#fill(plan.rows, from);
      case "ask":
        return this.#panel.ask(plan.question, (order) => this.#paste(text, from, { ...choice, order }));
      case "refused":
        return this.#panel.say([`Nothing was put into the table. ${plan.message}.`]);
      case "put":
        return this.#put(plan);
    }
  }

  #fill(rows: readonly (readonly string[])[], from: HTMLInputElement | undefined): void {
    if (!from) return;
    const start = this.#table.placeOf(from);
    const changes: Change<HTMLInputElement>[] = [];
    let lost = 0;
    rows.forEach((cells, down) =>
      cells.forEach((cell, right) => {
        const box = this.#table.at(start.row + down, start.column + right);
        if (box) changes.push(put(box, cell));
        else if (cell !== "") lost += 1;
      }),
    );
    const left =
      lost > 0 ? [`${lost} did not fit: there are no more boxes. Paste the dates with the numbers.`] : [];
    this.#done(changes, left);
  }

  #put({ rows, left, notes }: Extract<PastePlan, { kind: "put" }>): void {
    const changes = rows.flatMap(({ period, first, second }) => {
      const boxes = this.#table.boxesOf(period);
      if (first === "" && second === "") return [];
      return [put(boxes.first, first), ...(boxes.second ? [put(boxes.second, second)] : [])];
    });
    const out = left.map(({ row, message }) => `Row ${row} was left out: ${message}.`);
    this.#done(changes, [...out.slice(0, 8), ...more(out.length - 8), ...notes]);
  }

  #done(changes: Change<HTMLInputElement>[], lines: readonly string[]): void {
    const replaced = changes.filter(({ before, after }) => before !== "" && before !== after).length;
    this.#history.add(changes);
    this.#sum();
    const count = changes.filter(({ after }) => after !== "").length;
    const words = `${count} ${count === 1 ? "number was" : "numbers were"} put into the table${replaced > 0 ? `, ${replaced} in the place of another` : ""}. Nothing is saved yet.`;
    this.#panel.say(
      [words, ...lines],
      button("Undo the paste", () => this.#redo(false)),
    );
    changes[0]?.box.focus();
  }

  /** Said under the table: how much differs from what is saved, and how much cannot be saved as it is. */
  #sum(): void {
    const { changed, wrong } = this.#table.judgeAll();
    const said = this.#form.querySelector<HTMLElement>("[data-sheet-said]");
    if (!said) return;
    const words = [
      changed === 0 ? "" : `${changed} ${changed === 1 ? "box differs" : "boxes differ"} from what is saved.`,
      wrong === 0 ? "" : `${wrong} ${wrong === 1 ? "row has" : "rows have"} something to put right.`,
    ];
    const text = words.filter(Boolean).join(" ");
    if (said.textContent !== text) said.textContent = text;
  }
}

function isBox(target: EventTarget | null): target is HTMLInputElement {
  return target instanceof HTMLInputElement && target.dataset["cell"] !== undefined;
}

function put(box: HTMLInputElement, value: string): Change<HTMLInputElement> {
  const before = box.value;
  box.value = value;
  return { box, before, after: value };
}

function more(count: number): string[] {
  return count > 0 ? [`${count} more rows were left out.`] : [];
}

/** Up and down always; left and right only at the ends of what is typed, so that it can be mended. */
function stepOf(event: KeyboardEvent, box: HTMLInputElement): readonly [number, number] | undefined {
  if (event.altKey || event.ctrlKey || event.metaKey) return undefined;
  const all = box.selectionStart === 0 && box.selectionEnd === box.value.length;
  const atStart = all || box.selectionEnd === 0;
  const atEnd = all || box.selectionStart === box.value.length;
  switch (event.key) {
    case "ArrowUp":
      return [-1, 0];
    case "ArrowDown":
      return [1, 0];
    case "Enter":
      return [event.shiftKey ? -1 : 1, 0];
    case "ArrowLeft":
      return atStart && !event.shiftKey ? [0, -1] : undefined;
    case "ArrowRight":
      return atEnd && !event.shiftKey ? [0, 1] : undefined;
    default:
      return undefined;
  }
}

function startGrid(form: HTMLFormElement): Grid {
  return new Grid(form);
}

const form = document.querySelector<HTMLFormElement>("form[data-sheet]");
if (form) startGrid(form);
