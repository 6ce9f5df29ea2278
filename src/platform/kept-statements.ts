/** How often a statement is asked before it is kept, and how many are kept. */
const often = 5;
const most = 200;

/**
 * Which statements PostgreSQL is asked to keep, parsed and planned, under which name: those that come again
 * and again. One that says `*` is not kept, because its answer changes its shape when the table does.
 */
export class KeptStatements {
  readonly #asked = new Map<string, number>();
  readonly #names = new Map<string, string>();

  nameOf(sql: string): string | undefined {
    return this.#names.get(sql) ?? this.#nameWhenOften(sql);
  }

  #nameWhenOften(sql: string): string | undefined {
    if (this.#names.size >= most || !reads.test(sql) || everyColumn.test(sql)) return undefined;
    const asked = (this.#asked.get(sql) ?? 0) + 1;
    if (asked < often) {
      this.#asked.set(sql, asked);
      return undefined;
    }
    const name = `kept_${this.#names.size}`;
    this.#asked.delete(sql);
    this.#names.set(sql, name);
    return name;
  }
}

const reads = /^\s*(select|with)\b/i;
const everyColumn = /(?<!\()\*/;
