import { expect, test } from "vitest";
import { csvPieces } from "./csv-pieces.ts";

const text = 'month,org\n2026-01,"Barley\nTrust"\n2026-02,"Rye ""North"""\n2026-03,Oat';

test.each([1, 2, 7, 1_000])("pieces of %i letters are put together to whole records", async (size) => {
  const given = (async function* () {
    for (let at = 0; at < text.length; at += size) yield text.slice(at, at + size);
  })();
  const pieces: string[] = [];
  for await (const piece of csvPieces(given)) pieces.push(piece);
  expect(pieces.join("")).toBe(text);
  for (const piece of pieces) expect(piece.split('"').length % 2).toBe(1);
  expect(pieces.slice(0, -1).every((piece) => piece.endsWith("\n"))).toBe(true);
});
