export type NumberFormat = "number" | "percent" | "date" | "time";

/** Formats that every workbook has without writing them down. The numbers 27 to 36 and 50 to 58 are dates of East Asia. */
const builtIn = new Map<number, NumberFormat>([
  [9, "percent"],
  [10, "percent"],
  ...range(14, 17, "date"),
  ...range(18, 21, "time"),
  [22, "date"],
  ...range(27, 36, "date"),
  [45, "time"],
  [47, "time"],
  ...range(50, 58, "date"),
]);

function range(from: number, to: number, format: NumberFormat): [number, NumberFormat][] {
  return Array.from({ length: to - from + 1 }, (_, at) => [from + at, format]);
}

export function numberFormat(id: number, code: string | undefined): NumberFormat {
  return code === undefined ? (builtIn.get(id) ?? "number") : formatOfCode(code);
}

/** What the code of a format makes of a number, for its positive part. Hours that run on, as in [h]:mm, stay numbers. */
function formatOfCode(code: string): NumberFormat {
  if (code.length > 1_000 || /^general$/i.test(code)) return "number";
  const bare = code
    .replaceAll(/"[^"]*"|\\.|[_*]./g, "")
    .split(";")[0]!
    .toLowerCase();
  if (/\[[hms]+\]/.test(bare)) return "number";
  const letters = bare.replaceAll(/\[[^\]]*\]|am\/pm|a\/p/g, "");
  if (/[dy]|mmm/.test(letters)) return "date";
  if (/[hs]/.test(letters)) return "time";
  if (letters.includes("m")) return "date";
  return letters.includes("%") ? "percent" : "number";
}
