/** "1,234", as numbers stand in the text of a page. */
export function inFigures(count: number): string {
  return count.toLocaleString("en-GB");
}

/** "1 organisation", "12 organisations". */
export function counted(count: number, one: string, many = `${one}s`): string {
  return `${inFigures(count)} ${count === 1 ? one : many}`;
}
