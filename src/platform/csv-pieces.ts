/** Longer than any record is: an open quotation mark does not gather the rest of a file. */
const longest = 8_000_000;

/** A long text in pieces that hold whole records each: a line that ends within quotation marks ends no record. */
export async function* csvPieces(texts: AsyncIterable<string>): AsyncGenerator<string> {
  let held = "";
  for await (const text of texts) {
    held += text;
    const end = held.length > longest ? held.length : endOfRecords(held);
    if (end === 0) continue;
    yield held.slice(0, end);
    held = held.slice(end);
  }
  if (held !== "") yield held;
}

/** After the last line end before which as many quotation marks were closed as opened. */
function endOfRecords(text: string): number {
  let before = countMarks(text);
  let from = text.length;
  for (;;) {
    const at = from === 0 ? -1 : text.lastIndexOf("\n", from - 1);
    if (at < 0) return 0;
    before -= countMarks(text.slice(at, from));
    if (before % 2 === 0) return at + 1;
    from = at;
  }
}

function countMarks(text: string): number {
  return text.split('"').length - 1;
}
