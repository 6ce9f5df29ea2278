import { closeSync, fsyncSync, openSync, readFileSync, writeSync } from "node:fs";

/** What was acknowledged, kept outside the database and pushed to the disk line by line. */
export class Ledger {
  readonly #file: string;
  readonly #handle: number;
  count = 0;

  constructor(file: string) {
    this.#file = file;
    this.#handle = openSync(file, "a");
  }

  note(line: string): void {
    writeSync(this.#handle, `${line}\n`);
    fsyncSync(this.#handle);
    this.count += 1;
  }

  lines(): string[] {
    return readFileSync(this.#file, "utf8").split("\n").filter(Boolean);
  }

  close(): void {
    closeSync(this.#handle);
  }
}
