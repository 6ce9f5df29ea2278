import { readXml, type XmlTag } from "../office/read-xml.ts";
import { UnreadableFile } from "../unreadable-file.ts";
import type { Zip } from "../zip/open-zip.ts";
import { BrokenCell, cellValue, type RawCell, type Surroundings } from "./cell-value.ts";
import { columnIndex, columnName, emptyCell, type Cell, type Sheet } from "./cell.ts";
import { inFull, mostCellCharacters, mostColumns, mostRows, type WorkbookLimits } from "./limits.ts";

/** What is left of the limits that all sheets share. */
export type Budget = { cells: number; characters: number };

export type Around = Surroundings & { limits: WorkbookLimits; budget: Budget };

export type SheetSource = { name: string; hidden: boolean; part: string };

/** Reads one sheet as it is unpacked and stops at the first thing that is too much. */
export async function readSheet(zip: Zip, source: SheetSource, around: Around): Promise<Sheet> {
  const reader = new SheetReader(source, around);
  await readXml(zip, source.part, {
    open: (tag) => reader.open(tag),
    text: (piece) => reader.text(piece),
    close: (name) => reader.close(name),
  });
  return reader.sheet;
}

const mostKeptMerges = 1_000;
const mostKeptFormulas = 10;

class SheetReader {
  readonly sheet: Sheet;
  readonly #around: Around;
  #rowElements = 0;
  #row = 0;
  #column = -1;
  #cells: Cell[] = [];
  #raw: (RawCell & { formula: boolean }) | undefined;
  #within = "";
  #aside = false;

  constructor({ name, hidden }: SheetSource, around: Around) {
    const formulas = { count: 0, cells: [], withoutValue: 0 };
    this.sheet = { name, hidden, rows: [], formulas, merged: [] };
    this.#around = around;
  }

  open({ name, attributes }: XmlTag): void {
    this.#within = name;
    if (name === "row") this.#openRow(attributes.r);
    else if (name === "c") this.#openCell(attributes);
    else if (name === "f" && this.#raw) this.#raw.formula = true;
    else if (name === "rPh") this.#aside = true;
    else if (name === "mergeCell" && this.sheet.merged.length < mostKeptMerges) {
      this.sheet.merged.push(attributes.ref ?? "");
    }
  }

  text(piece: string): void {
    const raw = this.#raw;
    if (!raw) return;
    if (this.#within === "v") raw.value = (raw.value ?? "") + piece;
    else if (this.#within === "t" && !this.#aside) raw.inline += piece;
  }

  close(name: string): void {
    this.#within = "";
    if (name === "c") this.#closeCell();
    else if (name === "row" && this.#cells.length > 0) {
      this.sheet.rows.push({ row: this.#row, cells: this.#cells });
    } else if (name === "rPh") this.#aside = false;
  }

  #openRow(written: string | undefined): void {
    const { rows } = this.#around.limits;
    this.#rowElements += 1;
    if (this.#rowElements > rows) this.#refuse(`has more than ${inFull(rows)} rows`);
    const row = written === undefined ? this.#row + 1 : Number(written);
    if (!Number.isInteger(row) || row <= this.#row || row > mostRows) this.#refuseDamaged();
    this.#row = row;
    this.#column = -1;
    this.#cells = [];
  }

  #openCell({ r, s = "0", t = "n" }: XmlTag["attributes"]): void {
    const letters = r === undefined ? undefined : /^([A-Z]{1,7})\d+$/.exec(r)?.[1];
    if (r !== undefined && letters === undefined) this.#refuseDamaged();
    const column = letters === undefined ? this.#column + 1 : columnIndex(letters);
    if (column >= mostColumns) this.#refuse(`has more than ${inFull(mostColumns)} columns`);
    if (column <= this.#column) this.#refuseDamaged();
    this.#column = column;
    this.#raw = { type: t, style: Number(s), value: undefined, inline: "", formula: false };
  }

  #closeCell(): void {
    const raw = this.#raw!;
    this.#raw = undefined;
    const cell = this.#valueOf(raw);
    if (raw.formula) this.#noteFormula(cell);
    if (cell) this.#keep(cell, raw.type === "s");
  }

  #valueOf(raw: RawCell): Cell | undefined {
    try {
      return cellValue(raw, this.#around);
    } catch (error) {
      if (error instanceof BrokenCell) this.#refuse(`is damaged at cell ${this.#reference()}`);
      throw error;
    }
  }

  #noteFormula(cell: Cell | undefined): void {
    const { formulas } = this.sheet;
    formulas.count += 1;
    if (!cell) formulas.withoutValue += 1;
    if (formulas.cells.length < mostKeptFormulas) formulas.cells.push(this.#reference());
  }

  #keep(cell: Cell, isShared: boolean): void {
    const { limits, budget } = this.#around;
    if (this.#column >= limits.columns) this.#refuse(`has more than ${inFull(limits.columns)} columns`);
    budget.cells -= this.#column + 1 - this.#cells.length;
    if (budget.cells < 0) this.#refuse(`brings the workbook over ${inFull(limits.cells)} cells`);
    this.#measureText(cell, isShared);
    while (this.#cells.length < this.#column) this.#cells.push(emptyCell);
    this.#cells.push(cell);
  }

  #measureText(cell: Cell, isShared: boolean): void {
    if (cell.kind !== "text") return;
    if (cell.value.length > mostCellCharacters) {
      this.#refuse(`has more than ${inFull(mostCellCharacters)} characters in cell ${this.#reference()}`);
    }
    if (isShared) return;
    this.#around.budget.characters -= cell.value.length;
    if (this.#around.budget.characters < 0) this.#refuse("holds too much text");
  }

  #reference(): string {
    return `${columnName(this.#column)}${this.#row}`;
  }

  #refuseDamaged(): never {
    this.#refuse(`is damaged after cell ${columnName(Math.max(this.#column, 0))}${Math.max(this.#row, 1)}`);
  }

  #refuse(why: string): never {
    throw new UnreadableFile(`The sheet “${this.sheet.name.slice(0, 40)}” ${why}`);
  }
}
