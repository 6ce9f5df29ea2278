/** Excel's rules for the name on a tab: at most 31 characters, some of them forbidden, no name twice. */
export function sheetNames(wanted: readonly string[]): string[] {
  return distinct(wanted.map(plainTab), 31, (count) => ` ${count}`);
}

function plainTab(name: string): string {
  const plain = name.replaceAll(/[[\]:*?/\\\p{Cc}]/gu, " ").replaceAll(/^[\s']+|[\s']+$/g, "");
  // Excel keeps this one name for itself.
  return /^history$/i.test(plain) ? "History of changes" : plain || "Sheet";
}

/** Names of tables: letters, digits and underscores, not like a cell's. */
export function tableNames(wanted: readonly string[]): string[] {
  return distinct(
    wanted.map((name) => {
      const plain = name
        .normalize("NFKD")
        .replaceAll(/[^A-Za-z0-9]+/g, "_")
        .replaceAll(/^_+|_+$/g, "");
      return /^[A-Za-z]/.test(plain) && !/^(?:[A-Za-z]{1,3}\d+|[RrCc]\d*)$/.test(plain)
        ? plain
        : `Table_${plain}`;
    }),
    200,
    (count) => `_${count}`,
  );
}

/** The heading row of a table: nothing empty and nothing twice. */
export function headings(wanted: readonly string[]): string[] {
  return distinct(
    wanted.map((name) => name.replaceAll(/[\s\p{Cc}]+/gu, " ").trim() || "Column"),
    250,
    (count) => ` ${count}`,
  );
}

/** Spreadsheets take "Notes" and "notes" for one name. */
function distinct(names: readonly string[], most: number, ending: (count: number) => string): string[] {
  const taken = new Set<string>();
  return names.map((name) => {
    let free = name.slice(0, most);
    for (let count = 2; taken.has(free.toLowerCase()); count += 1) {
      const end = ending(count);
      free = name.slice(0, most - end.length) + end;
    }
    taken.add(free.toLowerCase());
    return free;
  });
}
